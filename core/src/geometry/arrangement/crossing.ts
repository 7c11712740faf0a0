import { nearestInteger } from '../nearest-integer.ts';
import type { Point } from '../orientation.ts';
import type { Segments } from './segments.ts';
import { turnOf } from './turn-of.ts';

/** The border of a square is as wide as the arithmetic may be wrong, in shares of half its side. */
const BORDER = 1e-3;

/** How an edge runs by the square of one unit around a vertex. */
export type Passage = 'through' | 'along its border' | 'outside';

/** Where the insides of two edges cross, rounded to integers; null where they do not. The order makes no difference. */
export function crossingOf(segments: Segments, one: number, other: number): Point | null {
  // One name at a time: taking arrays apart costs more than all the rest here.
  const low = segments.low.items;
  const high = segments.high.items;
  const a = low[one] ?? 0;
  const b = high[one] ?? 0;
  const c = low[other] ?? 0;
  const d = high[other] ?? 0;
  if (a === c || b === d || a === d || b === c) return null;
  const x = segments.vertices.x.items;
  const ax = x[a] ?? 0;
  const bx = x[b] ?? 0;
  const cx = x[c] ?? 0;
  const dx = x[d] ?? 0;
  if (bx < cx || dx < ax) return null;
  const y = segments.vertices.y.items;
  const ay = y[a] ?? 0;
  const by = y[b] ?? 0;
  const cy = y[c] ?? 0;
  const dy = y[d] ?? 0;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
  if (!areApart(turnOf(ax, ay, bx, by, cx, cy), turnOf(ax, ay, bx, by, dx, dy))) return null;
  if (!areApart(turnOf(cx, cy, dx, dy, ax, ay), turnOf(cx, cy, dx, dy, bx, by))) return null;
  // The same numbers in the same order, whichever edge is asked first.
  const isInOrder = (ax - cx || ay - cy || bx - dx || by - dy) < 0;
  return isInOrder
    ? roundedCrossing([ax, ay, bx, by], [cx, cy, dx, dy])
    : roundedCrossing([cx, cy, dx, dy], [ax, ay, bx, by]);
}

/** How an edge runs by the square around a vertex; outside for the vertices that are its ends. */
export function passageOf(segments: Segments, edge: number, vertex: number): Passage {
  const low = segments.low.items[edge] ?? 0;
  const high = segments.high.items[edge] ?? 0;
  if (vertex === low || vertex === high) return 'outside';
  const x = segments.vertices.x.items;
  const px = x[vertex] ?? 0;
  const ax = x[low] ?? 0;
  const bx = x[high] ?? 0;
  if (px < ax || px > bx) return 'outside';
  const y = segments.vertices.y.items;
  const py = y[vertex] ?? 0;
  const ay = y[low] ?? 0;
  const by = y[high] ?? 0;
  if (py < Math.min(ay, by) || py > Math.max(ay, by)) return 'outside';
  // Twice the area of the triangle with the vertex, against the same with a corner of the square.
  const share = (2 * Math.abs(turnOf(ax, ay, bx, by, px, py))) / (bx - ax + Math.abs(by - ay));
  if (share < 1 - BORDER) return 'through';
  return share > 1 + BORDER ? 'outside' : 'along its border';
}

/**
 * Whether a square has the part of its border along which an edge runs: of its corners the south-western one alone is
 * its own, so that a point between four squares lies in one.
 */
export function hasBorderAlong(segments: Segments, edge: number, vertex: number): boolean {
  const { x, y } = segments.vertices;
  const low = segments.low.get(edge);
  const high = segments.high.get(edge);
  if (y.get(high) >= y.get(low)) return false;
  // robust-predicates thinks of y as pointing down: negative where the vertex lies north of an edge.
  return turnOf(x.get(low), y.get(low), x.get(high), y.get(high), x.get(vertex), y.get(vertex)) < 0;
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
  return { x: nearestInteger(ax + within * ux), y: nearestInteger(ay + within * uy) };
}
