import Flatbush from 'flatbush';
import { toGrid } from '../../src/geometry/grid.ts';
import { orientation, type Point } from '../../src/geometry/orientation.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';
import type { AssociationId } from '../../src/model/ids.ts';
import type { Territory } from '../../src/model/territory.ts';

/** A corner, the two next to it, and where it goes. */
export interface MovedCorner {
  readonly before: Position;
  readonly at: Position;
  readonly after: Position;
  readonly to: Position;
  readonly ring: Ring;
}

interface Border {
  readonly from: Point;
  readonly to: Point;
}

/** All borders of a plan: who is behind an edge, and what is near. */
export interface BorderIndex {
  /** The one other territory through whose border the three places run too; null when there are others, or none. */
  readonly neighbourAt: (territory: number, before: Position, at: Position, after: Position) => number | null;
  readonly associationsOf: (territory: number) => AssociationId[];
  /** The borders whose boxes meet the box around the places. */
  readonly near: (places: readonly Point[]) => Border[];
  /** Whether the place belongs to a defect. */
  readonly isOccupied: (place: Position) => boolean;
  readonly occupied: readonly (readonly Point[])[];
  readonly occupy: (corner: MovedCorner) => void;
}

export function indexBorders(territories: readonly Territory[]): BorderIndex {
  const borders: Border[] = [];
  const owners = new Map<string, number>();
  const visits = new Map<string, number>();
  for (const [territory, { geometry }] of territories.entries()) {
    for (const ring of geometry.coordinates.flat()) {
      for (const [i, to] of ring.slice(1).entries()) {
        const from = ring[i] ?? to;
        borders.push({ from: pointOf(from), to: pointOf(to) });
        owners.set(`${from} ${to}`, territory);
        visits.set(`${to}`, (visits.get(`${to}`) ?? 0) + 1);
      }
    }
  }
  const index = new Flatbush(Math.max(1, borders.length));
  for (const { from, to } of borders) index.add(...boxAround([from, to]));
  index.finish();
  const occupied: Point[][] = [];
  const taken = new Set<string>();
  return {
    neighbourAt(territory, before, at, after) {
      const behind = owners.get(`${at} ${before}`);
      const isShared = behind === owners.get(`${after} ${at}`) && visits.get(`${at}`) === 2;
      return isShared && behind !== undefined && behind !== territory ? behind : null;
    },
    associationsOf: (territory) => territories.slice(territory, territory + 1).map((one) => one.association),
    near: (places) => index.search(...boxAround(places)).flatMap((i) => borders[i] ?? []),
    isOccupied: (place) => taken.has(`${place}`),
    occupied,
    occupy({ before, at, after, to }) {
      for (const place of [before, at, after]) taken.add(`${place}`);
      occupied.push([before, at, after, to].map(pointOf));
    },
  };
}

/** Whether nothing but the moved corner's own two edges reaches into what its move sweeps over. */
export function isFreeOfBorders(borders: BorderIndex, { before, at, after, to }: MovedCorner): boolean {
  if ([before, at, after].some(borders.isOccupied)) return false;
  const swept = [before, at, after, to].map(pointOf);
  if (borders.occupied.some((other) => boxesMeet(boxAround(other), boxAround(swept)))) return false;
  const [a, b, c, d] = swept;
  if (!a || !b || !c || !d) return false;
  return borders.near(swept).every(({ from, to: end }) => {
    if (isSame(from, b) || isSame(end, b)) return true;
    const reachesIn = [from, end].some(
      (place) => !isSame(place, a) && !isSame(place, c) && isWithin(place, swept),
    );
    return !reachesIn && !meets(from, end, a, d) && !meets(from, end, d, c);
  });
}

/** Whether two segments have a point in common other than an end of both. */
function meets(a: Point, b: Point, c: Point, d: Point): boolean {
  if ([a, b].some((end) => isSame(end, c) || isSame(end, d))) {
    const shared = isSame(a, c) || isSame(a, d) ? a : b;
    const [one, other] = [isSame(shared, a) ? b : a, isSame(shared, c) ? d : c];
    const isAlong = (one.x - shared.x) * (other.x - shared.x) + (one.y - shared.y) * (other.y - shared.y) > 0;
    return isAlong && orientation(shared, one, other) === 0;
  }
  return (
    Math.sign(orientation(a, b, c)) * Math.sign(orientation(a, b, d)) <= 0 &&
    Math.sign(orientation(c, d, a)) * Math.sign(orientation(c, d, b)) <= 0
  );
}

/** Even-odd, the border counted to neither side for sure; enough to keep defects apart. */
function isWithin(place: Point, ring: readonly Point[]): boolean {
  let isInside = false;
  let from = ring.at(-1) ?? place;
  for (const to of ring) {
    if (from.y > place.y !== to.y > place.y) {
      const isLeft = orientation(from, to, place) > 0;
      if (isLeft === to.y > from.y) isInside = !isInside;
    }
    from = to;
  }
  return isInside;
}

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

export function pointOf([longitude, latitude]: Position): Point {
  return { x: toGrid(longitude), y: toGrid(latitude) };
}

type Box = [minX: number, minY: number, maxX: number, maxY: number];

function boxAround(places: readonly Point[]): Box {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
