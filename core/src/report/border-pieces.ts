import { GRID_PER_DEGREE } from '../geometry/grid.ts';
import { edgeLengthM } from '../geometry/length.ts';
import { type BorderEdge, edgesOf, spansAlong } from '../geometry/shared-edges.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import { partsOf } from '../geometry/territory-parts.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

/** What is beyond a piece of border: others whose border it is too, the end of the area, others’ ground, or nobody’s. */
export interface Beyond {
  readonly kind: 'neighbours' | 'boundary' | 'within' | 'nobody';
  /** Empty but for neighbours and ground within others. */
  readonly associations: readonly AssociationId[];
}

/** A straight piece of border with one thing beyond it. */
export interface BorderPiece {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
  readonly beyond: Beyond;
}

export interface BorderQuestion {
  readonly territory: Territory;
  readonly others: readonly Territory[];
  readonly boundary: MultiPolygon;
}

/** Ends nearer to each other than this are one, in steps of the grid. */
const ONE_PLACE = 3;

/**
 * The border of a territory ring by ring, cut wherever what is beyond it changes; borders inside the territory are left
 * out. Rings run clockwise around the territory, each from its northernmost place.
 */
export function borderPieces({ territory, others, boundary }: BorderQuestion): BorderPiece[][] {
  const neighbours = others.map(({ association, geometry }) => ({ association, edges: edgesOf(geometry) }));
  const outer = edgesOf(boundary);
  const { seams } = partsOf(territory.geometry);
  const inOthers = locateIn(null, others);

  const beyondAt = (middle: Position, spans: readonly Span[]): Beyond | null => {
    const along = spans.map(({ owner }) => owner);
    if (along.includes('seam')) return null;
    // Where two that overlap both end with the area, neither is the other's neighbour.
    if (along.includes('boundary')) return { kind: 'boundary', associations: [] };
    const associations = [
      ...new Set(along.filter((owner) => owner !== 'boundary')),
    ].sort() as AssociationId[];
    if (associations.length > 0) return { kind: 'neighbours', associations };
    const claimants = inOthers.locate(middle).associations;
    return claimants.length > 0
      ? { kind: 'within', associations: claimants }
      : { kind: 'nobody', associations: [] };
  };

  const cut = (edge: BorderEdge): BorderPiece[] => {
    const spansOf = (owner: Span['owner'], edges: readonly BorderEdge[]): Span[] =>
      spansAlong(edge, edges).map(([start, end]) => ({ owner, start, end }));
    const spans = [
      ...spansOf('seam', seams),
      ...spansOf('boundary', outer),
      ...neighbours.flatMap(({ association, edges }) => spansOf(association, edges)),
    ];
    const stops = stopsOn(edge, spans);
    return stops.slice(1).flatMap((end, index): BorderPiece[] => {
      const start = stops[index] ?? 0;
      const middle = (start + end) / 2;
      const within = spans.filter((span) => span.start <= middle && middle <= span.end);
      const beyond = beyondAt(placeOn(edge, middle), within);
      const [from, to] = [placeOn(edge, start), placeOn(edge, end)];
      return beyond === null ? [] : [{ from, to, lengthM: edgeLengthM(from, to), beyond }];
    });
  };
  return clockwiseRings(territory.geometry)
    .map((ring) => ring.slice(1).flatMap((to, index) => cut([ring[index] ?? to, to])))
    .filter((pieces) => pieces.length > 0);
}

interface Span {
  readonly owner: AssociationId | 'boundary' | 'seam';
  /** Steps of the grid from the first end of the edge. */
  readonly start: number;
  readonly end: number;
}

/** Where on an edge what runs along it begins or ends, with both its ends. */
function stopsOn(edge: BorderEdge, spans: readonly Span[]): number[] {
  const length = stepsOf(edge);
  const stops = [0];
  for (const stop of spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)) {
    if (stop - (stops.at(-1) ?? 0) > ONE_PLACE && length - stop > ONE_PLACE) stops.push(stop);
  }
  return [...stops, length];
}

function stepsOf([from, to]: BorderEdge): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]) * GRID_PER_DEGREE;
}

function placeOn(edge: BorderEdge, steps: number): Position {
  const [from, to] = edge;
  const along = steps / stepsOf(edge);
  if (steps === 0) return from;
  if (along >= 1) return to;
  return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
}

function clockwiseRings({ coordinates }: MultiPolygon): Position[][] {
  return coordinates.flat().flatMap((ring) => {
    const open = ring.slice(0, -1);
    if (open.length < 3) return [];
    const turned = signedArea(open) > 0 ? open.reverse() : open;
    const northernmost = turned.reduce((best, [, lat], index) => {
      const known = turned[best]?.[1] ?? Number.NEGATIVE_INFINITY;
      return lat > known ? index : best;
    }, 0);
    const started = [...turned.slice(northernmost), ...turned.slice(0, northernmost)];
    return [[...started, ...started.slice(0, 1)]];
  });
}

function signedArea(open: readonly Position[]): number {
  return open.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = open[(index + 1) % open.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
