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

/** A face with its sizes on the ellipsoid. */
export interface MeasuredFace extends CoverageFace {
  readonly areaM2: number;
  /** 2 · area / perimeter, holes included in the perimeter. */
  readonly meanWidthM: number;
  readonly box: GridBox;
}

/** Thinner faces are noise of rounding crossings to the fine grid (2.7 µm). */
const NOISE_WIDTH_M = 1e-4;

export function measureFace(face: CoverageFace, grid: FineGrid): MeasuredFace {
  const exact = ringsOf(face).map((ring) => toExactRing(ring, grid));
  const areaM2 = sumOf(exact.map(signedRingAreaM2));
  const meanWidthM = (2 * areaM2) / sumOf(exact.map(lengthM));
  return { ...face, areaM2, meanWidthM, box: fineBoxOf(face.outer) };
}

/** The outline of a face on the position grid; null for noise, and when nothing of the face is left on that grid. */
export function outlineOf(face: MeasuredFace, grid: FineGrid): Polygon | null {
  const [outer, ...holes] = ringsOf(face).map((ring) => toSnappedRing(ring, grid));
  if (!outer || face.meanWidthM < NOISE_WIDTH_M) return null;
  return { type: 'Polygon', coordinates: [outer, ...holes.filter((ring) => ring !== null)] };
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
