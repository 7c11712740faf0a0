import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { pieceKey, placeKey } from './borders.ts';
import { boundaryEdgeSearch } from './boundary-edges.ts';

/**
 * The boundary of an area with a vertex wherever a territory has one on an edge of it, as closely as rounding allows: so
 * the borders that run along it are the very same.
 */
export function conformedBoundary(boundary: MultiPolygon, territories: readonly Territory[]): MultiPolygon {
  const insertions = insertionsInto(boundary, territories);
  if (insertions.size === 0) return boundary;
  const conformed = (ring: Ring): Ring =>
    ring.flatMap((to, i) => {
      const from = ring[i - 1];
      const between = from ? (insertions.get(pieceKey(from, to)) ?? []) : [];
      return from ? [...sortedAlong(from, between), to] : [to];
    });
  return { type: 'MultiPolygon', coordinates: boundary.coordinates.map((rings) => rings.map(conformed)) };
}

/** The vertices on each edge, by its key. */
function insertionsInto(boundary: MultiPolygon, territories: readonly Territory[]): Map<string, Position[]> {
  const known = new Set(boundary.coordinates.flat(2).map(placeKey));
  const edgesNear = boundaryEdgeSearch(boundary);
  const insertions = new Map<string, Position[]>();
  for (const { geometry } of territories) {
    for (const position of geometry.coordinates.flat(2)) {
      if (known.has(placeKey(position))) continue;
      known.add(placeKey(position));
      const [edge, another] = edgesNear(position);
      if (!edge || another) continue;
      const key = pieceKey(...edge);
      insertions.set(key, [...(insertions.get(key) ?? []), position]);
    }
  }
  return insertions;
}

function sortedAlong([x, y]: Position, positions: readonly Position[]): Position[] {
  const away = ([px, py]: Position): number => Math.hypot(px - x, py - y);
  return [...positions].sort((a, b) => away(a) - away(b));
}
