import { orientation } from '../orientation.ts';

/**
 * Exact tests of a point against an edge, with the point moved east by ε and north by ε² as in `point-in-polygon.ts`:
 * it is then on no edge. Edges are given as their place in a list of lowX, lowY, highX, highY.
 */

/** Whether the edge crosses the way from (eastX, y) straight west to (westX, y). */
export function crossesWestward(ends: Int32Array, at: number, way: WestwardWay): boolean {
  const [lowY, highY] = [ends[at + 1] ?? 0, ends[at + 3] ?? 0];
  // An end at the same latitude counts as below.
  if (lowY > way.y || highY <= way.y) return false;
  return isEastOf(ends, at, way.westX, way.y) && !isEastOf(ends, at, way.eastX, way.y);
}

export interface WestwardWay {
  readonly westX: number;
  readonly eastX: number;
  readonly y: number;
}

/** Whether the edge crosses the meridian `x`; an end on it counts as west. */
export function crossesMeridian(ends: Int32Array, at: number, x: number): boolean {
  return (ends[at] ?? 0) > x !== (ends[at + 2] ?? 0) > x;
}

/** Whether the point lies north of an edge that crosses its meridian. */
export function isSouthOf(ends: Int32Array, at: number, x: number, y: number): boolean {
  const isRising = (ends[at + 2] ?? 0) > (ends[at] ?? 0);
  const side = sideOf(ends, at, x, y);
  // On a rising edge the step to the east leads below it; on a level or falling one above.
  if (side === 0) return !isRising || ends[at + 1] === ends[at + 3];
  return isRising ? side > 0 : side < 0;
}

/** Whether the edge lies east of a point within its latitudes: on the edge it does not. */
function isEastOf(ends: Int32Array, at: number, x: number, y: number): boolean {
  return sideOf(ends, at, x, y) > 0;
}

/** Positive left of the edge seen from its low end, exact. */
function sideOf(ends: Int32Array, at: number, x: number, y: number): number {
  const low = { x: ends[at] ?? 0, y: ends[at + 1] ?? 0 };
  const high = { x: ends[at + 2] ?? 0, y: ends[at + 3] ?? 0 };
  return orientation(low, high, { x, y });
}
