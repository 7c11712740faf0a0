import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { cutPlan, joined, placesOf, polygonAt } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface AssignGapRequest {
  /** A position in the gap. */
  readonly at: Position;
  readonly to: AssociationId;
  /** Only what lies in here, where given; must have passed `checkTerritory`. */
  readonly part?: MultiPolygon;
}

export interface GapAssigned extends EditEffect {
  readonly kind: 'gap-assigned';
  readonly association: AssociationId;
  readonly isPart: boolean;
}

export type AssignGapRefusal = 'no-gap-there' | 'part-outside-the-gap' | RedrawRefusal;

/**
 * Gives a gap, or a part of it, to an association, whether or not its territory touches it. A part that takes in
 * other ground takes none of it. Errors: `TooManyCrossingsError`.
 */
export function assignGap(
  plan: EditedPlan,
  { at, to, part }: AssignGapRequest,
): Edited<GapAssigned> | Refused<AssignGapRefusal> {
  const cut = cutPlan(plan);
  const gap = polygonAt(placesOf(cut, []), at);
  if (!gap) return { ok: false, reason: 'no-gap-there' };
  const shapes = [joined([gap]), ...(part ? [part] : [])];
  const redrawn = redraw({
    plan: cut,
    shapes,
    decide: (claimants, isIn) =>
      shapes.every((_, shape) => isIn(shape)) ? [...claimants, to].sort() : claimants,
    recipients: [to],
  });
  if (!redrawn.ok) {
    // A gap of about one step of the grid may vanish by rounding alone.
    const nothing = part ? 'part-outside-the-gap' : 'no-gap-there';
    return redrawn.reason === 'nothing-changes' ? { ok: false, reason: nothing } : redrawn;
  }
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: {
      kind: 'gap-assigned',
      association: to,
      isPart: part !== undefined,
      ...effect,
      villages,
    },
  };
}
