import { type CoverageFace, outlineOf } from '../geometry/coverage-map/coverage-face.ts';
import type { FineGrid } from '../geometry/fine-grid.ts';
import type { Polygon } from '../model/geometry.ts';

/** Two steps of the positions' grid: what is thinner comes of rounding crossings to positions. */
const ROUNDING_WIDTH_M = 0.02;

/** The outline of a place; null where it is what rounding leaves. */
export function wideOutline(face: CoverageFace, grid: FineGrid): Polygon | null {
  return face.meanWidthM < ROUNDING_WIDTH_M ? null : outlineOf(face, grid);
}
