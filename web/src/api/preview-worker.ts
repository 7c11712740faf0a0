import {
  type AssociationId,
  type EditedPlan,
  followCoverage,
  followGround,
  type LiveGround,
  territoryShape,
} from '@nitaq/core';
import { resultOf, type StrokeResult, withDrawingsOf } from '../state/editor/edit-preview.ts';
import { createPlanAssessor } from '../state/editor/plan-assessor.ts';
import { strokeGround } from '../state/editor/stroke-ground.ts';
import { withoutTangles } from '../state/editor/without-tangles.ts';
import type { PreviewAnswer, PreviewMessage } from './edit-previewer.ts';
import { assessmentSender } from './sent-assessment.ts';
import { spliced } from './spliced-drawing.ts';

/** The plan as it was asked about last. */
let edited: EditedPlan = { boundary: null, villages: [], territories: [] };
const territories = new Map<string, EditedPlan['territories'][number]>();
let last: {
  readonly question: string;
  readonly answer: Omit<PreviewAnswer, 'preview'>;
  readonly before: EditedPlan;
  readonly plan: EditedPlan;
} | null = null;
let ground: LiveGround = followGround(null);
const assess = createPlanAssessor(followCoverage);
const sent = assessmentSender();

self.onmessage = ({ data: { question, plan, isAssessed } }: MessageEvent<PreviewMessage>) => {
  if (plan) {
    for (const territory of plan.territories) territories.set(territory.association, territory);
    const { boundary = edited.boundary, villages = edited.villages } = plan;
    if (boundary !== edited.boundary) ground = followGround(boundary);
    const present = plan.order.flatMap((association) => territories.get(association) ?? []);
    edited = { boundary, villages, territories: present };
  }
  const asked = JSON.stringify(question);
  // A hand that lets go where it stood asks once more what was just answered.
  if (plan || last?.question !== asked) {
    const result = resultOf({ ...question, plan: edited });
    last = {
      question: asked,
      answer: answerOf(result, question.stroke.association, edited.territories),
      before: edited,
      plan: withDrawingsOf(edited, result),
    };
  }
  const { answer, before, plan: now } = last;
  const { sharing } = question;
  const preview = withoutTangles(() => {
    if (!isAssessed) return null;
    const assessment = assess(now, sharing);
    return { assessment, ground: strokeGround(ground, { before, now, sharing, assessment }) };
  }, null);
  self.postMessage({
    ...answer,
    preview: preview && { ...preview, assessment: sent(preview.assessment) },
  } satisfies PreviewAnswer);
};

/** An edit as what it changes in the territories that were asked about. */
function answerOf(
  result: StrokeResult,
  association: AssociationId,
  present: EditedPlan['territories'],
): Omit<PreviewAnswer, 'preview'> {
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
