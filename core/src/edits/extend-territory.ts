import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { groundUnder } from './drawn-ground.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface ExtendTerritoryRequest {
  readonly association: AssociationId;
  /** Must have passed `checkTerritory`. */
  readonly shape: MultiPolygon;
  /** Whether it takes only what nobody has, or also what others have. */
  readonly over: 'gaps' | 'everything';
  /** Those whose territories stay as they are. */
  readonly locked?: readonly AssociationId[];
}

export interface TerritoryExtended extends EditEffect {
  readonly kind: 'territory-extended';
  readonly association: AssociationId;
}

/** `locked`: the association itself is, or all that the shape would take. */
export type ExtendTerritoryRefusal = 'locked' | 'outside-area' | RedrawRefusal;

/**
 * Gives the ground under a shape, as far as it lies in the area, to an association, which may have nothing yet: a
 * territory that is drawn, a part more, a stroke of the brush. Others lose what they have there, so that no overlap comes
 * up, and none is left there; what they have there beyond the area is no one's then. Ground that someone locked claims
 * stays as it is. Errors: `TooManyCrossingsError`.
 */
export function extendTerritory(
  plan: EditedPlan,
  { association, shape, over, locked = [] }: ExtendTerritoryRequest,
): Edited<TerritoryExtended> | Refused<ExtendTerritoryRefusal> {
  if (locked.includes(association)) return { ok: false, reason: 'locked' };
  let [isInArea, isKeptByLock] = [false, false];
  const {
    plan: cut,
    within,
    beyond,
  } = groundUnder(plan, shape, (claimants, isWithin) => {
    isInArea ||= isWithin;
    if (claimants.join() === association) return false;
    if (over === 'gaps') return claimants.length === 0;
    const isLocked = claimants.some((claimant) => locked.includes(claimant));
    isKeptByLock ||= isLocked;
    return !isLocked;
  });
  if (!isInArea) return { ok: false, reason: 'outside-area' };
  const redrawn = redraw({
    plan: cut,
    shapes: [within, beyond],
    decide: (claimants, isIn) => {
      if (isIn(0)) return [association];
      return isIn(1) ? claimants.filter((claimant) => claimant === association) : claimants;
    },
    recipients: [association],
  });
  if (!redrawn.ok) {
    const isForLocks = redrawn.reason === 'nothing-changes' && isKeptByLock;
    return isForLocks ? { ok: false, reason: 'locked' } : redrawn;
  }
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'territory-extended', association, ...effect, villages },
  };
}
