import type { AssociationId } from '../model/ids.ts';
import { cutPlan } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface MergeTerritoriesRequest {
  /** Whose territory ends. */
  readonly from: AssociationId;
  readonly into: AssociationId;
}

export interface TerritoriesMerged extends EditEffect {
  readonly kind: 'territories-merged';
  readonly from: AssociationId;
  readonly into: AssociationId;
}

export type MergeTerritoriesRefusal = 'no-such-territory' | 'same-association' | RedrawRefusal;

/**
 * Gives all that one association has to another; `removed` then names the first. What both claimed is no overlap any
 * more, and a gap between them stays one. Errors: `TooManyCrossingsError`.
 */
export function mergeTerritories(
  plan: EditedPlan,
  { from, into }: MergeTerritoriesRequest,
): Edited<TerritoriesMerged> | Refused<MergeTerritoriesRefusal> {
  if (from === into) return { ok: false, reason: 'same-association' };
  const known = new Set(plan.territories.map(({ association }) => association));
  if (!known.has(from) || !known.has(into)) return { ok: false, reason: 'no-such-territory' };
  const cut = cutPlan(plan);
  const redrawn = redraw({
    plan: cut,
    shapes: [cut.outlineOf(from)],
    decide: (claimants) =>
      claimants.includes(from)
        ? [...new Set(claimants.map((one) => (one === from ? into : one)))].sort()
        : claimants,
    recipients: [into],
  });
  if (!redrawn.ok) return redrawn;
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'territories-merged', from, into, ...effect, villages },
  };
}
