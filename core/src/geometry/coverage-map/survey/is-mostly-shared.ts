import type { DrawnRings } from './drawn-rings.ts';
import { edgeHash, placeHash } from './twin-edges.ts';

/** About so many edges are looked at, of a small plan every second: those of whose hash some upper bits are zero. */
const SAMPLE = 256;
/** Below this share, nearly all edges are near to one that is not shared. */
const MOST = 0.8;

/**
 * Whether most edges of rings are had by two of them, as far as a sample tells. The sample is of edges, not of places: an
 * edge is in it for all rings that have it, or for none.
 */
export function isMostlyShared({ x, y, ringAt, placeCount }: DrawnRings): boolean {
  const uses = new Map<number, number>();
  const shift = 32 - Math.max(1, Math.floor(Math.log2(placeCount / SAMPLE)));
  for (let place = 1; place < placeCount; place++) {
    // The same whichever way the edge runs.
    const sums = placeHash((x[place] ?? 0) + (x[place - 1] ?? 0), (y[place] ?? 0) + (y[place - 1] ?? 0));
    // Between two rings there is no edge.
    if (sums >>> shift !== 0 || ringAt[place] !== ringAt[place - 1]) continue;
    const from = placeHash(x[place - 1] ?? 0, y[place - 1] ?? 0);
    const edge = edgeHash(from, placeHash(x[place] ?? 0, y[place] ?? 0));
    uses.set(edge, (uses.get(edge) ?? 0) + 1);
  }
  let shared = 0;
  for (const count of uses.values()) if (count > 1) shared++;
  return shared > MOST * uses.size;
}
