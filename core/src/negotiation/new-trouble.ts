import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { RebaseConflict } from '../model/proposal-changes.ts';
import type { Territory } from '../model/territory.ts';
import { mapPlans } from './map-plans.ts';
import { wideOutline } from './wide-outline.ts';

/** A place that becomes a gap or an overlap only by putting two changes together. */
type Trouble = Extract<RebaseConflict, { kind: 'gap' | 'overlap' }>;

export interface MergedPlans {
  readonly boundary: MultiPolygon | null;
  readonly merged: readonly Territory[];
  readonly theirs: readonly Territory[];
  readonly ours: readonly Territory[];
}

/** The gaps and overlaps of a merged plan that neither of the two had, the largest first. */
export function newTrouble({ boundary, merged, theirs, ours }: MergedPlans): Trouble[] {
  const { map, claimsOf } = mapPlans(boundary, [merged, theirs, ours]);
  return map.faces
    .flatMap((face): Trouble[] => {
      const [now = [], their = [], our = []] = claimsOf(face) ?? [];
      if (now.length === 1 || isSame(now, their) || isSame(now, our)) return [];
      const polygon = wideOutline(face, map.grid);
      if (polygon === null) return [];
      const kind = now.length === 0 ? 'gap' : 'overlap';
      const associations = kind === 'overlap' ? now : [...new Set([...their, ...our])].sort();
      return [{ kind, associations, polygon, areaKm2: face.areaM2 / 1e6 }];
    })
    .sort((a, b) => b.areaKm2 - a.areaKm2);
}

function isSame(one: readonly AssociationId[], other: readonly AssociationId[]): boolean {
  return one.join(' ') === other.join(' ');
}
