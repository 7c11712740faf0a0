import type { AssociationId, EditedPlan, MultiPolygon, TerritoryShape } from '@nitaq/core';
import type {
  EditPreviewer,
  PreviewQuestion,
  StrokePreview,
  StrokeResult,
} from '../state/editor/edit-preview.ts';
import { keepShape } from '../state/territory-shapes.ts';
import { assessmentReceiver, type SentAssessment } from './sent-assessment.ts';
import { restored, type SplicedDrawing } from './spliced-drawing.ts';

/** A question as it goes to the worker: of the plan only what that does not have yet. */
export interface PreviewMessage {
  readonly question: Omit<PreviewQuestion, 'plan'>;
  readonly plan: PlanChange | null;
  /** Whether it is asked what the plan would come to. */
  readonly isAssessed: boolean;
}

/** What is another in a plan than in the one that was asked about before; null in its place where that is the same. */
export interface PlanChange
  extends Partial<Pick<EditedPlan, 'boundary' | 'villages'>>,
    Pick<EditedPlan, 'territories'> {
  /** All that have a territory, in their order. */
  readonly order: readonly string[];
}

export interface PreviewAnswer {
  /** Without the drawings of an edit, which come spliced. */
  readonly result: StrokeResult;
  readonly changed: readonly { readonly association: AssociationId; readonly drawing: SplicedDrawing }[];
  /** What the panel says of the territory that is drawn: with a long border it takes as long as all else there. */
  readonly shape: TerritoryShape | null;
  /** Null of a stroke that is over, and where borders would cross too often. */
  readonly preview: (Pick<StrokePreview, 'ground'> & { readonly assessment: SentAssessment }) | null;
}

interface Job {
  readonly question: PreviewQuestion;
  readonly answer: (result: StrokeResult | null, preview: StrokePreview | null) => void;
  /** The hand has let go: this one is not overtaken. */
  readonly isLast: boolean;
}

/** Previews, and what comes of a stroke in the end, are worked out in a thread of their own, so that the hand is never kept waiting. */
export function createEditPreviewer(): EditPreviewer {
  let worker: Worker | null = null;
  let running: Job | null = null;
  let waiting: Job | null = null;
  let known = new Map<string, MultiPolygon>();
  let last: EditedPlan | null = null;

  const received = assessmentReceiver();

  const changeTo = (plan: EditedPlan): PlanChange | null => {
    if (last && isSamePlan(last, plan)) return null;
    const change = {
      ...(last?.boundary === plan.boundary ? {} : { boundary: plan.boundary }),
      ...(last?.villages === plan.villages ? {} : { villages: plan.villages }),
      territories: plan.territories.filter(
        ({ association, geometry }) => known.get(association) !== geometry,
      ),
      order: plan.territories.map(({ association }) => association),
    };
    last = plan;
    known = new Map(plan.territories.map(({ association, geometry }) => [association, geometry]));
    return change;
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<PreviewAnswer>) => {
      const done = running;
      running = null;
      const preview = data.preview && { ...data.preview, assessment: received(data.preview.assessment) };
      next();
      done?.answer(resultIn(data, done.question), preview);
    };
    // Without previews drawing goes on: what a stroke comes to is worked out when the hand lets go, and seen then.
    started.onerror = (event) => {
      console.warn(event.message);
      const unanswered = [running, waiting];
      running = null;
      waiting = null;
      for (const job of unanswered) if (job?.isLast) job.answer(null, null);
    };
    return started;
  };

  const next = () => {
    if (running || !waiting) return;
    running = waiting;
    waiting = null;
    worker ??= start();
    const { question, isLast } = running;
    const { plan, ...asked } = question;
    const message: PreviewMessage = { question: asked, plan: changeTo(plan), isAssessed: !isLast };
    worker.postMessage(message);
  };

  return {
    ask: (question, answer) => {
      if (waiting?.isLast) return;
      waiting = {
        question,
        answer: (result, preview) => result && answer(result, preview),
        isLast: false,
      };
      next();
    },
    conclude: (question, answer) => {
      waiting = { question, answer, isLast: true };
      next();
    },
  };
}

function isSamePlan(before: EditedPlan, now: EditedPlan): boolean {
  if (before === now) return true;
  return (
    before.boundary === now.boundary &&
    before.villages === now.villages &&
    before.territories.length === now.territories.length &&
    before.territories.every(
      ({ association, geometry }, i) =>
        association === now.territories[i]?.association && geometry === now.territories[i].geometry,
    )
  );
}

/** Whole again, on the plan that was asked about. */
function resultIn(
  { result, changed, shape }: PreviewAnswer,
  { plan, stroke }: PreviewQuestion,
): StrokeResult {
  if (result.kind !== 'edit' || !result.outcome.ok) return result;
  const before = new Map(plan.territories.map(({ association, geometry }) => [association, geometry]));
  const drawn = changed.map(({ association, drawing }) => ({
    association,
    geometry: restored(before.get(association) ?? null, drawing),
  }));
  const own = drawn.find(({ association }) => association === stroke.association);
  if (own && shape) keepShape(own.geometry, shape);
  return { ...result, outcome: { ...result.outcome, changed: drawn } };
}
