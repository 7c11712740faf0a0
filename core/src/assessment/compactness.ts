import { convexHull, planeArea } from '../geometry/convex-hull.ts';
import { boxOf } from '../geometry/grid.ts';
import { equalAreaPlane } from '../geometry/local-plane.ts';
import type { Point } from '../geometry/orientation.ts';
import { smallestCircle } from '../geometry/smallest-circle.ts';
import type { Seam } from '../geometry/territory-parts.ts';
import type { MultiPolygon } from '../model/geometry.ts';

/** How compact a shape is, each from 0 to 1, where 1 is as compact as can be. */
export interface Compactness {
  /** 4π · area / perimeter²: 1 for a circle. The outlines of holes count; parts count together. */
  readonly polsbyPopper: number;
  /** Area / area of the smallest circle around it: 1 for a circle. */
  readonly reock: number;
  /** Area / area of the convex hull: 1 for a convex shape. */
  readonly hullRatio: number;
}

/**
 * Compactness of a territory, null when it has no extent. Taken in a plane with true areas around its middle
 * (`equalAreaPlane`), so that area, circle and hull belong together. Seams, the borders between polygons of one part, do
 * not count as perimeter.
 */
export function compactnessOf(geometry: MultiPolygon, seams: readonly Seam[]): Compactness | null {
  const toPlane = equalAreaPlane(boxOf(geometry.coordinates.flat(3)));
  const polygons = geometry.coordinates.map((rings) => rings.map((ring) => ring.map(toPlane)));
  const rings = polygons.flat();
  const hull = convexHull(rings.flat());
  const circle = smallestCircle(hull);
  const area = polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
  const hullArea = planeArea(hull);
  if (!(area > 0 && hullArea > 0) || circle === null) return null;

  const seamLength = seams.reduce((sum, seam) => sum + lengthOf(seam.map(toPlane)), 0);
  const perimeter = rings.reduce((sum, ring) => sum + lengthOf(ring), -2 * seamLength);
  return {
    polsbyPopper: ratio(4 * Math.PI * area, perimeter ** 2),
    reock: ratio(area, Math.PI * circle.radius ** 2),
    hullRatio: ratio(area, hullArea),
  };
}

function polygonArea([outer = [], ...holes]: readonly Point[][]): number {
  return holes.reduce((area, hole) => area - planeArea(hole), planeArea(outer));
}

function lengthOf(line: readonly Point[]): number {
  let length = 0;
  let from = line[0];
  for (const to of line) {
    if (from) length += Math.hypot(to.x - from.x, to.y - from.y);
    from = to;
  }
  return length;
}

/** Rounding can make a perfect shape a little more than perfect. */
function ratio(part: number, whole: number): number {
  return Math.min(1, part / whole);
}
