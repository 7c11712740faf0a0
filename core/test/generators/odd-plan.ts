import { snapPosition } from '../../src/geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../../src/model/geometry.ts';
import type { AssociationId } from '../../src/model/ids.ts';
import type { Territory } from '../../src/model/territory.ts';
import { damage, movedBy, squareAround, TERRITORY_DAMAGES, VERTEX_DAMAGES } from './damage.ts';
import { magnitudeBetween, oneOf, type Random, seededRandom, wholeBetween } from './seeded-random.ts';
import { type GeneratedPlan, wigglyPlan } from './wiggly-plan.ts';

/** West, south, east, north in degrees: where a plan is put. */
type Place = readonly [west: number, south: number, east: number, north: number];

/** Half of all plans stay near Al-Lith; the others lie where longitudes and latitudes end, or are as small as a yard. */
const PLACES: readonly Place[] = [
  [40, 20, 40.956, 20.903],
  [40, 20, 40.956, 20.903],
  [40, 20, 40.956, 20.903],
  [40, 20, 40.956, 20.903],
  [40, 20, 40.0002, 20.0002],
  [179.5, 89.5, 180, 90],
  [-180, -90, -179.5, -89.5],
  [-180, -90, 180, 90],
];

/**
 * A plan of two to six territories with eight to sixty vertices each, damaged in every way there is: what `damage` does,
 * and rings without area, holes outside their shell, nested shells, overlapping holes, territories that are identical,
 * empty or larger than the area, at the ends of the world too. The same seed gives the same plan.
 */
export function oddPlan(seed: number): GeneratedPlan {
  const random = seededRandom(seed);
  const size = { territories: wholeBetween(random, 2, 6), verticesEach: wholeBetween(random, 8, 60) };
  const whole = wigglyPlan({ seed: wholeBetween(random, 0, 2 ** 31), ...size });
  const damaged = damage(whole, {
    seed: wholeBetween(random, 0, 2 ** 31),
    share: magnitudeBetween(random, 0.01, 0.4),
    kinds: [...VERTEX_DAMAGES, ...TERRITORY_DAMAGES].filter(() => random() < 0.4),
    reachM: { least: 2, most: 20_000 },
  }).plan;
  const odd = damaged.territories.map((territory) => {
    const kind = random() < 0.3 ? oneOf(random, ODDITIES) : undefined;
    return kind === undefined ? territory : { ...territory, geometry: kind(territory.geometry, random) };
  });
  const [first] = odd;
  const twin: Territory[] =
    first !== undefined && random() < 0.15
      ? [{ association: 'twin' as AssociationId, geometry: first.geometry }]
      : [];
  const boundary = random() < 0.1 ? spoiltBoundary(damaged.boundary, random) : damaged.boundary;
  const place = oneOf(random, PLACES) ?? [40, 20, 41, 21];
  return movedTo(place, { boundary, territories: [...odd, ...twin] });
}

type Oddity = (geometry: MultiPolygon, random: Random) => MultiPolygon;

const ODDITIES: readonly Oddity[] = [
  // Out and back: a ring without area, as a part and as a hole.
  (geometry, random) => {
    const [a, b] = [vertexOf(geometry, random), vertexOf(geometry, random)];
    return withPart(geometry, [[a, b, a, a]]);
  },
  (geometry, random) => withHole(geometry, pointRing(vertexOf(geometry, random))),
  // A hole that lies outside its shell or runs across it, and two that overlap.
  (geometry, random) => withHole(geometry, squareNear(geometry, random, 60_000)),
  (geometry, random) => withHole(geometry, squareNear(geometry, random, 1)),
  (geometry, random) => {
    const square = squareNear(geometry, random, 10_000);
    const [corner = [40, 20]] = square;
    return withHole(withHole(geometry, square), squareAround(corner, 0.02));
  },
  // A part within another, on its border, and the same part twice.
  (geometry, random) => withPart(geometry, [squareNear(geometry, random, 1_000)]),
  (geometry) => ({
    ...geometry,
    coordinates: [...geometry.coordinates, ...geometry.coordinates.slice(0, 1)],
  }),
  // A part whose ring goes round twice.
  (geometry, random) => {
    const ring = squareNear(geometry, random, 5_000);
    return withPart(geometry, [[...ring, ...ring.slice(1)]]);
  },
  // Larger than the area, and nothing at all.
  (geometry) => ({ ...geometry, coordinates: [[squareAround([40.5, 20.5], 3)]] }),
  (geometry) => ({ ...geometry, coordinates: [] }),
  // A frame: its hole has a corner in common with its shell.
  (geometry) => {
    const shell = squareAround([40.4, 20.4], 0.4);
    const [corner = [40.2, 20.2]] = shell;
    const inner = squareAround([corner[0] + 0.05, corner[1] + 0.05], 0.1).reverse();
    return { ...geometry, coordinates: [[shell, inner]] };
  },
];

function spoiltBoundary(boundary: MultiPolygon, random: Random): MultiPolygon {
  const plan = { boundary, territories: [{ association: 'area' as AssociationId, geometry: boundary }] };
  const request = { seed: wholeBetween(random, 0, 2 ** 31), share: 0.05, kinds: VERTEX_DAMAGES };
  const [spoilt] = damage(plan, request).plan.territories;
  return spoilt?.geometry ?? boundary;
}

function withPart(geometry: MultiPolygon, rings: Ring[]): MultiPolygon {
  return { ...geometry, coordinates: [...geometry.coordinates, rings] };
}

function withHole(geometry: MultiPolygon, hole: Ring): MultiPolygon {
  const [rings = [], ...others] = geometry.coordinates;
  return { ...geometry, coordinates: [[...rings, hole], ...others] };
}

function vertexOf(geometry: MultiPolygon, random: Random): Position {
  return oneOf(random, geometry.coordinates.flat(2)) ?? [40.5, 20.5];
}

/** A square of any size whose middle is so far from a vertex at most. */
function squareNear(geometry: MultiPolygon, random: Random, mostM: number): Ring {
  const middle = movedBy(vertexOf(geometry, random), magnitudeBetween(random, mostM / 100, mostM), random);
  return squareAround(middle, magnitudeBetween(random, 0.0001, 0.3));
}

function pointRing(position: Position): Ring {
  return [position, position, position, position];
}

/** The plan stretched to another place; what would lie beyond the ends of the world is drawn back to them. */
function movedTo([west, south, east, north]: Place, { boundary, territories }: GeneratedPlan): GeneratedPlan {
  const put = ([x, y]: Position): Position =>
    snapPosition([
      clamped(west + ((x - 40) / 0.956) * (east - west), 180),
      clamped(south + ((y - 20) / 0.903) * (north - south), 90),
    ]);
  const moved = ({ type, coordinates }: MultiPolygon): MultiPolygon => ({
    type,
    coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(put))),
  });
  return {
    boundary: moved(boundary),
    territories: territories.map(({ association, geometry }) => ({ association, geometry: moved(geometry) })),
  };
}

function clamped(degrees: number, most: number): number {
  return Math.max(-most, Math.min(most, degrees));
}
