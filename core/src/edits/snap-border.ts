import type { AssociationId } from '../model/ids.ts';
import { cutPlan, joined } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { facesOf, type PlanFace, surroundingsOf } from './faces-of-plan.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface SnapBorderRequest {
  readonly association: AssociationId;
  readonly toleranceM: number;
}

export interface BorderSnapped extends EditEffect {
  readonly kind: 'border-snapped';
  readonly association: AssociationId;
  /** How many gaps it closed and from how many overlaps it withdrew. */
  readonly gaps: number;
  readonly overlaps: number;
}

export type SnapBorderRefusal =
  | 'no-such-territory'
  | 'nothing-within-tolerance'
  | 'nothing-left-of-the-territory'
  | RedrawRefusal;

/**
 * Draws the border of one territory onto those of its neighbours and of the area, where they are nearer than the
 * tolerance: it fills each gap beside it whose mean width (2 · area / perimeter) is less, and withdraws from each
 * overlap. The neighbours stay where they are. A gap or overlap is taken whole or not at all, so that none comes up
 * that was not there. Villages may change hands. Errors: `TooManyCrossingsError`.
 */
export function snapBorder(
  plan: EditedPlan,
  { association, toleranceM }: SnapBorderRequest,
): Edited<BorderSnapped> | Refused<SnapBorderRefusal> {
  if (!plan.territories.some((one) => one.association === association)) {
    return { ok: false, reason: 'no-such-territory' };
  }
  const cut = cutPlan(plan);
  const thin = facesOf(cut, ({ meanWidthM, associations }) => {
    return meanWidthM < toleranceM && (associations.length === 0 || associations.includes(association));
  });
  const overlaps = thin.filter(({ associations }) => associations.length > 0);
  const open = thin.filter(({ associations }) => associations.length === 0);
  const surroundings = surroundingsOf(cut, open);
  const gaps = open.filter((_, i) => surroundings[i]?.amongM.has(association));
  const redrawn = redraw({
    plan: cut,
    shapes: [shapeOf(gaps), shapeOf(overlaps)],
    decide: (claimants, isIn) => {
      if (isIn(0)) return [association];
      return isIn(1) ? claimants.filter((claimant) => claimant !== association) : claimants;
    },
    recipients: [association],
  });
  if (!redrawn.ok) {
    return redrawn.reason === 'nothing-changes' ? { ok: false, reason: 'nothing-within-tolerance' } : redrawn;
  }
  const { changed, removed, effect } = redrawn;
  if (removed.length > 0) return { ok: false, reason: 'nothing-left-of-the-territory' };
  const counts = { gaps: gaps.length, overlaps: overlaps.length };
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'border-snapped', association, ...counts, ...effect, villages },
  };
}

function shapeOf(faces: readonly PlanFace[]) {
  return joined(faces.map(({ polygon }) => polygon));
}
