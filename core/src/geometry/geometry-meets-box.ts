import type { Point, Polygonal, Position } from '../model/geometry.ts';
import { polygonsOf } from './grid.ts';
import { orientation } from './orientation.ts';

/** Lowest and highest of the first coordinate and of the second: [lowX, lowY, highX, highY]. */
export type Box = readonly [number, number, number, number];

/** Whether a geometry and a closed box have a point in common, in whichever plane both stand. A box may be a single point. */
export function geometryMeetsBox(geometry: Point | Polygonal, box: Box): boolean {
  if (geometry.type === 'Point') return boxHas(box, geometry.coordinates);
  return polygonsOf(geometry).some((rings) => {
    if (rings.some((ring) => ring.some((to, i) => i > 0 && edgeMeetsBox(ring[i - 1] ?? to, to, box))))
      return true;
    // No edge comes near it, so the whole box is on one side of them.
    return rings.filter((ring) => ringHas(ring, [box[0], box[1]])).length % 2 === 1;
  });
}

/** Whether two closed boxes have a point in common. */
export function boxMeetsBox(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The box around a geometry. */
export function boxAround(geometry: Point | Polygonal): Box {
  const positions = geometry.type === 'Point' ? [geometry.coordinates] : polygonsOf(geometry).flat(2);
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}

function boxHas([lowX, lowY, highX, highY]: Box, [x, y]: Position): boolean {
  return lowX <= x && x <= highX && lowY <= y && y <= highY;
}

/** The boxes meet, and the corners do not all lie on one side of the edge. Exact. */
function edgeMeetsBox(from: Position, to: Position, box: Box): boolean {
  const around: Box = [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
  if (!boxMeetsBox(around, box)) return false;
  const [lowX, lowY, highX, highY] = box;
  const sides = [lowX, highX].flatMap((x) => [lowY, highY].map((y) => sideOf(from, to, [x, y])));
  return !(sides.every((side) => side > 0) || sides.every((side) => side < 0));
}

function ringHas(ring: readonly Position[], at: Position): boolean {
  let inside = false;
  let from = ring.at(-1) ?? at;
  for (const to of ring) {
    if (from[1] > at[1] !== to[1] > at[1] && sideOf(from, to, at) > 0 === to[1] > from[1]) inside = !inside;
    from = to;
  }
  return inside;
}

function sideOf(from: Position, to: Position, at: Position): number {
  return orientation({ x: from[0], y: from[1] }, { x: to[0], y: to[1] }, { x: at[0], y: at[1] });
}
