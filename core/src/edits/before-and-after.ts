import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { type ClaimsInTwoPlans, claimsInTwoPlans, twoPlansInOne } from '../geometry/two-plans.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';

/** All places with the same claimants before and after an edit. */
export interface TwofoldCell extends ClaimsInTwoPlans {
  readonly isWithin: boolean;
  readonly areaM2: number;
}

/** The places that have other claimants after an edit than before it. */
export function changedCells(
  boundary: MultiPolygon | null,
  before: readonly Territory[],
  after: readonly Territory[],
): TwofoldCell[] {
  const { cells } = createCoverageMap({ boundary, territories: twoPlansInOne(before, after) });
  return cells
    .map(({ isWithin, associations, areaM2 }) => ({ isWithin, areaM2, ...claimsInTwoPlans(associations) }))
    .filter((cell) => cell.before.join(' ') !== cell.after.join(' '));
}
