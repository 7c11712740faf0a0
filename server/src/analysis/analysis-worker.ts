import {
  assessCoverage,
  type CoverageAssessment,
  type CoverageQuestion,
  checkAgainstArea,
  type GeometryFault,
  type MultiPolygon,
  type Territory,
  TooManyCrossingsError,
} from '@nitaq/core';

/** An error would lose its class on the way out of the thread, so a refusal goes as null. */
export type AssessmentOrRefusal = CoverageAssessment | null;

export interface PlacementQuestion {
  readonly boundary: MultiPolygon;
  readonly territories: readonly Territory[];
}

/** Runs in a thread of the analyser's pool. Null: the outlines cross too often. */
export function assess(input: CoverageQuestion): AssessmentOrRefusal {
  try {
    return assessCoverage(input);
  } catch (error) {
    if (error instanceof TooManyCrossingsError) return null;
    throw error;
  }
}

/** Runs in a thread of the analyser's pool: of each territory, what is wrong with where it lies, or null. */
export function checkPlacement({ boundary, territories }: PlacementQuestion): (GeometryFault | null)[] {
  return territories.map(({ geometry }) => checkAgainstArea(geometry, boundary));
}
