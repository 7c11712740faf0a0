import { areaM2 } from '../geometry/area.ts';
import { fineGridFor, toFinePaths } from '../geometry/fine-grid.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import type { CoverageAssessment, SliverThresholds, VillageCoverage } from '../model/coverage.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';
import { claimsOf } from './claim.ts';
import { measureFace } from './coverage-face.ts';
import { coverageTotals, territoryTotals } from './coverage-totals.ts';
import { divideClaims } from './divide-claims.ts';
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
export function assessCoverage({ boundary, territories, villages, thresholds }: CoverageQuestion): CoverageAssessment {
  const geometries = territories.map(({ geometry }) => geometry);
  const grid = fineGridFor(boundary === null ? geometries : [boundary, ...geometries]);
  const area = boundary === null ? null : toFinePaths(boundary, grid);

  const claims = claimsOf(territories, area, grid);
  const cells = divideClaims(claims);
  const gaps = findGaps(claims, area);
  const divided = { claims, cells, gaps, boundaryAreaM2: boundary === null ? null : areaM2(boundary) };

  const coverage = coverageOfVillages({ boundary, territories, villages });
  const faces = [...gaps, ...findOverlaps(cells)].map((face) => measureFace(face, grid));
  return {
    ...faceFeatures(
      faces.filter((face) => face !== null),
      { grid, thresholds, villages, coverage },
    ),
    totals: coverageTotals(divided, grid),
    territories: territoryTotals(divided, coverage, grid),
    villages: coverage,
  };
}

function coverageOfVillages(question: Omit<CoverageQuestion, 'thresholds'>): VillageCoverage[] {
  const locator = locateIn(question.boundary, question.territories);
  return question.villages.map(({ id, location }) =>
    location === null ? { id, status: 'unlocated', associations: [] } : { id, ...locator.locate(location) },
  );
}
