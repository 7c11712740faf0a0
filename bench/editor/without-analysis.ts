/** Stands where `core/src/assessment/live-assessment.ts` and `web/src/api/edit-previewer.ts` are, in the build that draws without working anything out. */
import { assessCoverage, type CoverageQuestion, type LiveAssessment } from '@nitaq/core';

export type { LiveAssessment };

/** Says after every change what was so at the beginning. */
export function followCoverage(question: CoverageQuestion): LiveAssessment {
  const atFirst = assessCoverage(question);
  return { update: () => atFirst };
}

/** Never says what would come of a stroke; when the hand lets go, the page works it out by itself. */
export function createEditPreviewer() {
  return {
    ask: () => undefined,
    conclude: (_question: unknown, answer: (result: null) => void) => answer(null),
  };
}
