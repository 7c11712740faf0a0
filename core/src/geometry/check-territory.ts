import type { GeometryFault } from '../errors.ts';
import type { MultiPolygon, Polygonal, Ring } from '../model/geometry.ts';
import { areaM2 } from './area.ts';
import { orientation, type Point } from './orientation.ts';
import { connectionFault, nestingFault } from './ring-nesting.ts';
import { sweepRings } from './ring-sweep.ts';
import { pointAt, positionOf, readRings, type SourceRing } from './source-ring.ts';

export interface TerritoryLimits {
  /** Vertices of all rings together, the repeated last positions not counted. */
  readonly maxVertices: number;
  /** Area of the whole territory on the ellipsoid, m². */
  readonly minAreaM2: number;
}

/** A territory of less than a tenth of a hectare is a slip of the hand: it would not hold one house and its yard. */
export const DEFAULT_TERRITORY_LIMITS: TerritoryLimits = { maxVertices: 20_000, minAreaM2: 1_000 };

export type TerritoryCheck =
  | { readonly ok: true; readonly geometry: MultiPolygon }
  | { readonly ok: false; readonly faults: GeometryFault[] };

/**
 * Checks a polygon that somebody drew or sent, completely; what passes is valid in the sense of OGC Simple Features
 * and on the grid. Repeated points and wrong winding are mended silently. Positions are checked one by one first, then
 * the rings against each other: of crossings and wrong nesting only the first is told. The pointers of the faults are
 * those of the input.
 */
export function checkTerritory(geometry: Polygonal, limits: Partial<TerritoryLimits> = {}): TerritoryCheck {
  const { maxVertices, minAreaM2 } = { ...DEFAULT_TERRITORY_LIMITS, ...limits };
  const read = readRings(geometry, maxVertices);
  if (!read.ok) return read;

  const swept = sweepRings(read.rings);
  if (!swept.ok) return { ok: false, faults: [swept.fault] };
  const fault = nestingFault(read.rings) ?? connectionFault(swept.touches);
  if (fault) return { ok: false, faults: [fault] };

  const mended = mendedGeometry(read.rings);
  if (areaM2(mended) < minAreaM2) {
    return { ok: false, faults: [{ code: 'area-too-small', pointer: '/coordinates', limit: minAreaM2 }] };
  }
  return { ok: true, geometry: mended };
}

function mendedGeometry(rings: readonly SourceRing[]): MultiPolygon {
  const polygons: Ring[][] = [];
  for (const ring of rings) {
    if (ring.number === 0) polygons.push([]);
    polygons.at(-1)?.push(woundRing(ring));
  }
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** The closed ring, outer rings counter-clockwise and holes clockwise, with the first position where it was. */
function woundRing(ring: SourceRing): Ring {
  const count = ring.points.length;
  const points = Array.from({ length: count + 1 }, (_, i) => pointAt(ring, i));
  if (isCounterClockwise(ring) !== (ring.number === 0)) points.reverse();
  return points.map(positionOf);
}

/** Told at the westernmost point, where a simple ring turns the way it runs. Exact. */
function isCounterClockwise(ring: SourceRing): boolean {
  const count = ring.points.length;
  let index = 0;
  let extreme: Point = pointAt(ring, 0);
  for (let i = 1; i < count; i++) {
    const point = pointAt(ring, i);
    if (point.x > extreme.x || (point.x === extreme.x && point.y > extreme.y)) continue;
    [index, extreme] = [i, point];
  }
  return orientation(pointAt(ring, index + count - 1), extreme, pointAt(ring, index + 1)) > 0;
}
