import type { AssociationId, MultiPolygon } from '@nitaq/core';
import type { EditDescription } from './edit-request.ts';

/** How one territory changed in a step; null: nothing drawn. */
export interface StepChange {
  readonly association: AssociationId;
  readonly before: MultiPolygon | null;
  readonly after: MultiPolygon | null;
}

/** One edit that was made, with all that is needed to take it back and to make it again. */
export interface Step {
  readonly description: EditDescription;
  readonly changes: readonly StepChange[];
}

/** All steps, of which the first `done` are made and the others taken back. */
export interface History {
  readonly steps: readonly Step[];
  readonly done: number;
}

export const NO_HISTORY: History = { steps: [], done: 0 };

/** The history after a new step; what was taken back before it is gone. */
export function withStep({ steps, done }: History, step: Step): History {
  return { steps: [...steps.slice(0, done), step], done: done + 1 };
}

/** What has to be drawn to go from one point of the history to another: each territory once. */
export function changesBetween({ steps, done }: History, target: number): StepChange[] {
  const passed = target < done ? steps.slice(target, done).toReversed() : steps.slice(done, target);
  const changes = new Map<AssociationId, StepChange>();
  for (const step of passed) {
    for (const { association, before, after } of step.changes) {
      const [from, to] = target < done ? [after, before] : [before, after];
      const earlier = changes.get(association);
      changes.set(association, { association, before: earlier ? earlier.before : from, after: to });
    }
  }
  return [...changes.values()];
}

/** Whether a territory is drawn the same in both. */
export function isSameDrawing(a: MultiPolygon | null, b: MultiPolygon | null): boolean {
  return a === b || JSON.stringify(a?.coordinates) === JSON.stringify(b?.coordinates);
}
