import { incircle } from 'robust-predicates';
import { orientation, type Point } from '../geometry/orientation.ts';

/** For each edge, named by `edgeName`, the one or two corners that make a triangle with it. */
export type Triangles = Map<number, number[]>;

/** Names an edge between two corners of a polygon with so many. */
export function edgeName(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b);
}

/**
 * The constrained Delaunay triangulation of a simple polygon, counter-clockwise: ears are cut off (Meisters 1975), then
 * diagonals flipped (Lawson 1977). Null where no ear is found, because the polygon touches itself.
 */
export function triangulate(polygon: readonly Point[]): Triangles | null {
  const triangles = cutEars(polygon);
  if (triangles) flipDiagonals(triangles, polygon, [...triangles.keys()]);
  return triangles;
}

function cutEars(polygon: readonly Point[]): Triangles | null {
  const count = polygon.length;
  const triangles: Triangles = new Map();
  const left = polygon.map((_, i) => i);
  let place = 0;
  for (let misses = 0; left.length > 2; ) {
    if (misses > left.length) return null;
    const at = place % left.length;
    const [a, b, c] = [left[(at + left.length - 1) % left.length], left[at], left[(at + 1) % left.length]];
    if (a === undefined || b === undefined || c === undefined) return null;
    if (!isEar(polygon, left, [a, b, c])) {
      misses++;
      place = at + 1;
      continue;
    }
    addTriangle(triangles, [a, b, c], count);
    left.splice(at, 1);
    misses = 0;
    // Skipping one makes fans less likely.
    place = at + 1;
  }
  return triangles;
}

export type Corners = readonly [number, number, number];

function isEar(polygon: readonly Point[], left: readonly number[], [a, b, c]: Corners): boolean {
  const [pa, pb, pc] = [polygon[a], polygon[b], polygon[c]];
  if (!pa || !pb || !pc || orientation(pa, pb, pc) <= 0) return false;
  const [minX, maxX] = [Math.min(pa.x, pb.x, pc.x), Math.max(pa.x, pb.x, pc.x)];
  const [minY, maxY] = [Math.min(pa.y, pb.y, pc.y), Math.max(pa.y, pb.y, pc.y)];
  return left.every((one) => {
    const point = polygon[one];
    if (one === a || one === b || one === c || !point) return true;
    if (point.x < minX || point.x > maxX || point.y < minY || point.y > maxY) return true;
    return orientation(pa, pb, point) < 0 || orientation(pb, pc, point) < 0 || orientation(pc, pa, point) < 0;
  });
}

/** Adds a triangle of three of so many corners. */
export function addTriangle(triangles: Triangles, [a, b, c]: Corners, count: number): void {
  const add = (from: number, to: number, apex: number): void => {
    const name = edgeName(from, to, count);
    triangles.set(name, [...(triangles.get(name) ?? []), apex]);
  };
  add(a, b, c);
  add(b, c, a);
  add(c, a, b);
}

/** Flips the suspected edges, and those that come under suspicion then, until each triangle's circle is empty. */
export function flipDiagonals(triangles: Triangles, polygon: readonly Point[], suspects: number[]): void {
  const count = polygon.length;
  for (let name = suspects.pop(); name !== undefined; name = suspects.pop()) {
    const [c, d] = triangles.get(name) ?? [];
    const [a, b] = [Math.floor(name / count), name % count];
    if (c === undefined || d === undefined || !isBetterFlipped(polygon, [a, b], [c, d])) continue;
    triangles.delete(name);
    triangles.set(edgeName(c, d, count), [a, b]);
    const replace = (from: number, to: number, [before, after]: readonly [number, number]): void => {
      const side = edgeName(from, to, count);
      triangles.set(
        side,
        (triangles.get(side) ?? []).map((apex) => (apex === before ? after : apex)),
      );
      suspects.push(side);
    };
    replace(a, c, [b, d]);
    replace(b, c, [a, d]);
    replace(a, d, [b, c]);
    replace(b, d, [a, c]);
  }
}

/** Whether the other diagonal lies within the two triangles and each circle is then empty. */
function isBetterFlipped(
  polygon: readonly Point[],
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): boolean {
  const [pa, pb, pc, pd] = [polygon[a], polygon[b], polygon[c], polygon[d]];
  if (!pa || !pb || !pc || !pd) return false;
  const [one, other] = orientation(pa, pb, pc) > 0 ? [pc, pd] : [pd, pc];
  // Counter-clockwise around both: a, other, b, one.
  if (orientation(other, one, pa) <= 0 || orientation(one, other, pb) <= 0) return false;
  // Positive within the circle of a triangle that runs counter-clockwise.
  return incircle(pa.x, pa.y, pb.x, pb.y, one.x, one.y, other.x, other.y) > 0;
}
