import type { EditedPlan } from '@nitaq/core';
import { previewOf } from '../state/editor/edit-preview.ts';
import type { PreviewMessage } from './edit-previewer.ts';

/** The plan as it was asked about last. */
let boundary: EditedPlan['boundary'] = null;
let villages: EditedPlan['villages'] = [];
const territories = new Map<string, EditedPlan['territories'][number]>();

self.onmessage = ({ data: { question, plan, order } }: MessageEvent<PreviewMessage>) => {
  if (plan.boundary !== undefined) boundary = plan.boundary;
  if (plan.villages !== undefined) villages = plan.villages;
  for (const territory of plan.territories) territories.set(territory.association, territory);
  const present = order.flatMap((association) => territories.get(association) ?? []);
  self.postMessage(previewOf({ ...question, plan: { boundary, villages, territories: present } }));
};
