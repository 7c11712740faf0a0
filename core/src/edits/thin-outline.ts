import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import { isNearEdge } from './border-vertex.ts';
import { placeKey } from './borders.ts';

/** Whether an outline has a vertex at one of the places that the other outline has not. */
export function gainsVertex(
  outline: MultiPolygon,
  before: MultiPolygon,
  places: ReadonlySet<string>,
): boolean {
  const old = verticesOf(before);
  return outline.coordinates.flat(2).some((position) => {
    const key = placeKey(position);
    return places.has(key) && !old.has(key);
  });
}

/**
 * The outline without the vertices that were cut into edges far from a change: an edge of the outline before comes back
 * as it was, unless one of the places lies on it.
 */
export function thinOutline(
  outline: MultiPolygon,
  before: MultiPolygon,
  places: ReadonlySet<string>,
): MultiPolygon {
  const old = verticesOf(before);
  const edges = edgesOf(before);
  const thin = (ring: Ring): Ring => thinRing(ring, { old, edges, places });
  return { type: 'MultiPolygon', coordinates: outline.coordinates.map((rings) => rings.map(thin)) };
}

interface Before {
  readonly old: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function thinRing(ring: Ring, { old, edges, places }: Before): Ring {
  const open = ring.slice(0, -1);
  const first = open.findIndex((position) => old.has(placeKey(position)));
  if (first < 0) return ring;
  const rotated = [...open.slice(first), ...open.slice(0, first + 1)];
  const kept: Ring = rotated.slice(0, 1);
  let pending: Ring = [];
  for (const position of rotated.slice(1)) {
    if (!old.has(placeKey(position))) {
      pending.push(position);
      continue;
    }
    const from = kept.at(-1) ?? position;
    // Of a triangle that was cut at one corner, the way around lies between the ends of its third edge, but not on it.
    const isLeft =
      edges.has(edgeKey(from, position)) &&
      pending.every((one) => !places.has(placeKey(one)) && isNearEdge(one, from, position));
    kept.push(...(isLeft ? [] : pending), position);
    pending = [];
  }
  return kept;
}

function verticesOf(geometry: MultiPolygon): Set<string> {
  return new Set(geometry.coordinates.flat(2).map(placeKey));
}

function edgesOf(geometry: MultiPolygon): Set<string> {
  const keys = new Set<string>();
  for (const ring of geometry.coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1], ring[i]];
      if (from && to) keys.add(edgeKey(from, to));
    }
  }
  return keys;
}

/** The same in both directions. */
function edgeKey(a: Position, b: Position): string {
  const [one, other] = [placeKey(a), placeKey(b)];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
