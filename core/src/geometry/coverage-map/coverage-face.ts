import type { Polygon } from '../../model/geometry.ts';
import type { AssociationId, ZoneId } from '../../model/ids.ts';
import { checkTerritory } from '../check-territory.ts';
import { type FineGrid, type FinePoint, type FineRing, toExactRing, toSnappedRing } from '../fine-grid.ts';
import { boxHas, type GridBox } from '../grid.ts';
import { ringHasStep } from '../point-in-polygon.ts';
import type { Cell } from './cells.ts';
import type { MeasuredLoop } from './measured-loop.ts';
import { isPlainRing } from './plain-ring.ts';

/** A connected gap (no associations) or overlap (two or more), with its sizes on the ellipsoid. */
export interface CoverageFace {
  /** Names the face while it does not change. */
  readonly key: string;
  /** In the order of the ids. */
  readonly associations: readonly AssociationId[];
  /** The zone in which these agreed to share it. */
  readonly zone?: ZoneId;
  /** Counter-clockwise. */
  readonly outer: FineRing;
  /** Clockwise. */
  readonly holes: readonly FineRing[];
  readonly areaM2: number;
  /** 2 · area / perimeter, holes included in the perimeter. */
  readonly meanWidthM: number;
  readonly box: GridBox;
}

const NO_HOLES: readonly FineRing[] = [];
/** Thinner faces are noise of rounding crossings to the fine grid (2.7 µm). */
const NOISE_WIDTH_M = 1e-4;

/**
 * Tells which loops of one kind are holes in which. Holes that lie in none of them belong to the part that reaches to
 * infinity and are left out.
 */
export function nestLoops<L extends MeasuredLoop>(loops: readonly L[]): { outer: L; holes: L[] }[] {
  const faces: { outer: L; holes: L[] }[] = [];
  const holes: L[] = [];
  for (const loop of loops) {
    if (loop.isHole) holes.push(loop);
    else faces.push({ outer: loop, holes: [] });
  }
  if (holes.length === 0) return faces;
  faces.sort((a, b) => a.outer.areaM2 - b.outer.areaM2);
  for (const hole of holes) faces.find(({ outer }) => encloses(outer, hole))?.holes.push(hole);
  for (const face of faces) if (face.holes.length > 1) face.holes.sort(fromWestToEast);
  return faces;
}

/** The area of all gaps among faces. */
export function gapM2Of(faces: readonly CoverageFace[]): number {
  let sumM2 = 0;
  for (const { associations, areaM2 } of faces) if (associations.length === 0) sumM2 += areaM2;
  return sumM2;
}

/** A face of its loops. */
export function faceOf({
  cell,
  key,
  outer,
  holes,
}: {
  cell: Cell;
  key: string;
  outer: MeasuredLoop;
  holes: readonly MeasuredLoop[];
}): CoverageFace {
  let { areaM2, lengthM: perimeterM } = outer;
  for (const hole of holes) {
    areaM2 += hole.areaM2;
    perimeterM += hole.lengthM;
  }
  const { associations, zone } = cell;
  const face: CoverageFace = {
    key,
    associations,
    outer: outer.points,
    holes: holes.length === 0 ? NO_HOLES : holes.map(({ points }) => points),
    areaM2,
    meanWidthM: (2 * areaM2) / perimeterM,
    box: outer.box,
  };
  return zone === undefined ? face : { ...face, zone };
}

/**
 * The outline of a face on the position grid; null for noise, and when nothing of the face is left on that grid. Where
 * rounding to that grid would make the outline cross itself, as a needle's can, the digits beyond it are kept.
 */
export function outlineOf(face: CoverageFace, grid: FineGrid): Polygon | null {
  if (face.meanWidthM < NOISE_WIDTH_M) return null;
  if (isOnPositionGrid(face, grid)) return exactOutline(face, grid);
  const outer = toSnappedRing(face.outer, grid);
  if (outer === null) return null;
  const snapped: Polygon = { type: 'Polygon', coordinates: [outer] };
  for (const hole of face.holes) {
    const ring = toSnappedRing(hole, grid);
    if (ring !== null) snapped.coordinates.push(ring);
  }
  return isValid(snapped) ? snapped : exactOutline(face, grid);
}

function exactOutline({ outer, holes }: CoverageFace, grid: FineGrid): Polygon {
  const coordinates = [toExactRing(outer, grid)];
  for (const hole of holes) coordinates.push(toExactRing(hole, grid));
  return { type: 'Polygon', coordinates };
}

function isOnPositionGrid({ outer, holes }: CoverageFace, grid: FineGrid): boolean {
  if (!isRingOnPositionGrid(outer, grid)) return false;
  for (const hole of holes) if (!isRingOnPositionGrid(hole, grid)) return false;
  return true;
}

function isRingOnPositionGrid(ring: FineRing, { steps }: FineGrid): boolean {
  for (const { x, y } of ring) {
    if (!Number.isInteger(x / steps) || !Number.isInteger(y / steps)) return false;
  }
  return true;
}

function isValid(polygon: Polygon): boolean {
  const [outer] = polygon.coordinates;
  if (outer && polygon.coordinates.length === 1 && isPlainRing(outer)) return true;
  return checkTerritory(polygon, { minAreaM2: 0, maxVertices: Infinity }).ok;
}

/** Whether the point lies in the face, by the rule of `pointInPolygon`. */
export function faceHas(face: CoverageFace, point: FinePoint): boolean {
  if (!boxHas(face.box, point.x, point.y)) return false;
  const east = { x: point.x + 1, y: point.y };
  return [face.outer, ...face.holes].filter((ring) => ringHasStep(ring, point, east)).length % 2 === 1;
}

/** The hole may touch the outer ring in points, but has no edge in common with it. */
function encloses(outer: MeasuredLoop, hole: MeasuredLoop): boolean {
  const [first, second] = hole.points;
  if (!first || !second || !boxHas(outer.box, first.x, first.y)) return false;
  return ringHasStep(outer.points, first, second);
}

function fromWestToEast(a: MeasuredLoop, b: MeasuredLoop): number {
  return a.box.minX - b.box.minX || a.box.minY - b.box.minY;
}
