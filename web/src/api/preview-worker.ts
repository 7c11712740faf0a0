import { type AssociationId, type EditedPlan, territoryShape } from '@nitaq/core';
import { resultOf, type StrokeResult } from '../state/editor/edit-preview.ts';
import type { PreviewAnswer, PreviewMessage } from './edit-previewer.ts';

/** The plan as it was asked about last. */
let boundary: EditedPlan['boundary'] = null;
let villages: EditedPlan['villages'] = [];
const territories = new Map<string, EditedPlan['territories'][number]>();
let last: { readonly question: string; readonly answer: PreviewAnswer } | null = null;

self.onmessage = ({ data: { question, plan, order } }: MessageEvent<PreviewMessage>) => {
  const isSamePlan =
    plan.boundary === undefined && plan.villages === undefined && plan.territories.length === 0;
  if (plan.boundary !== undefined) boundary = plan.boundary;
  if (plan.villages !== undefined) villages = plan.villages;
  for (const territory of plan.territories) territories.set(territory.association, territory);
  const asked = JSON.stringify([question, order]);
  // A hand that lets go where it stood asks once more what was just answered.
  if (!isSamePlan || last?.question !== asked) {
    const present = order.flatMap((association) => territories.get(association) ?? []);
    const result = resultOf({ ...question, plan: { boundary, villages, territories: present } });
    last = { question: asked, answer: { result, shape: shapeIn(result, question.stroke.association) } };
  }
  self.postMessage(last.answer);
};

/** The shape of the territory that is drawn; null where it stays as it is. */
function shapeIn(result: StrokeResult, association: AssociationId): PreviewAnswer['shape'] {
  if (result.kind !== 'edit' || !result.outcome.ok) return null;
  const drawn = result.outcome.changed.find((territory) => territory.association === association);
  return drawn ? territoryShape(drawn.geometry) : null;
}
