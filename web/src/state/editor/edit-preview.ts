import type { AssociationId, EditedPlan, MultiPolygon, Polygon, Position } from '@nitaq/core';
import { makeEdit } from './edit-request.ts';
import { editWithin, type Locks } from './locks.ts';
import { meaningOf, meaningOfShape, type ShapeStroke } from './stroke.ts';
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

/** A territory that would be another; null: nothing would be left of it. */
export interface PreviewedTerritory {
  readonly association: AssociationId;
  readonly geometry: MultiPolygon | null;
}

/** Works out previews, one at a time; a question that another one overtakes is never answered. */
export interface EditPreviewer {
  ask(question: PreviewQuestion, answer: (territories: readonly PreviewedTerritory[]) => void): void;
}

/** The territories that a stroke would change; none where it means nothing yet, or is refused. */
export function previewOf({ plan, locks, stroke, drawn }: PreviewQuestion): PreviewedTerritory[] {
  return withoutTangles(() => {
    const meaning =
      'type' in drawn
        ? meaningOfShape(drawn, stroke, plan)
        : meaningOf({ ...stroke, positions: drawn }, plan);
    if (meaning.kind !== 'edit') return [];
    const outcome = editWithin(locks, { plan, request: meaning.request }, makeEdit);
    if (!outcome.ok) return [];
    const removed = outcome.removed.map((association) => ({ association, geometry: null }));
    return [...outcome.changed, ...removed];
  }, []);
}
