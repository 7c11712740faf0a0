import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import { fromGrid, type GridPolygon, toGridPolygons } from './grid.ts';
import { orientation, type Point, segmentsCross } from './orientation.ts';

/** What a territory falls into. */
export interface TerritoryParts {
  /** The numbers of the polygons of each part. */
  readonly parts: readonly (readonly number[])[];
  /** Borders inside a part, between two of its polygons; each is in the outlines of both. */
  readonly seams: readonly Seam[];
}

export type Seam = readonly [from: Position, to: Position];

interface Edge {
  readonly polygon: number;
  readonly from: Point;
  readonly to: Point;
}

/**
 * Puts polygons together that share a stretch of border, or whose borders cross. Polygons that only touch in points stay
 * apart. Exact on the grid.
 */
export function partsOf(geometry: MultiPolygon): TerritoryParts {
  const polygons = toGridPolygons(geometry);
  const leaders = polygons.map((_, polygon) => polygon);
  const seams: Seam[] = [];
  for (const [a, b] of meetingEdges(polygons.flatMap(edgesOf))) {
    const seam = commonStretch(a, b);
    if (seam) seams.push(seam);
    if (seam || segmentsCross(a.from, a.to, b.from, b.to)) join(leaders, a.polygon, b.polygon);
  }
  const parts = new Map<number, number[]>();
  polygons.forEach(({ rings }, polygon) => {
    if (rings.every((ring) => ring.length === 0)) return;
    const leader = leaderOf(leaders, polygon);
    parts.set(leader, [...(parts.get(leader) ?? []), polygon]);
  });
  return { parts: [...parts.values()], seams };
}

function edgesOf({ rings }: GridPolygon, polygon: number): Edge[] {
  return rings.flatMap((ring) => {
    const points = Array.from({ length: ring.length / 2 }, (_, i): Point => {
      return { x: ring[2 * i] ?? 0, y: ring[2 * i + 1] ?? 0 };
    });
    return points.map((to, i): Edge => ({ polygon, from: points.at(i - 1) ?? to, to }));
  });
}

/** Pairs of edges of different polygons whose boxes meet, each pair once. */
function* meetingEdges(edges: readonly Edge[]): Generator<[Edge, Edge]> {
  if (edges[0]?.polygon === edges.at(-1)?.polygon) return;
  const index = new Flatbush(edges.length);
  for (const edge of edges) index.add(...boxOfEdge(edge));
  index.finish();
  for (const edge of edges) {
    for (const other of index.search(...boxOfEdge(edge))) {
      const found = edges[other];
      if (found && found.polygon > edge.polygon) yield [edge, found];
    }
  }
}

function boxOfEdge({ from, to }: Edge): [minX: number, minY: number, maxX: number, maxY: number] {
  return [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y)];
}

/** The stretch that two edges in one line have in common, null when it is a point or nothing. */
function commonStretch(a: Edge, b: Edge): Seam | null {
  if (orientation(a.from, a.to, b.from) !== 0 || orientation(a.from, a.to, b.to) !== 0) return null;
  const [aLow, aHigh] = inOrder(a);
  const [bLow, bHigh] = inOrder(b);
  const low = isBefore(aLow, bLow) ? bLow : aLow;
  const high = isBefore(aHigh, bHigh) ? aHigh : bHigh;
  return isBefore(low, high) ? [positionOf(low), positionOf(high)] : null;
}

function inOrder({ from, to }: Edge): [Point, Point] {
  return isBefore(from, to) ? [from, to] : [to, from];
}

function isBefore(a: Point, b: Point): boolean {
  return a.x < b.x || (a.x === b.x && a.y < b.y);
}

function positionOf({ x, y }: Point): Position {
  return [fromGrid(x), fromGrid(y)];
}

function join(leaders: number[], a: number, b: number): void {
  leaders[leaderOf(leaders, a)] = leaderOf(leaders, b);
}

function leaderOf(leaders: number[], polygon: number): number {
  let leader = polygon;
  while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
  // Shortened on the way, so that long chains are walked once.
  leaders[polygon] = leader;
  return leader;
}
