import { isNearEdge } from '../../src/edits/border-vertex.ts';
import { forPieces } from '../../src/edits/borders.ts';
import type { EditedPlan } from '../../src/edits/edit.ts';

/** Whether a village lies so close to a border that a vertex cut into that, rounded, can bring it to the other side. */
export function hasVillageBesideBorder({ territories, villages }: EditedPlan): boolean {
  const places = villages.flatMap(({ location }) => (location ? [location] : []));
  let isBeside = false;
  for (const ring of territories.flatMap(({ geometry }) => geometry.coordinates.flat())) {
    forPieces(ring, (from, to) => {
      isBeside ||= places.some((place) => isNearEdge(place, from, to));
    });
  }
  return isBeside;
}
