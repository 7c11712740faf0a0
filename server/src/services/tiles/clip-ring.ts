import type { MercatorRing, SquareBox } from './mercator-ring.ts';

/** Positions as x, y, x, y, …, of which so many numbers count. */
export interface Positions {
  readonly xy: Float64Array;
  readonly length: number;
}

/** Each of the four cuts adds at most half as many positions as there were. */
const MOST_GROWTH = 6;

let scratch = [new Float64Array(1_024), new Float64Array(1_024)] as const;

/**
 * What of a ring is drawn in a box: without the positions that lie within a tolerance of what is drawn without them, and
 * cut after Sutherland and Hodgman, so that parts that lie apart are joined along the edge of the box. The answer holds
 * until the next is asked for.
 */
export function clipRing(
  { weighed, box: around }: MercatorRing,
  tolerance: number,
  box: SquareBox,
): Positions {
  const most = weighed.length * MOST_GROWTH;
  if (scratch[0].length < most) scratch = [new Float64Array(most), new Float64Array(most)];
  let ring = simplify(weighed, tolerance * tolerance, scratch[0]);
  for (let side = 0; side < 4; side++) {
    const [limit, reached] = [box[side] ?? 0, around[side] ?? 0];
    const isWithin = side < 2 ? reached >= limit : reached <= limit;
    if (!isWithin) ring = clipSide(ring, ring.xy === scratch[0] ? scratch[1] : scratch[0], side, limit);
  }
  return ring;
}

function simplify(weighed: Float64Array, least: number, into: Float64Array): Positions {
  let length = 0;
  for (let i = 0; i < weighed.length; i += 3) {
    if ((weighed[i + 2] ?? 0) <= least) continue;
    into[length++] = weighed[i] ?? 0;
    into[length++] = weighed[i + 1] ?? 0;
  }
  return { xy: into, length };
}

function clipSide({ xy, length }: Positions, into: Float64Array, side: number, limit: number): Positions {
  const axis = side % 2;
  const sign = side < 2 ? 1 : -1;
  let count = 0;
  let [fromX, fromY] = [xy[length - 2] ?? 0, xy[length - 1] ?? 0];
  let before = sign * ((axis === 0 ? fromX : fromY) - limit);
  for (let i = 0; i < length; i += 2) {
    const x = xy[i] ?? 0;
    const y = xy[i + 1] ?? 0;
    const now = sign * ((axis === 0 ? x : y) - limit);
    if (before < 0 !== now < 0) {
      const part = before / (before - now);
      into[count++] = axis === 0 ? limit : fromX + part * (x - fromX);
      into[count++] = axis === 0 ? fromY + part * (y - fromY) : limit;
    }
    if (now >= 0) {
      into[count++] = x;
      into[count++] = y;
    }
    [fromX, fromY, before] = [x, y, now];
  }
  return { xy: into, length: count };
}
