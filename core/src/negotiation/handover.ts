import type { ClaimsInTwoPlans } from '../geometry/two-plans.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';

/** Two plans of one area. All geometries must have passed `checkTerritory`. */
export interface PlansToCompare {
  /** What lies beyond it does not count. Null: everything counts. */
  readonly boundary: MultiPolygon | null;
  readonly before: readonly Territory[];
  readonly after: readonly Territory[];
  readonly villages: readonly VillageLocation[];
}

/** Who claims a place before and after: nobody on a gap, several on an overlap. */
export type Handover = ClaimsInTwoPlans;

/** Whether nothing changes. */
export function isStandstill({ before, after }: Handover): boolean {
  return before.join(' ') === after.join(' ');
}
