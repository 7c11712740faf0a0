import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import { nearestOnEdge, squaredLength } from './distance.ts';
import type { DegreeLengths } from './ellipsoid.ts';
import { GRID_PER_DEGREE } from './grid.ts';

/** An edge of an outline, or a part of one. */
export type BorderEdge = readonly [from: Position, to: Position];

/** Distances in steps of the grid. */
const STEPS: DegreeLengths = { longitudeM: GRID_PER_DEGREE, latitudeM: GRID_PER_DEGREE };
/** How far rounding takes a vertex from an edge into which it was cut, steps. */
const ROUNDED_STEPS = 1;
/** Two edges that part from one vertex are near each other for as far as rounding goes. */
const LEAST_STEPS = 2 * ROUNDED_STEPS;

/** The edges of all rings, in their order. */
export function edgesOf(outline: MultiPolygon): BorderEdge[] {
  return outline.coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((to, i) => {
      const from = ring[i];
      return from ? [[from, to] as const] : [];
    }),
  );
}

/** The parts of some edges along which others run, whichever of the two has more vertices there. */
export function sharedEdges(edges: readonly BorderEdge[], others: readonly BorderEdge[]): BorderEdge[] {
  const near = indexOf(others);
  return edges.flatMap((edge) =>
    near(edge).flatMap((other) => {
      const part = commonPart(edge, other);
      return part ? [part] : [];
    }),
  );
}

/** The parts of some edges along which no others run, in the order of the edges. */
export function edgesApart(edges: readonly BorderEdge[], others: readonly BorderEdge[]): BorderEdge[] {
  const near = indexOf(others);
  return edges.flatMap((edge) => restOf(edge, spansAlong(edge, near(edge))));
}

/** From where to where on an edge others run along it, as closely as rounding allows: steps of the grid from its first end. */
export function spansAlong(edge: BorderEdge, others: readonly BorderEdge[]): [start: number, end: number][] {
  const [west, south, east, north] = boxAround(edge, ROUNDED_STEPS / GRID_PER_DEGREE);
  return others.flatMap((other): [number, number][] => {
    const box = boxAround(other, 0);
    if (box[0] > east || box[1] > north || box[2] < west || box[3] < south) return [];
    const part = commonPart(edge, other);
    if (!part) return [];
    const [one = 0, another = 0] = part.map((end) => stepsBetween(edge[0], end));
    return [[Math.min(one, another), Math.max(one, another)]];
  });
}

/** Whether a position lies on an edge, as closely as rounding allows. */
export function isNearEdge(position: Position, [from, to]: BorderEdge): boolean {
  return squaredLength(position, nearestOnEdge(position, from, to, STEPS), STEPS) <= ROUNDED_STEPS ** 2;
}

/** Finds those of the edges whose box comes near that of another. */
function indexOf(edges: readonly BorderEdge[]): (edge: BorderEdge) => BorderEdge[] {
  if (edges.length === 0) return () => [];
  const index = new Flatbush(edges.length);
  for (const edge of edges) index.add(...boxAround(edge, 0));
  index.finish();
  return (edge) =>
    index.search(...boxAround(edge, ROUNDED_STEPS / GRID_PER_DEGREE)).flatMap((number) => {
      const other = edges[number];
      return other ? [other] : [];
    });
}

/** Where two straight edges run together, on the first; null where they meet in a point at most. */
function commonPart(edge: BorderEdge, other: BorderEdge): BorderEdge | null {
  const [from, to] = edge;
  const ends = [from, to, ...other.map((end) => nearestOnEdge(end, from, to, STEPS))];
  const [first, ...rest] = ends.filter((end) => isNearEdge(end, other));
  if (!first) return null;
  const farthest = rest.reduce(
    (far, end) => (squaredLength(first, end, STEPS) > squaredLength(first, far, STEPS) ? end : far),
    first,
  );
  return squaredLength(first, farthest, STEPS) > LEAST_STEPS ** 2 ? [first, farthest] : null;
}

/** What of an edge lies in none of the spans on it. */
function restOf([from, to]: BorderEdge, spans: readonly [start: number, end: number][]): BorderEdge[] {
  const length = stepsBetween(from, to);
  const placeAt = (steps: number): Position => {
    if (steps <= 0) return from;
    const along = steps / length;
    return along >= 1 ? to : [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
  };
  const rest: BorderEdge[] = [];
  let reached = 0;
  for (const [start, end] of [...spans.toSorted(([a], [b]) => a - b), [length, length] as const]) {
    if (start - reached > LEAST_STEPS) rest.push([placeAt(reached), placeAt(start)]);
    reached = Math.max(reached, end);
  }
  return rest;
}

function stepsBetween(a: Position, b: Position): number {
  return Math.sqrt(squaredLength(a, b, STEPS));
}

function boxAround([a, b]: BorderEdge, margin: number): [number, number, number, number] {
  return [
    Math.min(a[0], b[0]) - margin,
    Math.min(a[1], b[1]) - margin,
    Math.max(a[0], b[0]) + margin,
    Math.max(a[1], b[1]) + margin,
  ];
}
