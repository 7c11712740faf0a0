import { fromGrid, type Position, type Territory, toGrid } from '@nitaq/core';

const METRES_PER_DEGREE = 111_320;

/** In degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOfTerritories(territories: readonly Territory[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of territories.flatMap(({ geometry }) => geometry.coordinates.flat(2))) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return { west, south, east, north };
}

/** Positions on the grid, evenly over a box, flat; always the same ones. */
export function pointsOver({ west, south, east, north }: Box, count: number): Float64Array {
  const random = randomNumbers();
  return scatter(count, () => [west + random() * (east - west), south + random() * (north - south)]);
}

/** Positions on the grid within some metres of borders, evenly over the edges, flat; always the same ones. */
export function pointsNearBorders(
  territories: readonly Territory[],
  { count, withinM }: { count: number; withinM: number },
): Float64Array {
  const random = randomNumbers();
  const rings = territories.flatMap(({ geometry }) => geometry.coordinates.flat());
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((to, i): [Position, Position] => [ring[i] ?? to, to]),
  );
  return scatter(count, () => {
    const [from, to] = edges[Math.floor(random() * edges.length)] ?? [
      [0, 0],
      [0, 0],
    ];
    const [along, angle] = [random(), 2 * Math.PI * random()];
    const reach = (withinM * Math.sqrt(random())) / METRES_PER_DEGREE;
    const latitude = from[1] + along * (to[1] - from[1]);
    const widening = 1 / Math.cos((latitude * Math.PI) / 180);
    return [
      from[0] + along * (to[0] - from[0]) + reach * Math.cos(angle) * widening,
      latitude + reach * Math.sin(angle),
    ];
  });
}

function scatter(count: number, next: () => Position): Float64Array {
  const points = new Float64Array(2 * count);
  for (let i = 0; i < count; i++)
    points.set(
      next().map((degrees) => fromGrid(toGrid(degrees))),
      2 * i,
    );
  return points;
}

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function randomNumbers(): () => number {
  let state = 20261125;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
