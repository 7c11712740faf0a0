import { orient2d } from 'robust-predicates';
import type { Point } from '../orientation.ts';
import type { Segments } from './segments.ts';

/**
 * Half the side of the square around a vertex that draws an edge through it to itself. A little over a half: a rounded
 * crossing then always draws the two edges that cross there, whatever the arithmetic lost.
 */
const REACH = 0.5005;

/** Where the insides of two edges cross, rounded to integers; null where they do not. The order makes no difference. */
export function crossingOf(segments: Segments, one: number, other: number): Point | null {
  // One name at a time: taking arrays apart costs more than all the rest here.
  const { x, y } = segments.vertices;
  const a = segments.low.get(one);
  const b = segments.high.get(one);
  const c = segments.low.get(other);
  const d = segments.high.get(other);
  if (a === c || b === d || a === d || b === c) return null;
  const ax = x.get(a);
  const bx = x.get(b);
  const cx = x.get(c);
  const dx = x.get(d);
  if (bx < cx || dx < ax) return null;
  const ay = y.get(a);
  const by = y.get(b);
  const cy = y.get(c);
  const dy = y.get(d);
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  if (!areApart(orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy))) return null;
  if (!areApart(orient2d(cx, cy, dx, dy, ax, ay), orient2d(cx, cy, dx, dy, bx, by))) return null;
  // The same numbers in the same order, whichever edge is asked first.
  const isInOrder = (ax - cx || ay - cy || bx - dx || by - dy) < 0;
  return isInOrder
    ? roundedCrossing([ax, ay, bx, by], [cx, cy, dx, dy])
    : roundedCrossing([cx, cy, dx, dy], [ax, ay, bx, by]);
}

/** Whether an edge runs through the square of one unit around a vertex that is not its end. */
export function passesThrough(segments: Segments, edge: number, vertex: number): boolean {
  const { x, y } = segments.vertices;
  const low = segments.low.get(edge);
  const high = segments.high.get(edge);
  if (vertex === low || vertex === high) return false;
  const px = x.get(vertex);
  const ax = x.get(low);
  const bx = x.get(high);
  if (px < ax || px > bx) return false;
  const py = y.get(vertex);
  const ay = y.get(low);
  const by = y.get(high);
  if (py < Math.min(ay, by) || py > Math.max(ay, by)) return false;
  // Twice the area of the triangle with the vertex, against the same with a corner of the square's reach.
  return Math.abs(orient2d(ax, ay, bx, by, px, py)) <= REACH * (bx - ax + Math.abs(by - ay));
}

function areApart(a: number, b: number): boolean {
  return (a > 0 && b < 0) || (a < 0 && b > 0);
}

type Ends = readonly [ax: number, ay: number, bx: number, by: number];

function roundedCrossing([ax, ay, bx, by]: Ends, [cx, cy, dx, dy]: Ends): Point {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const along = ((cx - ax) * vy - (cy - ay) * vx) / (ux * vy - uy * vx);
  // Where the edges are nearly parallel the quotient can leave them.
  const within = along > 0 ? Math.min(1, along) : 0;
  return { x: Math.round(ax + within * ux) + 0, y: Math.round(ay + within * uy) + 0 };
}
