import type { MultiPolygon, Polygonal, Position, Ring } from '../model/geometry.ts';
import { nearestInteger } from './nearest-integer.ts';

/** The core counts in integers of 1e-7 degree, about 1 cm on the ground. */
export const GRID_PER_DEGREE = 1e7;

/** A ring on the grid without the repeated last position, flat: x0, y0, x1, y1, … */
export type GridRing = Float64Array;

export interface GridBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A polygon on the grid: outer ring first, then its holes. */
export interface GridPolygon {
  readonly rings: readonly GridRing[];
  readonly box: GridBox;
}

/** Degrees to the nearest grid integer. */
export function toGrid(degrees: number): number {
  return nearestInteger(degrees * GRID_PER_DEGREE);
}

/** A grid integer to degrees: the double nearest to the decimal with seven places. */
export function fromGrid(units: number): number {
  return units / GRID_PER_DEGREE;
}

/** The position on the grid nearest to the one given; a height is dropped. */
export function snapPosition(position: Position): Position {
  return [fromGrid(toGrid(position[0])), fromGrid(toGrid(position[1]))];
}

/** A closed ring in degrees to the grid; the repeated last position is left out. */
export function toGridRing(ring: Ring): GridRing {
  const count = Math.max(0, ring.length - 1);
  const flat = new Float64Array(count * 2);
  for (let i = 0; i < count; i++) {
    const position = ring[i];
    if (position === undefined) continue;
    flat[2 * i] = toGrid(position[0]);
    flat[2 * i + 1] = toGrid(position[1]);
  }
  return flat;
}

/** The polygons of a geometry on the grid. */
export function toGridPolygons(geometry: Polygonal): GridPolygon[] {
  return polygonsOf(geometry).map((rings) => {
    const gridRings = rings.map(toGridRing);
    return { rings: gridRings, box: boxOf(gridRings[0] ?? new Float64Array()) };
  });
}

/** The rings of each polygon of a Polygon or MultiPolygon. */
export function polygonsOf(geometry: Polygonal): MultiPolygon['coordinates'] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The box around a flat list of points; empty (min > max) without points. */
export function boxOf(points: ArrayLike<number>): GridBox {
  // One name at a time and no Math.min: so the engine keeps the numbers out of the heap.
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

/** Whether two closed boxes have a point in common. */
export function boxesMeet(a: GridBox, b: GridBox): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** Whether the closed box has the point. */
export function boxHas(box: GridBox, x: number, y: number): boolean {
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
}
