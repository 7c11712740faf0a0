import type { CoverageAssessment, Ring } from '@nitaq/core';
import type { PlantedDefect } from '../../core/test/generators/planted-defects.ts';
import type { Plan } from '../peers/peer.ts';
import { usCounties } from './data.ts';
import { assess } from './our-areas.ts';

export interface PlantedResult {
  readonly text: string;
  readonly missed: number;
  readonly unexplained: number;
  readonly note: string;
}

/**
 * Compares what is found with what was planted: same claimants, same corners. What the counties have before any damage
 * (their borders cross in two places of the data itself) is no planted defect and no mistake.
 */
export function plantedNote({
  defects,
  ...plan
}: Plan & { readonly defects: readonly PlantedDefect[] }): PlantedResult {
  const planted = new Set(defects.map(({ associations, outline }) => keyOf(associations, outline)));
  const before = keysOf(assess(usCounties));
  const found = keysOf(assess(plan));
  const missed = [...planted].filter((key) => !found.has(key));
  const unexplained = [...found].filter((key) => !planted.has(key) && !before.has(key));
  return {
    text: `${planted.size - missed.length} of ${planted.size} found`,
    missed: missed.length,
    unexplained: unexplained.length,
    note: `${before.size} overlaps are in the data itself`,
  };
}

function keysOf({ gaps, overlaps }: CoverageAssessment): Set<string> {
  return new Set(
    [...gaps.features, ...overlaps.features].map(({ geometry, properties }) =>
      keyOf(properties.associations, geometry.coordinates.flat()),
    ),
  );
}

/** Claimants and corners, whatever the order in which these are walked. */
function keyOf(associations: readonly string[], ring: Ring): string {
  const corners = [...new Set(ring.map(String))].sort();
  return `${associations.join('+')} ${corners.join(' ')}`;
}
