import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import { isNearEdge, stepsOf } from './border-vertex.ts';
import { forPieces } from './borders.ts';

/** An edge of the area's boundary, which has the area on its left. */
export type BoundaryEdge = readonly [from: Position, to: Position];

/** Tells on which edges of a boundary a position lies, as closely as rounding allows; for many positions. */
export function boundaryEdgeSearch(boundary: MultiPolygon): (position: Position) => BoundaryEdge[] {
  const edges: BoundaryEdge[] = [];
  for (const ring of boundary.coordinates.flat()) forPieces(ring, (from, to) => edges.push([from, to]));
  if (edges.length === 0) return () => [];
  const index = new Flatbush(edges.length);
  for (const [from, to] of edges) {
    const [a, b] = [stepsOf(from), stepsOf(to)];
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  }
  index.finish();
  return (position) => {
    const { x, y } = stepsOf(position);
    return index.search(x - 1, y - 1, x + 1, y + 1).flatMap((number) => {
      const edge = edges[number];
      return edge && isNearEdge(position, ...edge) ? [edge] : [];
    });
  };
}
