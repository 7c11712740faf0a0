import { type CoverageSurvey, surveyCoverage } from '../geometry/coverage-map/survey-coverage.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import type { CoverageAssessment, SliverThresholds, VillageCoverage } from '../model/coverage.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';
import { coverageTotals, territoryTotals } from './coverage-totals.ts';
import { faceFeatures } from './face-features.ts';

/** What coverage is assessed of. All geometries must have passed `checkTerritory`. */
export interface CoverageQuestion {
  /** Null: gaps are then the holes that the territories enclose. */
  readonly boundary: MultiPolygon | null;
  readonly territories: readonly Territory[];
  readonly villages: readonly VillageLocation[];
  readonly thresholds: SliverThresholds;
}

/**
 * Finds every gap, overlap and sliver, the totals on the ellipsoid and the status of each village. The order of the
 * territories, the winding of their rings and where these start make no difference. Errors: `TooManyCrossingsError`.
 */
export function assessCoverage(question: CoverageQuestion): CoverageAssessment {
  return assessMap(surveyCoverage(question), question, coverageOfVillages(question));
}

/** What a map comes to, with the coverage of its villages, in their order. */
export function assessMap(
  map: CoverageSurvey,
  { territories, villages, thresholds }: AssessedPlan,
  coverage: readonly VillageCoverage[],
): CoverageAssessment {
  const { cells } = map;
  return {
    ...faceFeatures(map.faces, { grid: map.grid, thresholds, villages, coverage }),
    totals: coverageTotals(cells, map.gapM2),
    territories: territoryTotals(
      territories.map(({ association }) => association),
      cells,
      coverage,
    ),
    villages: [...coverage],
  };
}

interface AssessedPlan extends Pick<CoverageQuestion, 'villages' | 'thresholds'> {
  readonly territories: readonly Pick<Territory, 'association'>[];
}

/** Who covers each village, in their order. */
export function coverageOfVillages(question: Omit<CoverageQuestion, 'thresholds'>): VillageCoverage[] {
  if (question.villages.length === 0) return [];
  const locator = locateIn(question.boundary, question.territories);
  return question.villages.map(({ id, location }) =>
    location === null ? { id, status: 'unlocated', associations: [] } : { id, ...locator.locate(location) },
  );
}
