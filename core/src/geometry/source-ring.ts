import type { GeometryFault, GeometryFaultCode } from '../errors.ts';
import type { Polygonal, Position } from '../model/geometry.ts';
import { checkPosition } from './check-position.ts';
import { fromGrid, polygonsOf, toGrid } from './grid.ts';
import type { Point } from './orientation.ts';

/** More faults than these help nobody; looking for them all would let hostile input take its time. */
export const MAX_FAULTS = 10;

/** A ring as it was given, on the grid, without repeated points, and where each point stands in the input. */
export interface SourceRing {
  /** Number of its polygon within the geometry. */
  readonly polygon: number;
  /** 0 for the outer ring. */
  readonly number: number;
  readonly pointer: string;
  readonly points: readonly Point[];
  /** For each point its index in the input. */
  readonly sources: readonly number[];
}

export type ReadRings =
  | { readonly ok: true; readonly rings: readonly SourceRing[] }
  | { readonly ok: false; readonly faults: GeometryFault[] };

/** The rings of a geometry on the grid, or what is wrong with their positions taken one by one. */
export function readRings(geometry: Polygonal, maxVertices: number): ReadRings {
  const polygons = polygonsOf(geometry);
  const given = polygons.flatMap((rings, polygon) =>
    rings.map((positions, number) => {
      const pointer =
        geometry.type === 'Polygon' ? `/coordinates/${number}` : `/coordinates/${polygon}/${number}`;
      return { polygon, number, pointer, positions };
    }),
  );
  const empty = polygons.findIndex((rings) => rings.length === 0);
  if (polygons.length === 0 || empty >= 0) {
    const pointer = geometry.type === 'MultiPolygon' && empty >= 0 ? `/coordinates/${empty}` : '/coordinates';
    return { ok: false, faults: [{ code: 'geometry-empty', pointer }] };
  }
  const vertices = given.reduce((sum, { positions }) => sum + Math.max(0, positions.length - 1), 0);
  if (vertices > maxVertices) {
    return {
      ok: false,
      faults: [{ code: 'too-many-vertices', pointer: '/coordinates', limit: maxVertices }],
    };
  }
  const faults = given.flatMap(({ positions, pointer }) => positionFaults(positions, pointer));
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MAX_FAULTS) };

  const rings = given.map(({ positions, ...place }) => ({ ...place, ...withoutRepeats(positions) }));
  const ringFaults = rings.flatMap((ring, i) => ringFault(ring, given[i]?.positions.length ?? 0));
  if (ringFaults.length > 0) return { ok: false, faults: ringFaults.slice(0, MAX_FAULTS) };
  return { ok: true, rings: rings.map(opened) };
}

/** A fault at one point of a ring. */
export function faultAt(code: GeometryFaultCode, ring: SourceRing, index: number): GeometryFault {
  return {
    code,
    pointer: `${ring.pointer}/${ring.sources[index] ?? 0}`,
    position: positionOf(pointAt(ring, index)),
  };
}

/** The point of a ring at an index that may run past its end. */
export function pointAt({ points }: Pick<SourceRing, 'points'>, index: number): Point {
  return points[index % points.length] ?? { x: 0, y: 0 };
}

/** A grid point in degrees. */
export function positionOf({ x, y }: Point): Position {
  return [fromGrid(x), fromGrid(y)];
}

/** What it is called when two rings cross. */
export function codeOfCrossing(a: SourceRing, b: SourceRing): GeometryFaultCode {
  if (a === b) return 'ring-crosses-itself';
  return a.polygon === b.polygon ? 'rings-cross' : 'polygons-overlap';
}

/** What it is called when two rings have a part of an edge in common. */
export function codeOfOverlap(a: SourceRing, b: SourceRing): GeometryFaultCode {
  if (a === b) return 'ring-touches-itself';
  if (a.polygon !== b.polygon) return 'polygons-overlap';
  return a.number > 0 && b.number > 0 ? 'holes-overlap' : 'rings-cross';
}

function positionFaults(positions: readonly Position[], pointer: string): GeometryFault[] {
  const faults: GeometryFault[] = [];
  for (const [i, position] of positions.entries()) {
    faults.push(...checkPosition(position, `${pointer}/${i}`));
    if (faults.length >= MAX_FAULTS) break;
  }
  return faults;
}

function withoutRepeats(positions: readonly Position[]): Pick<SourceRing, 'points' | 'sources'> {
  const points: Point[] = [];
  const sources: number[] = [];
  for (const [i, [longitude, latitude]] of positions.entries()) {
    const point = { x: toGrid(longitude), y: toGrid(latitude) };
    const last = points.at(-1);
    if (last?.x === point.x && last.y === point.y) continue;
    points.push(point);
    sources.push(i);
  }
  return { points, sources };
}

/** Expects the ring still closed. */
function ringFault({ points, pointer }: SourceRing, given: number): GeometryFault[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [{ code: 'ring-too-few-positions', pointer, limit: 4 }];
  if (given === 1 || first.x !== last.x || first.y !== last.y) {
    return [{ code: 'ring-not-closed', pointer: `${pointer}/${given - 1}`, position: positionOf(last) }];
  }
  if (points.length < 4)
    return [{ code: 'ring-too-few-positions', pointer, position: positionOf(first), limit: 4 }];
  return [];
}

function opened(ring: SourceRing): SourceRing {
  return { ...ring, points: ring.points.slice(0, -1), sources: ring.sources.slice(0, -1) };
}
