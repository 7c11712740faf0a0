/** The opening claims: a natural-looking reach around a seat, cut to the area. */
import { Clipper, FillRule, type Path64, type Point64 } from 'clipper2-ts';
import {
  type MultiPolygon,
  type Position,
  type Ring,
  rounded,
  shift,
  UNITS_PER_DEGREE,
} from './example-geometry.ts';

/** How far an association claims, km, in each of some directions (degrees clockwise from north, ascending). */
export interface Reach {
  centre: Position;
  kmByBearing: [bearing: number, km: number][];
}

const BEARING_STEP_DEGREES = 5;
/** Ripples that keep the outline from looking drawn with a compass: share of the radius, waves per turn, phase. */
const RIPPLES: [share: number, waves: number, phase: number][] = [
  [0.035, 7, 0.4],
  [0.02, 13, 2.1],
  [0.012, 23, 4],
];
/** Pieces beyond the sea smaller than this are no part of a claim, m² at this latitude. */
const SMALLEST_PIECE_M2 = 200_000;
const M2_PER_SQUARE_UNIT = (110.7e3 * 104.5e3) / UNITS_PER_DEGREE ** 2;

/** The reach cut to the area. Its vertices on the area's boundary lie exactly on it. */
export function claim(reach: Reach, area: MultiPolygon): MultiPolygon {
  const outline = toPath(outlineOf(reach));
  const boundary = area.coordinates.flat().map(toPath);
  const cut = Clipper.intersect([outline], boundary, FillRule.NonZero);

  const given = new Set([outline, ...boundary].flat().map(keyOf));
  const pieces = cut.filter((path) => Clipper.area(path) * M2_PER_SQUARE_UNIT >= SMALLEST_PIECE_M2);
  const coordinates = pieces.map((path) => [
    toRing(path.map((point) => (given.has(keyOf(point)) ? point : onBoundary(point, boundary)))),
  ]);
  return { type: 'MultiPolygon', coordinates };
}

function outlineOf({ centre, kmByBearing }: Reach): Ring {
  const ring: Ring = [];
  for (let bearing = 360; bearing > 0; bearing -= BEARING_STEP_DEGREES) {
    const angle = (bearing * Math.PI) / 180;
    const ripple = RIPPLES.reduce(
      (sum, [share, waves, phase]) => sum + share * Math.sin(waves * angle + phase),
      1,
    );
    const km = kmAt(kmByBearing, bearing % 360) * ripple;
    ring.push(rounded(shift(centre, km * Math.sin(angle), km * Math.cos(angle))));
  }
  return ring;
}

/** Eases from each direction's distance to the next, so that there are no corners between them. */
function kmAt(kmByBearing: Reach['kmByBearing'], bearing: number): number {
  const next = kmByBearing.findIndex(([of]) => of > bearing);
  const [fromBearing, fromKm] = kmByBearing.at(next === -1 ? -1 : next - 1) ?? [0, 0];
  const [toBearing, toKm] = kmByBearing.at(next === -1 ? 0 : next) ?? [0, 0];
  const turn = (degrees: number) => (degrees + 360) % 360 || 360;
  const share = ((bearing - fromBearing + 360) % 360) / turn(toBearing - fromBearing);
  return fromKm + (toKm - fromKm) * (0.5 - Math.cos(share * Math.PI) / 2);
}

/**
 * The point of the grid nearest to a crossing that lies exactly on an edge of the boundary. The boundary's vertices
 * have four decimals, so every edge holds at least a thousand points of the grid; a crossing merely rounded to the
 * grid would leave a sliver centimetres wide along the edge.
 */
function onBoundary(point: Point64, boundary: Path64[]): Point64 {
  let best = point;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const path of boundary) {
    path.forEach((from, index) => {
      const to = path[(index + 1) % path.length] ?? from;
      const steps = greatestCommonDivisor(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
      const [stepX, stepY] = [(to.x - from.x) / steps, (to.y - from.y) / steps];
      const along = ((point.x - from.x) * stepX + (point.y - from.y) * stepY) / (stepX ** 2 + stepY ** 2);
      const step = Math.min(steps, Math.max(0, Math.round(along)));
      const candidate = { x: from.x + step * stepX, y: from.y + step * stepY };
      const distance = Math.hypot(candidate.x - point.x, candidate.y - point.y);
      if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    });
  }
  return best;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

const keyOf = ({ x, y }: Point64) => `${x},${y}`;

function toPath(ring: Ring): Path64 {
  const path = ring.map(([lon, lat]) => ({
    x: Math.round(lon * UNITS_PER_DEGREE),
    y: Math.round(lat * UNITS_PER_DEGREE),
  }));
  const [first, last] = [path[0], path.at(-1)];
  return first && last && keyOf(first) === keyOf(last) ? path.slice(0, -1) : path;
}

function toRing(path: Path64): Ring {
  const ring = path.map(({ x, y }): Position => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]);
  return ring[0] === undefined ? ring : [...ring, ring[0]];
}
