import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { groundUnder } from './drawn-ground.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface EraseTerritoryRequest {
  readonly association: AssociationId;
  /** Must have passed `checkTerritory`. */
  readonly shape: MultiPolygon;
  readonly to: AssociationId | 'gap';
  /** Those whose territories stay as they are. */
  readonly locked?: readonly AssociationId[];
}

export interface TerritoryErased extends EditEffect {
  readonly kind: 'territory-erased';
  readonly association: AssociationId;
  readonly to: AssociationId | 'gap';
}

export type EraseTerritoryRefusal = 'no-such-territory' | 'same-association' | 'locked' | RedrawRefusal;

/**
 * Takes the ground under a shape from an association and gives it to another, or to nobody: a stroke of the eraser, a
 * hole. Claims of others there stay. What it has there beyond the area is given to nobody. Errors:
 * `TooManyCrossingsError`.
 */
export function eraseTerritory(
  plan: EditedPlan,
  { association, shape, to, locked = [] }: EraseTerritoryRequest,
): Edited<TerritoryErased> | Refused<EraseTerritoryRefusal> {
  if (to === association) return { ok: false, reason: 'same-association' };
  if (locked.some((one) => one === association || one === to)) return { ok: false, reason: 'locked' };
  if (!plan.territories.some((one) => one.association === association)) {
    return { ok: false, reason: 'no-such-territory' };
  }
  const ground = groundUnder(plan, shape, (claimants) => claimants.includes(association));
  const redrawn = redraw({
    plan: ground.plan,
    shapes: [ground.within, ground.beyond],
    decide: (claimants, isIn) => {
      if (!isIn(0) && !isIn(1)) return claimants;
      const others = claimants.filter((claimant) => claimant !== association);
      return to === 'gap' || isIn(1) ? others : [...new Set([...others, to])].sort();
    },
    recipients: to === 'gap' ? [] : [to],
  });
  if (!redrawn.ok) return redrawn;
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'territory-erased', association, to, ...effect, villages },
  };
}
