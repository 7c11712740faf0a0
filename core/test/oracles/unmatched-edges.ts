import { boundaryEdgesAt, isNearEdge } from '../../src/edits/border-vertex.ts';
import type { EditedPlan } from '../../src/edits/edit.ts';
import type { MultiPolygon, Position } from '../../src/model/geometry.ts';

/** The edges that no other territory has in the opposite direction, nor run along the boundary: none in a whole plan. */
export function unmatchedEdges({ boundary, territories }: EditedPlan): [Position, Position][] {
  const all = territories.flatMap(({ geometry }) => edgesOf(geometry));
  const keys = new Set(all.map(([from, to]) => `${from} ${to}`));
  return all.filter(([from, to]) => {
    if (keys.has(`${to} ${from}`)) return false;
    return !boundaryEdgesAt(boundary, from).some(([a, b]) => isNearEdge(to, a, b));
  });
}

function edgesOf({ coordinates }: MultiPolygon): [Position, Position][] {
  return coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((to, i): [Position, Position][] => {
      const from = ring[i];
      return from ? [[from, to]] : [];
    }),
  );
}
