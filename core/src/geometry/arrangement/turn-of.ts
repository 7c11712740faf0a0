import { orient2d } from 'robust-predicates';

/** Floating point is at most this share of its terms away from the determinant (Shewchuk 1997: 3 ε + 16 ε²). */
const ERROR_BOUND = 4e-16;

/**
 * As `orient2d`: negative where `c` lies left of the line from `a` to `b`, y pointing north. The engine can put the
 * common case, which needs no exact arithmetic, where it is asked for; a call costs several times as much.
 */
export function turnOf(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ay - cy) * (bx - cx);
  const right = (ax - cx) * (by - cy);
  const turn = left - right;
  return Math.abs(turn) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))
    ? turn
    : orient2d(ax, ay, bx, by, cx, cy);
}
