import {
  type AffectedAssociation,
  affectedAssociations,
  assessCoverage,
  type ContentsToCompare,
  type ContentsToMerge,
  type CoverageAssessment,
  type CoverageQuestion,
  checkAgainstArea,
  type GeometryFault,
  type MultiPolygon,
  type Rebased,
  rebaseContent,
  type Territory,
  TooManyCrossingsError,
} from '@nitaq/core';

export interface PlacementQuestion {
  readonly boundary: MultiPolygon;
  readonly territories: readonly Territory[];
}

/** Runs in a thread of the analyser's pool. Null: the outlines cross too often. */
export function assess(input: CoverageQuestion): CoverageAssessment | null {
  return orNull(() => assessCoverage(input));
}

/** An error would lose its class on the way out of the thread, so a refusal goes as null. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyCrossingsError) return null;
    throw error;
  }
}

/** Runs in a thread of the analyser's pool. Null: the outlines cross too often. */
export function findAffected(input: ContentsToCompare): AffectedAssociation[] | null {
  return orNull(() => affectedAssociations(input));
}

/** Runs in a thread of the analyser's pool. Null: the outlines cross too often. */
export function rebase(input: ContentsToMerge): Rebased | null {
  return orNull(() => rebaseContent(input));
}

/** Runs in a thread of the analyser's pool: of each territory, what is wrong with where it lies, or null. */
export function checkPlacement({ boundary, territories }: PlacementQuestion): (GeometryFault | null)[] {
  return territories.map(({ geometry }) => checkAgainstArea(geometry, boundary));
}
