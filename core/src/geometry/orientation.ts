import { orient2d } from 'robust-predicates';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Exact: positive where `c` lies left of the line from `a` to `b` (y pointing north), negative right of it, 0 on it.
 * Shewchuk's adaptive predicate.
 */
export function orientation(a: Point, b: Point, c: Point): number {
  // robust-predicates thinks of y as pointing down.
  return -orient2d(a.x, a.y, b.x, b.y, c.x, c.y);
}

/** Whether the insides of two segments cross in one point; touching is no crossing. Exact. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    Math.sign(orientation(a, b, c)) * Math.sign(orientation(a, b, d)) < 0 &&
    Math.sign(orientation(c, d, a)) * Math.sign(orientation(c, d, b)) < 0
  );
}

/** Whether two closed segments have a point in common. Exact. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    segmentsCross(a, b, c, d) ||
    isOnSegment(c, a, b) ||
    isOnSegment(d, a, b) ||
    isOnSegment(a, c, d) ||
    isOnSegment(b, c, d)
  );
}

/** Whether the point lies on the closed segment from `a` to `b`. Exact. */
export function isOnSegment(point: Point, a: Point, b: Point): boolean {
  return (
    Math.min(a.x, b.x) <= point.x &&
    point.x <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= point.y &&
    point.y <= Math.max(a.y, b.y) &&
    orientation(a, b, point) === 0
  );
}

/** Where two lines that are not parallel cross, in floating point. */
export function crossingPoint(a: Point, b: Point, c: Point, d: Point): Point {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const along = ((c.x - a.x) * vy - (c.y - a.y) * vx) / (ux * vy - uy * vx);
  return { x: a.x + along * ux, y: a.y + along * uy };
}

/** Orders directions as met when turning clockwise around `centre` from that of `from`, which itself comes last. */
export function compareClockwise(centre: Point, from: Point, a: Point, b: Point): number {
  return halfTurn(centre, from, a) - halfTurn(centre, from, b) || orientation(centre, a, b);
}

/** 0 right of the direction, 1 straight back, 2 left of it, 3 the direction itself. */
function halfTurn(centre: Point, from: Point, to: Point): number {
  const side = orientation(centre, from, to);
  if (side < 0) return 0;
  if (side > 0) return 2;
  const sameWay = (from.x - centre.x) * (to.x - centre.x) + (from.y - centre.y) * (to.y - centre.y) > 0;
  return sameWay ? 3 : 1;
}
