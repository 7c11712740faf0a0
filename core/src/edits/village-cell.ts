import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import { snapPosition } from '../geometry/grid.ts';
import type { Point } from '../geometry/orientation.ts';
import type { Position, Ring } from '../model/geometry.ts';

/**
 * The ring around all places that are nearer to a village than to any other, within the box from its south-western to
 * its north-eastern corner: its Voronoi cell, by distances in the plane that has the lengths of a degree at the village.
 * On the positions' grid. Others at the very same place do not count.
 */
export function villageCell(
  village: Position,
  others: readonly Position[],
  [southWest, northEast]: readonly [Position, Position],
): Ring {
  const { longitudeM, latitudeM } = degreeLengthsAt(village[1]);
  const toPlane = ([longitude, latitude]: Position): Point => ({
    x: (longitude - village[0]) * longitudeM,
    y: (latitude - village[1]) * latitudeM,
  });
  const [low, high] = [toPlane(southWest), toPlane(northEast)];
  let cell: Point[] = [low, { x: high.x, y: low.y }, high, { x: low.x, y: high.y }];
  for (const other of others.map(toPlane)) {
    if (other.x !== 0 || other.y !== 0) cell = nearerHalf(cell, other);
  }
  const corners = cell.map(({ x, y }) =>
    snapPosition([village[0] + x / longitudeM, village[1] + y / latitudeM]),
  );
  return [...corners, ...corners.slice(0, 1)];
}

/** The part of a convex polygon that is nearer to the origin than to the other point (Sutherland and Hodgman 1974). */
function nearerHalf(cell: readonly Point[], other: Point): Point[] {
  const middle = (other.x * other.x + other.y * other.y) / 2;
  const beyond = ({ x, y }: Point): number => x * other.x + y * other.y - middle;
  return cell.flatMap((to, i) => {
    const from = cell.at(i - 1) ?? to;
    const [before, after] = [beyond(from), beyond(to)];
    const kept = after <= 0 ? [to] : [];
    if (before > 0 === after > 0) return kept;
    const along = before / (before - after);
    return [{ x: from.x + along * (to.x - from.x), y: from.y + along * (to.y - from.y) }, ...kept];
  });
}
