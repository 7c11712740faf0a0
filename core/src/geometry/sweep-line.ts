import { orientation, type Point } from './orientation.ts';

/** An edge with its ends in the order of the sweep: west to east, then south to north. */
export interface SweptEdge {
  readonly low: Point;
  readonly high: Point;
}

/** The order in which a sweep meets points: from west to east, then from south to north. */
export function compareSwept(a: Point, b: Point): number {
  return a.x - b.x || a.y - b.y;
}

/** Orders edges that leave a point to the east (or straight north) from south to north. Exact. */
export function compareLeaving(point: Point): (a: SweptEdge, b: SweptEdge) => number {
  return (a, b) => orientation(point, b.high, a.high);
}

/**
 * Where the edges through a point stand among those that the sweep line cuts (from south to north): from the first
 * index up to, but without, the second. Both are the place of the point where no edge runs through it. Exact.
 */
export function rangeThrough(cut: readonly SweptEdge[], point: Point): readonly [from: number, to: number] {
  const from = firstIndex(cut, ({ low, high }) => orientation(low, high, point) <= 0);
  const to = firstIndex(cut, ({ low, high }) => orientation(low, high, point) < 0);
  return [from, to];
}

function firstIndex(cut: readonly SweptEdge[], isReached: (edge: SweptEdge) => boolean): number {
  let [low, high] = [0, cut.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = cut[middle];
    if (edge && isReached(edge)) high = middle;
    else low = middle + 1;
  }
  return low;
}
