import { signedRingAreaM2 } from '../geometry/area.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import {
  type FineGrid,
  type FinePoint,
  type FineRing,
  fineBoxOf,
  toExactRing,
  toSnappedRing,
} from '../geometry/fine-grid.ts';
import { boxHas, type GridBox } from '../geometry/grid.ts';
import { ringHasStep } from '../geometry/point-in-polygon.ts';
import type { Face } from '../geometry/trace-faces.ts';
import type { Polygon, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';

/** A gap (no associations) or an overlap (two or more). */
export interface CoverageFace extends Face {
  readonly associations: readonly AssociationId[];
}

/** A face with its sizes on the ellipsoid and its outline on the position grid. */
export interface MeasuredFace extends CoverageFace {
  readonly areaM2: number;
  /** 2 · area / perimeter, holes included in the perimeter. */
  readonly meanWidthM: number;
  readonly polygon: Polygon;
  readonly box: GridBox;
}

/** Thinner faces are noise of rounding crossings to the fine grid (2.7 µm); they count in totals alone. */
const NOISE_WIDTH_M = 1e-4;

/** Sizes and outline of a face; null for noise, and when nothing is left of it on the position grid. */
export function measureFace(face: CoverageFace, grid: FineGrid): MeasuredFace | null {
  const rings = ringsOf(face);
  const exact = rings.map((ring) => toExactRing(ring, grid));
  const areaM2 = sumOf(exact.map(signedRingAreaM2));
  const meanWidthM = (2 * areaM2) / sumOf(exact.map(lengthM));
  const [outer, ...holes] = rings.map((ring) => toSnappedRing(ring, grid));
  if (!outer || meanWidthM < NOISE_WIDTH_M) return null;
  const coordinates = [outer, ...holes.filter((ring) => ring !== null)];
  return { ...face, areaM2, meanWidthM, polygon: { type: 'Polygon', coordinates }, box: fineBoxOf(face.outer) };
}

/** Area on the ellipsoid of rings on the fine grid, holes running clockwise, m². */
export function fineAreaM2(rings: readonly FineRing[], grid: FineGrid): number {
  return sumOf(rings.map((ring) => signedRingAreaM2(toExactRing(ring, grid))));
}

/** Whether the point lies in the face, by the rule of `pointInPolygon`. */
export function faceHas(face: MeasuredFace, point: FinePoint): boolean {
  if (!boxHas(face.box, point.x, point.y)) return false;
  const east = { x: point.x + 1, y: point.y };
  return ringsOf(face).filter((ring) => ringHasStep(ring, point, east)).length % 2 === 1;
}

function ringsOf(face: Face): FineRing[] {
  return [face.outer, ...face.holes];
}

function lengthM(ring: Ring): number {
  return sumOf(ring.slice(1).map((position, i) => distanceBetweenM(ring[i] ?? position, position)));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
