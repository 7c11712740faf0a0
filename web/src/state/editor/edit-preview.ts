import type {
  AssociationId,
  CoverageAssessment,
  EditedPlan,
  MultiPolygon,
  Polygon,
  Position,
  Sharing,
} from '@nitaq/core';
import { type EditOutcome, makeEdit } from './edit-request.ts';
import { editWithin, type Locks } from './locks.ts';
import { meaningOf, meaningOfShape, type ShapeStroke, type StrokeMeaning } from './stroke.ts';
import type { StrokeGround } from './stroke-ground.ts';
import { withoutTangles } from './without-tangles.ts';

/** What is drawn so far: the line of a stroke, or a shape. */
export type DrawnSoFar = readonly Position[] | Polygon;

/** What would come of a stroke if the hand let go now? */
export interface PreviewQuestion {
  readonly plan: EditedPlan;
  /** What is shared by agreement, and on which day. */
  readonly sharing: Sharing;
  readonly locks: Locks;
  readonly stroke: ShapeStroke;
  readonly drawn: DrawnSoFar;
}

/** What comes of a stroke: an edit, made or refused, or what it means where that is none. */
export type StrokeResult =
  | { readonly kind: 'edit'; readonly outcome: EditOutcome }
  | Exclude<StrokeMeaning, { kind: 'edit' }>;

/** What a plan would come to by a stroke, and how the map shows that. */
export interface StrokePreview {
  readonly assessment: CoverageAssessment;
  readonly ground: StrokeGround;
}

/** Does something when the page is drawn next. */
export type NextFrame = (work: () => void) => void;

/** Works out what comes of strokes, one at a time. */
export interface EditPreviewer {
  /**
   * While the hand draws: a question that another one overtakes is never answered. With what the plan would come to;
   * null where borders would cross too often for that.
   */
  ask(question: PreviewQuestion, answer: (result: StrokeResult, preview: StrokePreview | null) => void): void;
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

/** The territories that would be others, null those that would be gone; none where a stroke means nothing yet, or is refused. */
export function drawingsOf(result: StrokeResult): ReadonlyMap<AssociationId, MultiPolygon | null> {
  if (result.kind !== 'edit' || !result.outcome.ok) return new Map();
  const { changed, removed } = result.outcome;
  return new Map([
    ...changed.map(({ association, geometry }) => [association, geometry] as const),
    ...removed.map((association) => [association, null] as const),
  ]);
}

/** The plan as it would be. */
export function withDrawingsOf(plan: EditedPlan, result: StrokeResult): EditedPlan {
  const drawings = drawingsOf(result);
  const territories = new Map(plan.territories.map(({ association, geometry }) => [association, geometry]));
  for (const [association, geometry] of drawings) {
    if (geometry === null) territories.delete(association);
    else territories.set(association, geometry);
  }
  return {
    ...plan,
    territories: [...territories].map(([association, geometry]) => ({ association, geometry })),
  };
}
