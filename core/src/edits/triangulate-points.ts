import { orientation, type Point } from '../geometry/orientation.ts';
import { addTriangle, edgeName, flipDiagonals, type Triangles } from './triangulation.ts';

/**
 * The Delaunay triangulation of points that are all different; the three westernmost (of those on one meridian the
 * southernmost) must not lie in one line. They are joined to the hull of those before from west to east, and diagonals
 * flipped each time (Lawson 1977).
 */
export function triangulatePoints(points: readonly Point[]): Triangles {
  const order = points.map((_, i) => i).sort((a, b) => compare(points[a], points[b]));
  const triangles: Triangles = new Map();
  // Counter-clockwise around all points so far.
  const [next, before] = [new Int32Array(points.length), new Int32Array(points.length)];
  const [first = 0, second = 0] = order;
  link(next, before, [first, second, first]);
  let last = second;
  for (const point of order.slice(2)) {
    const suspects: number[] = [];
    const seesBehind = (from: number, to: number): boolean => {
      if (!isRightOf(points, [from, to], point)) return false;
      addTriangle(triangles, [to, from, point], points.length);
      suspects.push(edgeName(from, to, points.length));
      return true;
    };
    let [low, high] = [last, last];
    while (seesBehind(high, next[high] ?? 0)) high = next[high] ?? 0;
    while (seesBehind(before[low] ?? 0, low)) low = before[low] ?? 0;
    link(next, before, [low, point, high]);
    flipDiagonals(triangles, points, suspects);
    last = point;
  }
  return triangles;
}

function compare(a: Point | undefined, b: Point | undefined): number {
  return a && b ? a.x - b.x || a.y - b.y : 0;
}

function isRightOf(points: readonly Point[], [from, to]: readonly [number, number], point: number): boolean {
  const [a, b, c] = [points[from], points[to], points[point]];
  return a !== undefined && b !== undefined && c !== undefined && orientation(a, b, c) < 0;
}

function link(next: Int32Array, before: Int32Array, chain: readonly number[]): void {
  for (const [i, to] of chain.entries()) {
    const from = chain[i - 1];
    if (from === undefined) continue;
    next[from] = to;
    before[to] = from;
  }
}
