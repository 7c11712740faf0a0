import { boxOf, snapPosition } from '../geometry/grid.ts';
import { isOnSegment, type Point, segmentsCross, segmentsMeet } from '../geometry/orientation.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import { stepsOf } from './border-vertex.ts';
import { forPieces } from './borders.ts';

/** `line-end-enclosed`: ground of the territory lies around an end of the line on all sides. */
export type LineRefusal = 'line-too-short' | 'line-crosses-itself' | 'line-end-enclosed';

/** Directions that are tried to lead a line out. */
const DIRECTIONS = 48;
/** Corners of the circle around everything on which lines are closed. */
const CORNERS = 24;

/**
 * Closes a line to a ring that crosses the ground along the line alone: both ends are led out straight, and joined by a
 * circle around everything. So two places of the ground on different sides of the line are told by being in the ring.
 */
export function closeLine(
  line: readonly Position[],
  ground: MultiPolygon,
): { readonly ok: true; readonly ring: Ring } | { readonly ok: false; readonly reason: LineRefusal } {
  const snapped = line.map(snapPosition);
  const places = snapped.filter((place, i) => String(place) !== String(snapped[i - 1]));
  const [first, second] = places;
  const [beforeLast, last] = places.slice(-2);
  if (!first || !second || !beforeLast || !last) return { ok: false, reason: 'line-too-short' };
  if (crossesItself(places)) return { ok: false, reason: 'line-crosses-itself' };
  const circle = circleAround(ground, [first, last]);
  const start = wayOut({ end: first, before: second }, ground, circle);
  const end = wayOut({ end: last, before: beforeLast }, ground, circle);
  if (!start || !end) return { ok: false, reason: 'line-end-enclosed' };
  const ring = [...places, end, ...arc(circle, end, start), start, first];
  return { ok: true, ring: ring.map(snapPosition) };
}

interface Circle {
  readonly middle: Position;
  readonly radius: number;
}

/** In degrees, with room around the ground and both ends. */
function circleAround(ground: MultiPolygon, ends: readonly Position[]): Circle {
  const { minX, minY, maxX, maxY } = boxOf([...ground.coordinates.flat(3), ...ends.flat()]);
  const middle: Position = [(minX + maxX) / 2, (minY + maxY) / 2];
  return { middle, radius: 0.75 * Math.hypot(maxX - minX, maxY - minY) };
}

/** A place on the circle to which a straight way leads that does not meet the ground; straight on where that does. */
function wayOut(
  { end, before }: { end: Position; before: Position },
  ground: MultiPolygon,
  circle: Circle,
): Position | null {
  const ahead = Math.atan2(end[1] - before[1], end[0] - before[0]);
  for (let i = 0; i < DIRECTIONS; i++) {
    // 0, 1, -1, 2, -2, …
    const turn = (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2);
    const target = onCircle(circle, end, ahead + (2 * Math.PI * turn) / DIRECTIONS);
    if (!meetsGround(end, target, ground)) return target;
  }
  return null;
}

/** Where the way from within the circle in a direction meets it. */
function onCircle({ middle, radius }: Circle, from: Position, angle: number): Position {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const [ox, oy] = [from[0] - middle[0], from[1] - middle[1]];
  const along = ox * dx + oy * dy;
  const length = -along + Math.sqrt(along * along - ox * ox - oy * oy + radius * radius);
  return snapPosition([from[0] + length * dx, from[1] + length * dy]);
}

/** Places on the circle from one of its places to another, counter-clockwise, far enough out to keep clear of the ground. */
function arc({ middle, radius }: Circle, from: Position, to: Position): Position[] {
  const angleOf = ([x, y]: Position): number => Math.atan2(y - middle[1], x - middle[0]);
  const start = angleOf(from);
  const turn = (angleOf(to) - start + 2 * Math.PI) % (2 * Math.PI);
  const steps = Math.ceil((turn / (2 * Math.PI)) * CORNERS);
  return Array.from({ length: Math.max(0, steps - 1) }, (_, i): Position => {
    const angle = start + (turn * (i + 1)) / steps;
    return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)];
  });
}

/** Whether a way has more in common with the outline of the ground than its own beginning. */
function meetsGround(from: Position, to: Position, ground: MultiPolygon): boolean {
  const [a, b] = [stepsOf(from), stepsOf(to)];
  const isAhead = (point: Point): boolean => (point.x !== a.x || point.y !== a.y) && isOnSegment(point, a, b);
  let meets = false;
  for (const ring of ground.coordinates.flat()) {
    forPieces(ring, (start, end) => {
      const [c, d] = [stepsOf(start), stepsOf(end)];
      meets ||= isOnSegment(a, c, d) ? isAhead(c) || isAhead(d) : segmentsMeet(a, b, c, d);
    });
  }
  return meets;
}

function crossesItself(places: readonly Position[]): boolean {
  const points = places.map(stepsOf);
  const crosses = (a: Point | undefined, b: Point, c: Point | undefined, d: Point): boolean =>
    a !== undefined && c !== undefined && segmentsCross(a, b, c, d);
  return points.some((b, i) =>
    points.some((d, j) => j < i - 1 && crosses(points[i - 1], b, points[j - 1], d)),
  );
}
