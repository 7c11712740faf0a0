import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { cutPlan, joined, polygonAt, polygonsIn } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface MergeTerritoriesRequest {
  /** Whose territory ends, or gives a part away. */
  readonly from: AssociationId;
  readonly into: AssociationId;
  /** A position in the connected part that is given away; the whole territory where it is left out. */
  readonly part?: Position;
}

export interface TerritoriesMerged extends EditEffect {
  readonly kind: 'territories-merged';
  readonly from: AssociationId;
  readonly into: AssociationId;
  /** Whether something is left to the first. */
  readonly isPart: boolean;
}

export type MergeTerritoriesRefusal =
  | 'no-such-territory'
  | 'same-association'
  | 'no-part-there'
  | RedrawRefusal;

/**
 * Gives all that one association has to another, or one connected part of it; `removed` names the first where nothing is
 * left to it. What both claimed there is no overlap any more, and a gap between them stays one. Errors:
 * `TooManyCrossingsError`.
 */
export function mergeTerritories(
  plan: EditedPlan,
  { from, into, part }: MergeTerritoriesRequest,
): Edited<TerritoriesMerged> | Refused<MergeTerritoriesRefusal> {
  if (from === into) return { ok: false, reason: 'same-association' };
  const known = new Set(plan.territories.map(({ association }) => association));
  if (!known.has(from) || !known.has(into)) return { ok: false, reason: 'no-such-territory' };
  const cut = cutPlan(plan);
  const shape = part ? partAt(cut.outlineOf(from), part) : cut.outlineOf(from);
  if (!shape) return { ok: false, reason: 'no-part-there' };
  const redrawn = redraw({
    plan: cut,
    shapes: [shape],
    decide: (claimants, isIn) =>
      isIn(0) && claimants.includes(from)
        ? [...new Set(claimants.map((one) => (one === from ? into : one)))].sort()
        : claimants,
    recipients: [into],
  });
  if (!redrawn.ok) return redrawn;
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  const isPart = !removed.includes(from);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'territories-merged', from, into, isPart, ...effect, villages },
  };
}

function partAt(outline: MultiPolygon, position: Position): MultiPolygon | null {
  const part = polygonAt(polygonsIn(outline), position);
  return part ? joined([part]) : null;
}
