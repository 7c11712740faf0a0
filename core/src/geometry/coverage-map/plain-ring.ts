import type { Ring } from '../../model/geometry.ts';
import { toGrid } from '../grid.ts';
import { type Point, segmentsMeet } from '../orientation.ts';

/** With more points a sweep is faster than to take every pair of edges. */
const MOST_POINTS = 16;

/**
 * Whether a closed ring without spikes is seen at little cost to be simple: few points, and edges that meet in the ends
 * they share only. False says nothing.
 */
export function isPlainRing(ring: Ring): boolean {
  const count = ring.length - 1;
  if (count > MOST_POINTS) return false;
  // Edges of a triangle are all neighbours.
  if (count === 3) return true;
  const points: Point[] = [];
  for (const [longitude, latitude] of ring) points.push({ x: toGrid(longitude), y: toGrid(latitude) });
  for (let i = 0; i < count; i++) {
    // The first edge and the last one share an end as neighbours do.
    const end = i === 0 ? count - 1 : count;
    for (let j = i + 2; j < end; j++) if (edgesMeet(points, i, j)) return false;
  }
  return true;
}

function edgesMeet(points: readonly Point[], i: number, j: number): boolean {
  const a = points[i];
  const b = points[i + 1];
  const c = points[j];
  const d = points[j + 1];
  return !a || !b || !c || !d || segmentsMeet(a, b, c, d);
}
