import type { EditedPlan } from '@nitaq/core';
import { resultOf, type StrokeResult } from '../state/editor/edit-preview.ts';
import type { PreviewMessage } from './edit-previewer.ts';

/** The plan as it was asked about last. */
let boundary: EditedPlan['boundary'] = null;
let villages: EditedPlan['villages'] = [];
const territories = new Map<string, EditedPlan['territories'][number]>();
let last: { readonly question: string; readonly result: StrokeResult } | null = null;

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
    last = {
      question: asked,
      result: resultOf({ ...question, plan: { boundary, villages, territories: present } }),
    };
  }
  self.postMessage(last.result);
};
