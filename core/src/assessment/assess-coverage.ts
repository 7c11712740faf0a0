import { locateIn } from '../geometry/territory-locator.ts';
import type { CoverageAssessment, SliverThresholds, VillageCoverage } from '../model/coverage.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';
import { measureFace } from './coverage-face.ts';
import { coverageTotals, territoryTotals } from './coverage-totals.ts';
import { dividePlane } from './divide-plane.ts';
import { faceFeatures } from './face-features.ts';
import { findGaps } from './find-gaps.ts';
import { findOverlaps } from './find-overlaps.ts';

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
 * territories, the winding of their rings and where these start make no difference.
 */
export function assessCoverage({
  boundary,
  territories,
  villages,
  thresholds,
}: CoverageQuestion): CoverageAssessment {
  const plane = dividePlane(boundary, territories);
  const gaps = findGaps(plane).map((face) => measureFace(face, plane.grid));
  const overlaps = findOverlaps(plane).map((face) => measureFace(face, plane.grid));
  const coverage = coverageOfVillages({ boundary, territories, villages });
  const gapM2 = gaps.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return {
    ...faceFeatures([...gaps, ...overlaps], { grid: plane.grid, thresholds, villages, coverage }),
    totals: coverageTotals(plane.cells, gapM2),
    territories: territoryTotals(
      territories.map(({ association }) => association),
      plane.cells,
      coverage,
    ),
    villages: coverage,
  };
}

function coverageOfVillages(question: Omit<CoverageQuestion, 'thresholds'>): VillageCoverage[] {
  const locator = locateIn(question.boundary, question.territories);
  return question.villages.map(({ id, location }) =>
    location === null ? { id, status: 'unlocated', associations: [] } : { id, ...locator.locate(location) },
  );
}
