import { toGrid } from '../../src/geometry/grid.ts';
import type { Position } from '../../src/model/geometry.ts';
import type { GeneratedPlan } from '../generators/wiggly-plan.ts';

/** An edge that runs north (`turn` 1) or south (−1), lower end first; in units of 1e-7 degree. */
export interface SlabEdge {
  readonly lowX: number;
  readonly lowY: number;
  readonly highX: number;
  readonly highY: number;
  readonly turn: 1 | -1;
  readonly ring: number;
}

/** Where a ring belongs: owner 0 is the boundary. */
export interface SlabRing {
  readonly owner: number;
  /** Number of its polygon among all polygons. */
  readonly polygon: number;
  readonly isHole: boolean;
}

export interface SlabInput {
  readonly rings: readonly SlabRing[];
  /** Without those that run due east or west, which bound no slab. */
  readonly edges: readonly SlabEdge[];
  readonly polygons: number;
}

/** All edges of a plan, and where they belong. */
export function slabInputOf({ boundary, territories }: GeneratedPlan): SlabInput {
  const rings: SlabRing[] = [];
  const edges: SlabEdge[] = [];
  let polygons = 0;
  for (const [owner, geometry] of [boundary, ...territories.map((one) => one.geometry)].entries()) {
    for (const polygon of geometry.coordinates) {
      for (const [number, ring] of polygon.entries()) {
        for (const [i, to] of ring.slice(1).entries()) edges.push(...edgeOf(ring[i] ?? to, to, rings.length));
        rings.push({ owner, polygon: polygons, isHole: number > 0 });
      }
      polygons++;
    }
  }
  return { rings, edges, polygons };
}

/** Where the edge is at a latitude within it. */
export function longitudeAt({ lowX, lowY, highX, highY }: SlabEdge, y: number): number {
  return lowX + ((highX - lowX) * (y - lowY)) / (highY - lowY);
}

/** Slabs are no taller than this, 5 degrees: three nodes of a quadrature are then as exact as doubles. */
const TALLEST = 5e7;

/** The latitudes at which edges begin, end or cross, and some between, southernmost first. */
export function latitudesOf(edges: readonly SlabEdge[]): number[] {
  const latitudes = new Set(edges.flatMap(({ lowY, highY }) => [lowY, highY]));
  const sorted = [...edges].sort((a, b) => a.lowY - b.lowY);
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (b === undefined || b.lowY >= a.highY) break;
      const y = crossingLatitude(a, b);
      if (y !== null) latitudes.add(y);
    }
  }
  const ends = [...latitudes];
  const [south, north] = [ends.reduce((a, b) => Math.min(a, b), 0), ends.reduce((a, b) => Math.max(a, b), 0)];
  for (let y = south; y < north; y += TALLEST) latitudes.add(y);
  return [...latitudes].sort((a, b) => a - b);
}

function edgeOf(from: Position, to: Position, ring: number): SlabEdge[] {
  const [fromX, fromY, toX, toY] = [...from, ...to].map(toGrid);
  if (fromX === undefined || fromY === undefined || toX === undefined || toY === undefined) return [];
  if (fromY === toY) return [];
  return fromY < toY
    ? [{ lowX: fromX, lowY: fromY, highX: toX, highY: toY, turn: 1, ring }]
    : [{ lowX: toX, lowY: toY, highX: fromX, highY: fromY, turn: -1, ring }];
}

/** Told by which of the two is west at both ends of the latitudes that they share. */
function crossingLatitude(a: SlabEdge, b: SlabEdge): number | null {
  const [south, north] = [Math.max(a.lowY, b.lowY), Math.min(a.highY, b.highY)];
  const before = longitudeAt(a, south) - longitudeAt(b, south);
  const after = longitudeAt(a, north) - longitudeAt(b, north);
  if (before * after >= 0) return null;
  return south + ((north - south) * before) / (before - after);
}
