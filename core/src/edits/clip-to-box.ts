import type { GridBox } from '../geometry/grid.ts';
import type { Position } from '../model/geometry.ts';

/**
 * The part of a convex polygon in a box (Sutherland and Hodgman 1974), both without a repeated last position. A side
 * is cut in the very same place from whichever side of it.
 */
export function clipToBox(
  polygon: readonly Position[],
  { minX, minY, maxX, maxY }: GridBox,
): readonly Position[] {
  const east = clipped(polygon, ([x]) => x - minX);
  const west = clipped(east, ([x]) => maxX - x);
  const north = clipped(west, ([, y]) => y - minY);
  return clipped(north, ([, y]) => maxY - y);
}

/** What of a polygon lies in a half of the plane, which is told by how deep in it a position lies. */
function clipped(polygon: readonly Position[], depth: (position: Position) => number): readonly Position[] {
  return polygon.flatMap((to, i) => {
    const from = polygon.at(i - 1) ?? to;
    const kept = depth(to) >= 0 ? [to] : [];
    if (depth(from) >= 0 === depth(to) >= 0) return kept;
    const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
    return [isForward ? cutBetween(from, to, depth) : cutBetween(to, from, depth), ...kept];
  });
}

function cutBetween(from: Position, to: Position, depth: (position: Position) => number): Position {
  const [before, after] = [depth(from), depth(to)];
  const along = before / (before - after);
  return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
}
