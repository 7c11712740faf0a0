import type { Paths64 } from 'clipper2-ts';
import { type FineGrid, toFinePaths } from '../geometry/fine-grid.ts';
import { difference, intersection, union } from '../geometry/overlay.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

/** The territory of one association on the fine grid, divided by the boundary of the area. */
export interface Claim {
  readonly association: AssociationId;
  readonly whole: Paths64;
  readonly within: Paths64;
  readonly beyond: Paths64;
}

/** One claim for each association, in the order of their ids. Without an area (null) nothing lies beyond it. */
export function claimsOf(territories: readonly Territory[], area: Paths64 | null, grid: FineGrid): Claim[] {
  const byAssociation = Map.groupBy(territories, ({ association }) => association);
  return [...byAssociation]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([association, parts]) => {
      const paths = parts.flatMap(({ geometry }) => toFinePaths(geometry, grid));
      const whole = parts.length > 1 ? union(paths) : paths;
      if (area === null) return { association, whole, within: whole, beyond: [] };
      return { association, whole, within: intersection(whole, area), beyond: difference(whole, area) };
    });
}
