import { type AssociationId, type EditedPlan, territoryShape } from '@nitaq/core';
import { resultOf, type StrokeResult } from '../state/editor/edit-preview.ts';
import type { PreviewAnswer, PreviewMessage } from './edit-previewer.ts';
import { spliced } from './spliced-drawing.ts';

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
    last = { question: asked, answer: answerOf(result, question.stroke.association, present) };
  }
  self.postMessage(last.answer);
};

/** An edit as what it changes in the territories that were asked about. */
function answerOf(
  result: StrokeResult,
  association: AssociationId,
  present: EditedPlan['territories'],
): PreviewAnswer {
  if (result.kind !== 'edit' || !result.outcome.ok) return { result, changed: [], shape: null };
  const { changed } = result.outcome;
  const before = new Map(present.map((territory) => [territory.association, territory.geometry]));
  const own = changed.find((territory) => territory.association === association);
  return {
    result: { ...result, outcome: { ...result.outcome, changed: [] } },
    changed: changed.map((territory) => ({
      association: territory.association,
      drawing: spliced(before.get(territory.association) ?? null, territory.geometry),
    })),
    shape: own ? territoryShape(own.geometry) : null,
  };
}
