import type { GridRing } from '../../grid.ts';

/** One edge of so many is looked at. */
const SAMPLE = 16;
/** Below this share, nearly all edges are near to one that is not shared. */
const MOST = 0.85;

/**
 * Whether most edges of rings are had by two of them, as far as a sample tells. The sample is of edges, not of places: an
 * edge is in it for all rings that have it, or for none.
 */
export function isMostlyShared(rings: readonly GridRing[]): boolean {
  const uses = new Map<number, number>();
  for (const points of rings) {
    let before = hashOf(points[points.length - 2] ?? 0, points[points.length - 1] ?? 0);
    for (let i = 0; i + 1 < points.length; i += 2) {
      const now = hashOf(points[i] ?? 0, points[i + 1] ?? 0);
      // The same whichever way the ring runs.
      const edge = Math.imul(before ^ now, 0x85ebca6b) ^ (before + now);
      if (((edge ^ (edge >>> 15)) & (SAMPLE - 1)) === 0) uses.set(edge, (uses.get(edge) ?? 0) + 1);
      before = now;
    }
  }
  let shared = 0;
  for (const count of uses.values()) if (count > 1) shared++;
  return shared > MOST * uses.size;
}

function hashOf(x: number, y: number): number {
  return Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0xc2b2ae35);
}
