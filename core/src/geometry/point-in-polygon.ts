import { orient2d } from 'robust-predicates';
import type { Polygonal, Position } from '../model/geometry.ts';
import { boxHas, type GridPolygon, type GridRing, toGrid, toGridPolygons } from './grid.ts';
import { orientation, type Point } from './orientation.ts';

/**
 * Whether a position lies in a geometry. The position is snapped to the grid, and then regarded as moved east by ε
 * and north by ε² (simulation of simplicity, Edelsbrunner and Mücke 1990): so a point on a border that two territories
 * share, corners included, belongs to exactly one of them. Exact.
 */
export function pointInPolygon(position: Position, geometry: Polygonal): boolean {
  const [x, y] = [toGrid(position[0]), toGrid(position[1])];
  return toGridPolygons(geometry).some((polygon) => gridPolygonHas(polygon, x, y));
}

/** As `pointInPolygon`, with everything on the grid already. */
export function gridPolygonHas(polygon: GridPolygon, x: number, y: number): boolean {
  if (!boxHas(polygon.box, x, y)) return false;
  let inside = false;
  for (const ring of polygon.rings) {
    if (gridRingHas(ring, x, y)) inside = !inside;
  }
  return inside;
}

/** Whether the moved point lies within one ring, by counting the edges east of it. */
export function gridRingHas(ring: GridRing, x: number, y: number): boolean {
  let inside = false;
  let fromX = ring[ring.length - 2] ?? 0;
  let fromY = ring[ring.length - 1] ?? 0;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const toX = ring[i] ?? 0;
    const toY = ring[i + 1] ?? 0;
    // A vertex at the same latitude counts as below: the point is a little north of it.
    if (fromY > y !== toY > y && isWestOf(x, y, [fromX, fromY, toX, toY])) inside = !inside;
    fromX = toX;
    fromY = toY;
  }
  return inside;
}

/** On the edge is not west of it: the point is a little east. */
function isWestOf(x: number, y: number, [fromX, fromY, toX, toY]: [number, number, number, number]): boolean {
  if (x < fromX && x < toX) return true;
  if (x >= fromX && x >= toX) return false;
  // robust-predicates thinks of y as pointing down: negative is left of the edge.
  const side = orient2d(fromX, fromY, toX, toY, x, y);
  return toY > fromY ? side < 0 : side > 0;
}

/**
 * Whether the place just beside `from` on the way to `to` lies within the ring. Exact, also where `from` is on the
 * ring, as long as the way does not run along it.
 */
export function ringHasStep(ring: readonly Point[], from: Point, to: Point): boolean {
  const isAbove = (y: number) => y > from.y || (y === from.y && to.y < from.y);
  let inside = false;
  let a = ring.at(-1) ?? from;
  for (const b of ring) {
    if (isAbove(a.y) !== isAbove(b.y)) {
      const side = orientation(a, b, from) || orientation(a, b, to);
      if (b.y > a.y ? side > 0 : side < 0) inside = !inside;
    }
    a = b;
  }
  return inside;
}
