import { assessCoverage, type CoverageAssessment } from '@nitaq/core';
import type { FoundAreas, Peer, Plan } from '../peers/peer.ts';

/** Every gap and overlap counts, however thin. */
export function assess({ boundary, territories }: Plan): CoverageAssessment {
  return assessCoverage({
    boundary,
    territories,
    villages: [],
    thresholds: { minWidthM: 0, minAreaM2: 0 },
  });
}

/** Our areas, counted as a peer counts them. */
export function ourAreas(assessed: CoverageAssessment, counts: Peer<unknown>['counts']): FoundAreas {
  const overlapKm2 = assessed.overlaps.features.reduce((sum, { properties }) => {
    const claimants = properties.associations.length;
    return (
      sum + properties.areaKm2 * (counts === 'pairs' ? (claimants * (claimants - 1)) / 2 : claimants - 1)
    );
  }, 0);
  return { overlapKm2, gapKm2: assessed.totals.gapKm2 };
}

/** How far two sums are apart, as a share of the larger. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
