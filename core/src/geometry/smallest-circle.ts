import type { Point } from './orientation.ts';

export interface Circle {
  readonly centre: Point;
  readonly radius: number;
}

/** So much further out, relatively, still counts as within: rounding must not add a point again. */
const TOLERANCE = 1 + 1e-12;

/**
 * The smallest circle around points, null without any. Welzl's algorithm (1991) as three nested loops: de Berg et al.,
 * Computational Geometry, section 4.7. Expected to be linear, because the points are taken in a scattered order.
 */
export function smallestCircle(points: readonly Point[]): Circle | null {
  const scattered = scatter(points);
  let circle: Circle | null = null;
  scattered.forEach((point, i) => {
    if (!has(circle, point)) circle = circleThrough(scattered.slice(0, i), point);
  });
  return circle;
}

/** The smallest circle around points with one more on it, given that it is on it. */
function circleThrough(points: readonly Point[], on: Point): Circle {
  let circle: Circle = { centre: on, radius: 0 };
  points.forEach((point, i) => {
    if (!has(circle, point)) circle = circleThroughTwo(points.slice(0, i), on, point);
  });
  return circle;
}

function circleThroughTwo(points: readonly Point[], a: Point, b: Point): Circle {
  const between = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  let circle: Circle = { centre: between, radius: distance(a, between) };
  for (const point of points) {
    if (!has(circle, point)) circle = circumcircle(a, b, point) ?? circle;
  }
  return circle;
}

/** The circle through three points, null when they are in line. */
function circumcircle(a: Point, b: Point, c: Point): Circle | null {
  const [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y];
  const twice = 2 * (bx * cy - by * cx);
  if (twice === 0) return null;
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const centre = { x: a.x + (cy * b2 - by * c2) / twice, y: a.y + (bx * c2 - cx * b2) / twice };
  return { centre, radius: Math.max(...[a, b, c].map((corner) => distance(corner, centre))) };
}

function has(circle: Circle | null, point: Point): boolean {
  return circle !== null && distance(point, circle.centre) <= circle.radius * TOLERANCE;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The same points, far from any order they came in, and the same way each time: Fisher and Yates with fixed numbers. */
function scatter(points: readonly Point[]): Point[] {
  const scattered = [...points];
  let state = 1;
  for (let i = scattered.length - 1; i > 0; i--) {
    // The generator of Park and Miller (1988).
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (i + 1);
    const [a, b] = [scattered[i], scattered[other]];
    if (a && b) [scattered[i], scattered[other]] = [b, a];
  }
  return scattered;
}
