import { snapPosition } from '../geometry/grid.ts';
import { edgeLengthM } from '../geometry/length.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { isNearEdge, isSamePlace } from './border-vertex.ts';
import type { EditedPlan, Refused } from './edit.ts';

export interface TraceBorderRequest {
  readonly from: Position;
  readonly to: Position;
  /** Goes around the same ring the other way; the shorter way where it is left out. */
  readonly way?: 'shorter' | 'longer';
}

export interface BorderTraced {
  readonly ok: true;
  /** From the one to the other, both included; all between are vertices of the border. */
  readonly positions: readonly Position[];
  readonly lengthM: number;
}

/** `not-on-one-border`: no territory, nor the area, has both places on one ring of its outline. */
export type TraceBorderRefusal = 'not-on-a-border' | 'not-on-one-border' | 'same-place';

/**
 * The way along a border that is there, or along the boundary of the area, between two places on it: the shortest, if
 * several outlines have both. A place is on a border as closely as rounding allows.
 */
export function traceBorder(
  { boundary, territories }: Pick<EditedPlan, 'boundary' | 'territories'>,
  request: TraceBorderRequest,
): BorderTraced | Refused<TraceBorderRefusal> {
  const [from, to] = [snapPosition(request.from), snapPosition(request.to)];
  if (isSamePlace(from, to)) return { ok: false, reason: 'same-place' };
  const outlines = [...territories.map(({ geometry }) => geometry), ...(boundary ? [boundary] : [])];
  const rings = outlines.flatMap(({ coordinates }) => coordinates.flat());
  const [starts, ends] = [rings.map((ring) => placeOn(ring, from)), rings.map((ring) => placeOn(ring, to))];
  if ([starts, ends].some((found) => found.every((place) => place === null))) {
    return { ok: false, reason: 'not-on-a-border' };
  }
  const ways = rings.flatMap((ring, i) => {
    const [start, end] = [starts[i] ?? null, ends[i] ?? null];
    return start === null || end === null ? [] : [waysBetween(ring, { from, start }, { to, end })];
  });
  const [shortest] = ways.sort((a, b) => a.shorter.lengthM - b.shorter.lengthM);
  return shortest
    ? { ok: true, ...shortest[request.way ?? 'shorter'] }
    : { ok: false, reason: 'not-on-one-border' };
}

/** The number of the vertex at a position, or that of the vertex before it and a share of the edge; null away from the ring. */
function placeOn(ring: Ring, position: Position): number | null {
  const open = ring.slice(0, -1);
  const vertex = open.findIndex((one) => isSamePlace(one, position));
  if (vertex >= 0) return vertex;
  const edge = open.findIndex((one, i) => isNearEdge(position, one, ring[i + 1] ?? one));
  const [before, after] = [ring[edge], ring[edge + 1]];
  if (!before || !after) return null;
  const behindM = edgeLengthM(before, position);
  return edge + behindM / (behindM + edgeLengthM(position, after));
}

interface Way {
  readonly positions: readonly Position[];
  readonly lengthM: number;
}

/** Both ways around a ring. */
function waysBetween(
  ring: Ring,
  { from, start }: { readonly from: Position; readonly start: number },
  { to, end }: { readonly to: Position; readonly end: number },
): { readonly shorter: Way; readonly longer: Way } {
  const open = ring.slice(0, -1);
  const onwards = wayThrough([from, ...between(open, start, end), to]);
  const backwards = wayThrough([from, ...between(open, end, start).reverse(), to]);
  return onwards.lengthM <= backwards.lengthM
    ? { shorter: onwards, longer: backwards }
    : { shorter: backwards, longer: onwards };
}

/** The vertices after one place of a ring and before another, once around at most. */
function between(open: Ring, start: number, end: number): Position[] {
  const first = Math.floor(start) + 1;
  const last = Math.ceil(end < start ? end + open.length : end) - 1;
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => open[(first + i) % open.length] ?? NOWHERE,
  );
}

const NOWHERE: Position = [0, 0];

function wayThrough(positions: readonly Position[]): Way {
  const lengthM = positions.slice(1).reduce((sum, to, i) => sum + edgeLengthM(positions[i] ?? to, to), 0);
  return { positions, lengthM };
}
