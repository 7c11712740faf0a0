import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { joined } from './cut-plan.ts';
import { groundUnder } from './drawn-ground.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { keepingStretches, type LockedStretch, leavesStretch, touchesStretch } from './locked-stretches.ts';
import { type Redrawn, type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface ExtendTerritoryRequest {
  readonly association: AssociationId;
  /** Must have passed `checkTerritory`. */
  readonly shape: MultiPolygon;
  /** Whether it takes only what nobody has, or also what others have. */
  readonly over: 'gaps' | 'everything';
  /** Those whose territories stay as they are. */
  readonly locked?: readonly AssociationId[];
  /** Where borders stay as they are, whoever is behind them. */
  readonly lockedStretches?: readonly LockedStretch[];
}

export interface TerritoryExtended extends EditEffect {
  readonly kind: 'territory-extended';
  readonly association: AssociationId;
}

/** `locked`: the association itself is, or all that the shape would take; `locked-stretch`: it lies behind one. */
export type ExtendTerritoryRefusal = 'locked' | 'locked-stretch' | 'outside-area' | RedrawRefusal;

/**
 * Gives the ground under a shape, as far as it lies in the area, to an association, which may have nothing yet: a
 * territory that is drawn, a part more, a stroke of the brush. Others lose what they have there, so that no overlap comes
 * up, and none is left there; what they have there beyond the area is no one's then. Ground that someone locked claims
 * stays as it is, and so do locked stretches of border and what lies behind them. Errors: `TooManyCrossingsError`.
 */
export function extendTerritory(
  plan: EditedPlan,
  { association, shape, over, locked = [], lockedStretches = [] }: ExtendTerritoryRequest,
): Edited<TerritoryExtended> | Refused<ExtendTerritoryRefusal> {
  if (locked.includes(association)) return { ok: false, reason: 'locked' };
  let [isInArea, isKeptByLock] = [false, false];
  const ground = groundUnder(plan, shape, (claimants, isWithin) => {
    isInArea ||= isWithin;
    if (claimants.join() === association) return false;
    if (over === 'gaps') return claimants.length === 0;
    const isLocked = claimants.some((claimant) => locked.includes(claimant));
    isKeptByLock ||= isLocked;
    return !isLocked;
  });
  if (!isInArea) return { ok: false, reason: 'outside-area' };
  const given = (within: MultiPolygon): Redrawn | Refused<RedrawRefusal> =>
    redraw({
      plan: ground.plan,
      shapes: [within, ground.beyond],
      decide: (claimants, isIn) => {
        if (isIn(0)) return [association];
        return isIn(1) ? claimants.filter((claimant) => claimant === association) : claimants;
      },
      recipients: [association],
    });
  let redrawn = given(ground.within);
  if (redrawn.ok && leavesStretch(plan, redrawn, lockedStretches)) {
    const free = ground.partsWithin().filter((part) => !touchesStretch(part, lockedStretches));
    redrawn = given(joined(free));
    if (!redrawn.ok) return { ok: false, reason: 'locked-stretch' };
  }
  if (!redrawn.ok) {
    const isForLocks = redrawn.reason === 'nothing-changes' && isKeptByLock;
    return isForLocks ? { ok: false, reason: 'locked' } : redrawn;
  }
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  const description = { kind: 'territory-extended', association, ...effect, villages } as const;
  return keepingStretches(plan, { ok: true, changed, removed, description }, lockedStretches);
}
