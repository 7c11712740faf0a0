import { type CoverageSurvey, surveyCoverage } from '../geometry/coverage-map/survey-coverage.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import type { CoverageAssessment, SliverThresholds, VillageCoverage } from '../model/coverage.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';
import { coverageTotals, territoryTotals } from './coverage-totals.ts';
import { faceFeatures, type KnownOutlines } from './face-features.ts';
import { agreedCoverage, type LiveZone, liveZones, type Sharing } from './live-zones.ts';

/** What coverage is assessed of. All geometries must have passed `checkTerritory`. */
export interface CoverageQuestion {
  /** Null: gaps are then the holes that the territories enclose. */
  readonly boundary: MultiPolygon | null;
  readonly territories: readonly Territory[];
  readonly villages: readonly VillageLocation[];
  readonly thresholds: SliverThresholds;
  /** Left out: nothing is shared. */
  readonly sharing?: Sharing;
}

/**
 * Finds every gap, overlap, place that is shared by agreement and sliver, the totals on the ellipsoid and the status of each village. The order of the
 * territories, the winding of their rings and where these start make no difference. Errors: `TooManyCrossingsError`.
 */
export function assessCoverage(question: CoverageQuestion): CoverageAssessment {
  const zones = zonesOf(question);
  const map = surveyCoverage({ ...question, zones });
  return assessMap(map, { ...question, zones, known: null }, coverageOfVillages(question, zones));
}

/** What a map comes to, with the coverage of its villages, in their order. */
export function assessMap(
  map: CoverageSurvey,
  { territories, villages, thresholds, zones, known }: AssessedPlan,
  coverage: readonly VillageCoverage[],
): CoverageAssessment {
  const { cells, grid } = map;
  return {
    ...faceFeatures(map.faces, { grid, thresholds, villages, coverage, zones, known }),
    totals: coverageTotals(cells, map.gapM2),
    territories: territoryTotals(territories, cells, coverage),
    villages: [...coverage],
  };
}

interface AssessedPlan extends Pick<CoverageQuestion, 'villages' | 'thresholds'> {
  readonly territories: readonly Pick<Territory, 'association'>[];
  readonly zones: readonly LiveZone[];
  readonly known: KnownOutlines | null;
}

/** The zones that hold. Errors: `TooManyCrossingsError`. */
export function zonesOf({ sharing }: Pick<CoverageQuestion, 'sharing'>): LiveZone[] {
  return sharing === undefined ? [] : liveZones(sharing);
}

/** Who covers each village, in their order. */
export function coverageOfVillages(
  question: Omit<CoverageQuestion, 'thresholds'>,
  zones: readonly LiveZone[],
): VillageCoverage[] {
  if (question.villages.length === 0) return [];
  const locator = locateIn(question.boundary, question.territories);
  return question.villages.map(({ id, location }) =>
    location === null
      ? { id, status: 'unlocated', associations: [] }
      : { id, ...agreedCoverage(location, locator.locate(location), zones) },
  );
}
