import { orientation, type Point } from './orientation.ts';

/**
 * The corners of the convex hull, counter-clockwise from the westernmost, without points along its sides. Andrew's
 * monotone chain (1979).
 */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const south = chain(sorted);
  const north = chain(sorted.reverse());
  // Each chain ends where the other begins.
  return south.length > 1 ? [...south.slice(0, -1), ...north.slice(0, -1)] : south;
}

/** The points where a way along the others, with all of them on its left, turns. */
function chain(sorted: readonly Point[]): Point[] {
  const turns: Point[] = [];
  for (const point of sorted) {
    for (let before = turns.at(-2), last = turns.at(-1); last; last = turns.at(-1), before = turns.at(-2)) {
      const isRepeated = last.x === point.x && last.y === point.y;
      if (!isRepeated && (before === undefined || orientation(before, last, point) > 0)) break;
      turns.pop();
    }
    turns.push(point);
  }
  return turns;
}

/** Area within a ring of points in the unit of the plane squared, whatever its winding. */
export function planeArea(ring: readonly Point[]): number {
  const origin = ring[0];
  let twice = 0;
  let from = ring.at(-1);
  for (const to of ring) {
    if (origin && from)
      twice += (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y);
    from = to;
  }
  return Math.abs(twice) / 2;
}
