import Flatbush from 'flatbush';
import { GRID_PER_DEGREE } from '../geometry/grid.ts';
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { forPieces, pieceKey, placeKey } from './borders.ts';
import type { MetricPlane } from './metric-plane.ts';
import { type LinePlace, simplifyWithin } from './simplify-within.ts';

/** A part of a place and who shall have it. */
export interface Share {
  readonly association: AssociationId;
  readonly share: MultiPolygon;
}

/** A border may be moved by so much of its distance from the nearest site. */
const LEEWAY_SHARE = 0.2;
const LEAST_LEEWAY_M = 0.05;
/** Where a border ends so close to a corner of the place it ends there: rounding alone parts them. */
const SAME_CORNER_STEPS = 4;

interface Smoothing {
  readonly sites: readonly Position[];
  readonly plane: MetricPlane;
}

/** The shares of a place with fewer vertices in the borders between them; the outline of the place stays as it is. */
export function smoothShares(place: Polygon, shares: readonly Share[], smoothing: Smoothing): Share[] {
  const corners = place.coordinates.flat();
  const outlines = shares.map(({ association, share }) => ({
    association,
    share: {
      ...share,
      coordinates: share.coordinates.map((rings) => rings.map((ring) => atCorners(ring, corners))),
    },
  }));
  const pieces = new Set<string>();
  const degrees = new Map<string, Set<string>>();
  for (const ring of outlines.flatMap(({ share }) => share.coordinates.flat())) {
    forPieces(ring, (from, to) => {
      pieces.add(pieceKey(from, to));
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const) {
        const others = degrees.get(placeKey(a)) ?? new Set();
        degrees.set(placeKey(a), others.add(placeKey(b)));
      }
    });
  }
  const isBorder = (from: Position, to: Position): boolean => pieces.has(pieceKey(to, from));
  const isJunction = (at: Position): boolean => degrees.get(placeKey(at))?.size !== 2;
  const simplify = createSimplifier(place, smoothing);
  const smooth = (ring: Ring): Ring => {
    const stretches = stretchesOf(ring, isBorder, isJunction);
    const open = stretches.flatMap(({ line, isInner }) => (isInner ? simplify(line) : line).slice(0, -1));
    return [...open, ...open.slice(0, 1)];
  };
  return outlines.map(({ association, share }) => ({
    association,
    share: {
      ...share,
      coordinates: share.coordinates
        .map((rings) => rings.map(smooth).filter((ring) => ring.length > 3))
        .filter((rings) => rings.length > 0),
    },
  }));
}

/** The ring with each vertex that lies beside a corner in that corner, each place once. */
function atCorners(ring: Ring, corners: readonly Position[]): Ring {
  const reach = SAME_CORNER_STEPS / GRID_PER_DEGREE;
  const known = new Set(corners.map(placeKey));
  const moved = ring.map((at) =>
    known.has(placeKey(at))
      ? at
      : (corners.find(([x, y]) => Math.abs(x - at[0]) < reach && Math.abs(y - at[1]) < reach) ?? at),
  );
  return moved.filter((at, i) => i === 0 || placeKey(at) !== placeKey(moved[i - 1] ?? at));
}

interface Stretch {
  readonly line: Position[];
  /** Whether it parts two shares. */
  readonly isInner: boolean;
}

/** A closed ring in stretches that end in junctions, or where the outline of the place begins or ends. */
function stretchesOf(
  ring: Ring,
  isBorder: (from: Position, to: Position) => boolean,
  isJunction: (at: Position) => boolean,
): Stretch[] {
  const open = ring.slice(0, -1);
  const ends = open.map((at, i) => {
    const [before, after] = [open.at(i - 1) ?? at, open[(i + 1) % open.length] ?? at];
    return isJunction(at) || isBorder(before, at) !== isBorder(at, after);
  });
  const first = ends.indexOf(true);
  const turned = first < 0 ? lowestFirst(open) : [...open.slice(first), ...open.slice(0, first)];
  const isEnd = first < 0 ? farthestFromFirst(turned) : [...ends.slice(first), ...ends.slice(0, first)];
  const stretches: Stretch[] = [];
  for (const [i, at] of turned.entries()) {
    const next = turned[(i + 1) % turned.length] ?? at;
    if (isEnd[i] || stretches.length === 0) stretches.push({ line: [at, next], isInner: isBorder(at, next) });
    else stretches.at(-1)?.line.push(next);
  }
  return stretches;
}

/** A ring that meets nothing is parted in two places that it has from either side. */
function lowestFirst(open: Ring): Ring {
  const lowest = open.reduce((least, at, i) => (isBefore(at, open[least] ?? at) ? i : least), 0);
  return [...open.slice(lowest), ...open.slice(0, lowest)];
}

function farthestFromFirst(open: Ring): boolean[] {
  const highest = open.reduce((most, at, i) => (isBefore(open[most] ?? at, at) ? i : most), 0);
  return open.map((_, i) => i === 0 || i === highest);
}

function isBefore(a: Position, b: Position): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** One of the two directions of a line, the same for each of them; one that comes back to its beginning is told by what is next to it. */
function isBackwards(line: readonly Position[]): boolean {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to) return false;
  if (placeKey(from) !== placeKey(to)) return isBefore(to, from);
  return isBefore(line.at(-2) ?? to, line[1] ?? from);
}

/** Simplifies a line to the same places in whichever direction it is given. */
function createSimplifier(
  place: Polygon,
  { sites, plane }: Smoothing,
): (line: readonly Position[]) => Position[] {
  const index = new Flatbush(sites.length);
  const points = sites.map(plane.toPlane);
  for (const { x, y } of points) index.add(x, y);
  index.finish();
  const walls = (place.coordinates[0] ?? []).slice(1).map(plane.toPlane);
  const linePlace = (position: Position): LinePlace => {
    const point = plane.toPlane(position);
    const [nearest = 0] = index.neighbors(point.x, point.y, 1);
    const site = points[nearest] ?? point;
    const awayM = Math.hypot(point.x - site.x, point.y - site.y);
    return { position, point, leewayM: Math.max(LEAST_LEEWAY_M, LEEWAY_SHARE * awayM) };
  };
  return (line) => {
    const isTurned = isBackwards(line);
    const places = (isTurned ? [...line].reverse() : line).map(linePlace);
    const simple = simplifyWithin(places, walls).map(({ position }) => position);
    return isTurned ? simple.reverse() : simple;
  };
}
