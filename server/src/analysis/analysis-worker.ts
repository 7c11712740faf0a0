import { assessCoverage, type CoverageAssessment, type CoverageQuestion } from '@nitaq/core';

/** Runs in a thread of the analyser's pool. */
export function assess(input: CoverageQuestion): CoverageAssessment {
  return assessCoverage(input);
}
