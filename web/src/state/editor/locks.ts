import {
  type AssociationId,
  type EditedPlan,
  keepingStretches,
  leavesStretch,
  nearestOnBorder,
  type Position,
} from '@nitaq/core';
import type { EditOutcome, EditRequest } from './edit-request.ts';
import type { StepChange } from './history.ts';

/** A stretch of border that no tool may move, and whose border it was when it was locked. */
export interface LockedBorder {
  readonly line: readonly Position[];
  readonly associations: readonly AssociationId[];
}

/** What no tool may change: territories, and stretches of border. */
export interface Locks {
  readonly locked: readonly AssociationId[];
  readonly lockedStretches: readonly LockedBorder[];
}

export const NO_LOCKS: Locks = { locked: [], lockedStretches: [] };

export type LockRefusal = 'locked' | 'locked-stretch';

/** Makes an edit around what is locked, or says that it would change that. */
export function editWithin(
  { locked, lockedStretches }: Locks,
  { plan, request }: { readonly plan: EditedPlan; readonly request: EditRequest },
  makeEdit: (plan: EditedPlan, request: EditRequest) => EditOutcome,
): EditOutcome {
  const lines = lockedStretches.map(({ line }) => line);
  const outcome = makeEdit(plan, around(request, locked, lines));
  if (outcome.ok && changesAnyOf(outcome, locked)) return { ok: false, reason: 'locked' };
  return keepingStretches(plan, outcome, lines);
}

/** Why steps cannot be taken back or made again; null where they can. */
export function lockAgainst(
  { locked, lockedStretches }: Locks,
  { territories }: Pick<EditedPlan, 'territories'>,
  changes: readonly StepChange[],
): LockRefusal | null {
  if (changes.some(({ association }) => locked.includes(association))) return 'locked';
  const change = {
    changed: changes.flatMap(({ association, after }) =>
      after === null ? [] : [{ association, geometry: after }],
    ),
    removed: changes.flatMap(({ association, after }) => (after === null ? [association] : [])),
  };
  const lines = lockedStretches.map(({ line }) => line);
  return leavesStretch({ territories }, change, lines) ? 'locked-stretch' : null;
}

/** Whether a place lies on a locked stretch, as closely as rounding allows. */
export function isOnLockedStretch({ lockedStretches }: Locks, [x, y]: Position): boolean {
  return lockedStretches.some(({ line }) => {
    const nearest = nearestOnBorder(
      line.slice(1).map((to, i) => [line[i] ?? to, to] as const),
      [x, y],
    );
    return nearest !== null && nearest[0] === x && nearest[1] === y;
  });
}

/** Tools that can work around what is locked are told what that is. */
function around(
  request: EditRequest,
  locked: readonly AssociationId[],
  lockedStretches: readonly (readonly Position[])[],
): EditRequest {
  switch (request.kind) {
    case 'assign-villages':
    case 'extend-territory':
      return { ...request, locked, lockedStretches };
    case 'erase-territory':
    case 'share-gap':
      return { ...request, locked };
    default:
      return request;
  }
}

/** Whether an edit moves ground of any of these; a vertex more on their border moves none. */
function changesAnyOf(
  { description, removed }: Extract<EditOutcome, { ok: true }>,
  associations: readonly AssociationId[],
): boolean {
  return associations.some(
    (one) =>
      removed.includes(one) ||
      description.shifts.some(
        ({ association, gainedM2, lostM2 }) => association === one && (gainedM2 > 0 || lostM2 > 0),
      ),
  );
}
