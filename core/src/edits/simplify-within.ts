import { type Point, segmentsCross } from '../geometry/orientation.ts';
import type { Position } from '../model/geometry.ts';

/** A place on a line, in degrees and in metres on a plane. */
export interface LinePlace {
  readonly position: Position;
  readonly point: Point;
  /** How far the line may stray from here when it is simplified, at most. */
  readonly leewayM: number;
}

/** Tries with half the leeway each time. */
const TRIES = 6;

/**
 * The line with fewer places (Douglas and Peucker 1973), both ends kept, within the leeway of the places left out, and
 * crossing neither itself nor the closed ring of walls; the line itself where that cannot be had.
 */
export function simplifyWithin(line: readonly LinePlace[], walls: readonly Point[]): readonly LinePlace[] {
  for (let tries = 0; tries < TRIES; tries++) {
    const simple = simplified(line, 0.5 ** tries);
    if (!crosses(simple, walls)) return simple;
  }
  return line;
}

/** The line with fewer places, within a share of the leeway of those left out, however it crosses itself then. */
export function simplified(line: readonly LinePlace[], share: number): readonly LinePlace[] {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to || line.length < 3) return line;
  let [farthest, most] = [0, share];
  for (const [i, { point, leewayM }] of line.entries()) {
    const strays = distanceM(point, from.point, to.point) / leewayM;
    if (strays > most) [farthest, most] = [i, strays];
  }
  if (farthest === 0) return [from, to];
  const [head, tail] = [line.slice(0, farthest + 1), line.slice(farthest)];
  return [...simplified(head, share).slice(0, -1), ...simplified(tail, share)];
}

function distanceM(point: Point, from: Point, to: Point): number {
  const [ux, uy, vx, vy] = [to.x - from.x, to.y - from.y, point.x - from.x, point.y - from.y];
  const squared = ux * ux + uy * uy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (ux * vx + uy * vy) / squared));
  return Math.hypot(vx - along * ux, vy - along * uy);
}

function crosses(line: readonly LinePlace[], walls: readonly Point[]): boolean {
  const points = line.map(({ point }) => point);
  return points.some((b, i) => {
    const a = points[i - 1];
    if (!a) return false;
    const crossesOne = (c: Point | undefined, d: Point | undefined): boolean =>
      c !== undefined && d !== undefined && segmentsCross(a, b, c, d);
    return (
      points.some((d, j) => j < i - 1 && crossesOne(points[j - 1], d)) ||
      walls.some((d, j) => crossesOne(walls.at(j - 1), d))
    );
  });
}
