import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { nearestOnEdge, squaredLength } from './distance.ts';
import { type DegreeLengths, degreeLengthsAt } from './ellipsoid.ts';
import { GRID_PER_DEGREE, snapPosition } from './grid.ts';

/** An edge of an outline, or a part of one. */
export type BorderEdge = readonly [from: Position, to: Position];

/** Distances in steps of the grid. */
const STEPS: DegreeLengths = { longitudeM: GRID_PER_DEGREE, latitudeM: GRID_PER_DEGREE };
/** How far rounding takes a vertex from an edge into which it was cut, steps. */
const ROUNDED_STEPS = 1;

/**
 * The border that associations share: all of one's own outline, or where the outlines of two run together. Where they
 * do not, both outlines; empty where nothing is drawn.
 */
export function borderEdges(
  territories: readonly Territory[],
  associations: readonly AssociationId[],
): BorderEdge[] {
  const outlines = associations.flatMap((id) =>
    territories.filter(({ association }) => association === id).map(({ geometry }) => edgesOf(geometry)),
  );
  const [one, other] = outlines;
  const shared = one && other ? sharedEdges(one, other) : [];
  return shared.length > 0 ? shared : outlines.flat();
}

/** A position that is on the border, as closely as rounding allows, or the place of it that is nearest; null without any. */
export function nearestOnBorder(edges: readonly BorderEdge[], position: Position): Position | null {
  if (edges.some((edge) => isNear(position, edge))) return position;
  const scale = degreeLengthsAt(position[1]);
  let nearest: Position | null = null;
  let least = Infinity;
  for (const [from, to] of edges) {
    const candidate = nearestOnEdge(position, from, to, scale);
    const squared = squaredLength(position, candidate, scale);
    if (squared < least) [least, nearest] = [squared, candidate];
  }
  return nearest && snapPosition(nearest);
}

/** From where to where on an edge others run along it, as closely as rounding allows: steps of the grid from its first end. */
export function spansAlong(edge: BorderEdge, others: readonly BorderEdge[]): [start: number, end: number][] {
  const [west, south, east, north] = boxAround(edge, ROUNDED_STEPS / GRID_PER_DEGREE);
  return others.flatMap((other): [number, number][] => {
    const box = boxAround(other, 0);
    if (box[0] > east || box[1] > north || box[2] < west || box[3] < south) return [];
    const part = commonPart(edge, other);
    if (!part) return [];
    const [one = 0, another = 0] = part.map((end) => Math.sqrt(squaredLength(edge[0], end, STEPS)));
    return [[Math.min(one, another), Math.max(one, another)]];
  });
}

/** The edges of all rings of an outline. */
export function edgesOf(outline: MultiPolygon): BorderEdge[] {
  return outline.coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((to, i) => {
      const from = ring[i];
      return from ? [[from, to] as const] : [];
    }),
  );
}

/** The parts of some edges along which others run, whichever of the two has more vertices there. */
function sharedEdges(edges: readonly BorderEdge[], others: readonly BorderEdge[]): BorderEdge[] {
  if (others.length === 0) return [];
  const index = new Flatbush(others.length);
  for (const edge of others) index.add(...boxAround(edge, 0));
  index.finish();
  return edges.flatMap((edge) =>
    index.search(...boxAround(edge, ROUNDED_STEPS / GRID_PER_DEGREE)).flatMap((number) => {
      const other = others[number];
      const part = other && commonPart(edge, other);
      return part ? [part] : [];
    }),
  );
}

/** Where two straight edges run together, on the first; null where they meet in a point at most. */
function commonPart(edge: BorderEdge, other: BorderEdge): BorderEdge | null {
  const [from, to] = edge;
  const ends = [from, to, ...other.map((end) => nearestOnEdge(end, from, to, STEPS))];
  const [first, ...rest] = ends.filter((end) => isNear(end, other));
  if (!first) return null;
  const farthest = rest.reduce(
    (far, end) => (squaredLength(first, end, STEPS) > squaredLength(first, far, STEPS) ? end : far),
    first,
  );
  // Two edges that part from one vertex are near each other for as far as rounding goes.
  return squaredLength(first, farthest, STEPS) > (2 * ROUNDED_STEPS) ** 2 ? [first, farthest] : null;
}

function isNear(position: Position, [from, to]: BorderEdge): boolean {
  return squaredLength(position, nearestOnEdge(position, from, to, STEPS), STEPS) <= ROUNDED_STEPS ** 2;
}

function boxAround([a, b]: BorderEdge, margin: number): [number, number, number, number] {
  return [
    Math.min(a[0], b[0]) - margin,
    Math.min(a[1], b[1]) - margin,
    Math.max(a[0], b[0]) + margin,
    Math.max(a[1], b[1]) + margin,
  ];
}
