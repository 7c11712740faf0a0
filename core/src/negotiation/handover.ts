import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
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

/** Claimants in the order of the ids: none is a gap, several an overlap. */
export interface Handover {
  readonly before: readonly AssociationId[];
  readonly after: readonly AssociationId[];
}

/** Whether nothing changes. */
export function isStandstill({ before, after }: Handover): boolean {
  return before.join(' ') === after.join(' ');
}
