import type { EditedPlan, MultiPolygon } from '@nitaq/core';
import type { EditPreviewer, PreviewedTerritory, PreviewQuestion } from '../state/editor/edit-preview.ts';

/** A question as it goes to the worker: of the plan only what that does not have yet. */
export interface PreviewMessage {
  readonly question: Omit<PreviewQuestion, 'plan'>;
  readonly plan: Partial<Pick<EditedPlan, 'boundary' | 'villages'>> & Pick<EditedPlan, 'territories'>;
  /** All that have a territory, in their order. */
  readonly order: readonly string[];
}

interface Job {
  readonly question: PreviewQuestion;
  readonly answer: (territories: readonly PreviewedTerritory[]) => void;
}

/** Previews are worked out in a thread of their own, so that the hand is never kept waiting. */
export function createEditPreviewer(): EditPreviewer {
  let worker: Worker | null = null;
  let running: Job | null = null;
  let waiting: Job | null = null;
  let known = new Map<string, MultiPolygon>();
  let last: Pick<EditedPlan, 'boundary' | 'villages'> | null = null;

  const messageOf = ({ plan, ...question }: PreviewQuestion): PreviewMessage => {
    const message = {
      question,
      plan: {
        ...(last?.boundary === plan.boundary ? {} : { boundary: plan.boundary }),
        ...(last?.villages === plan.villages ? {} : { villages: plan.villages }),
        territories: plan.territories.filter(
          ({ association, geometry }) => known.get(association) !== geometry,
        ),
      },
      order: plan.territories.map(({ association }) => association),
    };
    last = plan;
    known = new Map(plan.territories.map(({ association, geometry }) => [association, geometry]));
    return message;
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<readonly PreviewedTerritory[]>) => {
      const done = running;
      running = null;
      next();
      done?.answer(data);
    };
    // Without previews drawing goes on: what a stroke comes to is seen when the hand lets go.
    started.onerror = (event) => {
      console.warn(event.message);
      running = null;
    };
    return started;
  };

  const next = () => {
    if (running || !waiting) return;
    running = waiting;
    waiting = null;
    worker ??= start();
    worker.postMessage(messageOf(running.question));
  };

  return {
    ask: (question, answer) => {
      waiting = { question, answer };
      next();
    },
  };
}
