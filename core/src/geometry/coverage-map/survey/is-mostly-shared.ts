import type { DrawnRings } from './drawn-rings.ts';
import { edgeHash, placeHash } from './twin-edges.ts';

/** One edge of so many is looked at. */
const SAMPLE = 16;
/** Below this share, nearly all edges are near to one that is not shared. */
const MOST = 0.85;

/**
 * Whether most edges of rings are had by two of them, as far as a sample tells. The sample is of edges, not of places: an
 * edge is in it for all rings that have it, or for none.
 */
export function isMostlyShared({ x, y, ringAt, placeCount }: DrawnRings): boolean {
  const uses = new Map<number, number>();
  let before = 0;
  for (let place = 0; place < placeCount; place++) {
    const now = placeHash(x[place] ?? 0, y[place] ?? 0);
    const edge = edgeHash(before, now);
    // Between two rings there is no edge.
    const isSampled = (edge & (SAMPLE - 1)) === 0 && ringAt[place] === ringAt[place - 1];
    if (isSampled) uses.set(edge, (uses.get(edge) ?? 0) + 1);
    before = now;
  }
  let shared = 0;
  for (const count of uses.values()) if (count > 1) shared++;
  return shared > MOST * uses.size;
}
