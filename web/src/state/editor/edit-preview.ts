import type { EditedPlan, Polygon, Position } from '@nitaq/core';
import { type EditOutcome, makeEdit } from './edit-request.ts';
import { editWithin, type Locks } from './locks.ts';
import { meaningOf, meaningOfShape, type ShapeStroke, type StrokeMeaning } from './stroke.ts';
import { withoutTangles } from './without-tangles.ts';

/** What is drawn so far: the line of a stroke, or a shape. */
export type DrawnSoFar = readonly Position[] | Polygon;

/** What would come of a stroke if the hand let go now? */
export interface PreviewQuestion {
  readonly plan: EditedPlan;
  readonly locks: Locks;
  readonly stroke: ShapeStroke;
  readonly drawn: DrawnSoFar;
}

/** What comes of a stroke: an edit, made or refused, or what it means where that is none. */
export type StrokeResult =
  | { readonly kind: 'edit'; readonly outcome: EditOutcome }
  | Exclude<StrokeMeaning, { kind: 'edit' }>;

/** Does something when the page is drawn next. */
export type NextFrame = (work: () => void) => void;

/** Works out what comes of strokes, one at a time. */
export interface EditPreviewer {
  /** While the hand draws: a question that another one overtakes is never answered. */
  ask(question: PreviewQuestion, answer: (result: StrokeResult) => void): void;
  /** When the hand lets go: answered before all others; null where it cannot be worked out there. */
  conclude(question: PreviewQuestion, answer: (result: StrokeResult | null) => void): void;
}

/** What comes of a stroke. */
export function resultOf({ plan, locks, stroke, drawn }: PreviewQuestion): StrokeResult {
  return withoutTangles<StrokeResult>(
    () => {
      const meaning =
        'type' in drawn
          ? meaningOfShape(drawn, stroke, plan)
          : meaningOf({ ...stroke, positions: drawn }, plan);
      if (meaning.kind !== 'edit') return meaning;
      return { kind: 'edit', outcome: editWithin(locks, { plan, request: meaning.request }, makeEdit) };
    },
    { kind: 'refused', reason: 'too-tangled' },
  );
}
