import type { Position, Ring } from '../model/geometry.ts';
import { GRID_PER_DEGREE, type GridBox, type GridPolygon } from './grid.ts';
import { orientation, type Point } from './orientation.ts';

/**
 * Overlays are computed on a grid 4096 times finer than that of the positions (about 2.7 µm): crossings rounded to
 * 1e-7 degree would move areas by hundreds of square metres along edges of tens of kilometres.
 */
export const FINE_STEPS = 4096;
/** Edits work on the position grid itself, so that what they draw can be stored as it is. */
export const POSITION_STEPS = 1;

/** A place on the fine grid. */
export type FinePoint = Point;
/** A ring on the fine grid without a repeated last point. */
export type FineRing = readonly FinePoint[];

/**
 * Where the fine grid starts, in units of the position grid, and how many of its steps make one of them. Counted from a
 * local origin, even the whole globe stays far within the integers that a double holds.
 */
export interface FineGrid {
  readonly originX: number;
  readonly originY: number;
  readonly steps: number;
}

/** The box around polygons on the position grid; one point where there are none. */
export function gridBoxOf(polygons: readonly GridPolygon[]): GridBox {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of polygons) {
    minX = Math.min(minX, box.minX);
    minY = Math.min(minY, box.minY);
    maxX = Math.max(maxX, box.maxX);
    maxY = Math.max(maxY, box.maxY);
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : { minX: 0, minY: 0, maxX: 0, maxY: 0 };
}

/** A box of the position grid on the fine grid. */
export function toFineBox({ minX, minY, maxX, maxY }: GridBox, grid: FineGrid): GridBox {
  const [low, high] = [toFinePoint(minX, minY, grid), toFinePoint(maxX, maxY, grid)];
  return { minX: low.x, minY: low.y, maxX: high.x, maxY: high.y };
}

/** A point of the fine grid in degrees; the digits beyond the position grid are kept. */
export function toExactPosition({ x, y }: FinePoint, { originX, originY, steps }: FineGrid): Position {
  return [(originX + x / steps) / GRID_PER_DEGREE, (originY + y / steps) / GRID_PER_DEGREE];
}

/** A ring of the fine grid in degrees, closed; the digits beyond the position grid are kept. */
export function toExactRing(points: FineRing, grid: FineGrid): Ring {
  const ring: Ring = [];
  for (const point of points) ring.push(toExactPosition(point, grid));
  const [first] = points;
  if (first !== undefined) ring.push(toExactPosition(first, grid));
  return ring;
}

/** A ring of the fine grid rounded to the position grid, closed; null when nothing of it is left there. */
export function toSnappedRing(points: FineRing, { originX, originY, steps }: FineGrid): Ring | null {
  const rounded: FinePoint[] = [];
  for (const { x, y } of points) rounded.push({ x: Math.round(x / steps), y: Math.round(y / steps) });
  const kept = withoutSpikes(rounded);
  if (kept.length < 3 || doubledArea(kept) === 0) return null;
  return toExactRing(kept, { originX, originY, steps: 1 });
}

/** A position-grid point on the fine grid. */
export function toFinePoint(x: number, y: number, { originX, originY, steps }: FineGrid): FinePoint {
  return { x: (x - originX) * steps, y: (y - originY) * steps };
}

/** Twice the area within the ring in fine units, positive when it runs counter-clockwise. */
export function doubledArea(ring: FineRing): number {
  const first = ring[0];
  if (!first) return 0;
  let sum = 0;
  let from = ring.at(-1) ?? first;
  for (const to of ring) {
    sum += (from.x - first.x) * (to.y - first.y) - (to.x - first.x) * (from.y - first.y);
    from = to;
  }
  return sum;
}

/** The box around a ring of the fine grid. */
export function fineBoxOf(ring: FineRing): GridBox {
  // As `boxOf`: one name at a time and no Math.min.
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const { x, y } of ring) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

/** Drops repeated points, and points from which the ring goes back the way it came. */
function withoutSpikes(points: FineRing): FineRing {
  let kept = points;
  while (hasSpike(kept)) {
    const current = kept;
    kept = current.filter((_, i) => !isSpikeAt(current, i));
  }
  return kept;
}

function hasSpike(points: FineRing): boolean {
  for (let i = 0; i < points.length; i++) if (isSpikeAt(points, i)) return true;
  return false;
}

function isSpikeAt(points: FineRing, i: number): boolean {
  const point = points[i];
  const before = points[i === 0 ? points.length - 1 : i - 1];
  const after = points[i + 1 === points.length ? 0 : i + 1];
  return point !== undefined && before !== undefined && after !== undefined && isSpike(before, point, after);
}

function isSpike(before: Point, point: Point, after: Point): boolean {
  const goesBack =
    (before.x - point.x) * (after.x - point.x) + (before.y - point.y) * (after.y - point.y) > 0;
  const isRepeated = before.x === point.x && before.y === point.y;
  return isRepeated || (goesBack && orientation(before, point, after) === 0);
}
