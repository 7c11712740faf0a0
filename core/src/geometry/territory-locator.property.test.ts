import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiPolygon, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { boxOf, fromGrid, toGridPolygons } from './grid.ts';
import { gridPolygonHas } from './point-in-polygon.ts';
import { locateIn } from './territory-locator.ts';

/** Who covers a point of the grid, asked of each polygon: what the index must agree with. */
function askedOneByOne(boundary: MultiPolygon | null, territories: readonly Territory[], [x, y]: GridPlace) {
  const has = (geometry: MultiPolygon) => toGridPolygons(geometry).some((one) => gridPolygonHas(one, x, y));
  if (boundary !== null && !has(boundary)) return 'outside';
  const claimants = territories.filter(({ geometry }) => has(geometry)).map(({ association }) => association);
  return [...new Set(claimants)].sort().join() || 'gap';
}

type GridPlace = readonly [x: number, y: number];

function expectSameAnswers(
  boundary: MultiPolygon | null,
  territories: readonly Territory[],
  places: GridPlace[],
) {
  const locator = locateIn(boundary, territories);
  const numbers = locator.locateMany(Float64Array.from(places.flat(), fromGrid));
  places.forEach((place, i) => {
    const { status, associations } = locator.answer(numbers[i] ?? -1);
    const answer = status === 'outside' || status === 'gap' ? status : associations.join();
    expect([...place, answer]).toEqual([...place, askedOneByOne(boundary, territories, place)]);
  });
}

/** All grid places from −1 to `side`. */
function lattice(side: number): GridPlace[] {
  const steps = Array.from({ length: side + 2 }, (_, i) => i - 1);
  return steps.flatMap((x) => steps.map((y): GridPlace => [x, y]));
}

function closedRing(places: readonly GridPlace[]): Ring {
  return [...places, ...places.slice(0, 1)].map(([x, y]): Position => [fromGrid(x), fromGrid(y)]);
}

/** A ring through any places: it may cross itself, run back on itself or have no extent. */
const tangle = (maxX: number, maxY: number, maxLength: number): fc.Arbitrary<Ring> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: maxX }), fc.integer({ min: 0, max: maxY })), {
      minLength: 1,
      maxLength,
    })
    .map(closedRing);

const NAMES = ['a', 'b', 'c', 'd'];
const SIDE = 24;
/** Territories of up to three tangles each, several of one association among them. */
const tangledTerritories = fc.array(
  fc
    .tuple(fc.constantFrom(...NAMES), fc.array(tangle(SIDE, SIDE, 9), { maxLength: 3 }))
    .map(([id, rings]) => territory(id, ...rings)),
  { maxLength: 6 },
);

test('agrees on every grid point with asking each polygon, whatever the rings are like', () => {
  const boundary = fc.option(tangle(SIDE, SIDE, 6).map((ring) => multiPolygon([ring])));
  fc.assert(
    fc.property(boundary, tangledTerritories, (area, territories) => {
      expectSameAnswers(area, territories, lattice(SIDE + 1));
    }),
    { numRuns: 60 },
  );
});

test('the same with holes that cross each other, and with holes that leave their outer ring', () => {
  const holes = fc.array(tangle(SIDE, SIDE, 6), { maxLength: 4 });
  const outer = fc.oneof(fc.constant(rectangle(0, 0, fromGrid(SIDE), fromGrid(SIDE))), tangle(SIDE, SIDE, 6));
  fc.assert(
    fc.property(outer, holes, tangledTerritories, (ring, inner, others) => {
      const holed = { ...territory('e'), geometry: multiPolygon([ring, ...inner]) };
      expectSameAnswers(null, [...others, holed], lattice(SIDE + 1));
    }),
    { numRuns: 60 },
  );
});

test('agrees all over the globe: on vertices, beside them, along edges and on the borders of squares', () => {
  const [maxX, maxY] = [3_600_000_000, 1_800_000_000];
  const shifted = (ring: Ring) => ring.map(([x, y]): Position => [x - 180, y - 90]);
  const rings = fc.array(tangle(maxX, maxY, 12), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      rings,
      fc.array(fc.tuple(fc.nat(maxX), fc.nat(maxY)), { maxLength: 20 }),
      (tangles, anywhere) => {
        const territories = tangles.map((ring, i) => territory(NAMES[i % 4] ?? 'e', shifted(ring)));
        const vertices = territories.flatMap(({ geometry }) =>
          toGridPolygons(geometry).flatMap(({ rings: [ring] }) =>
            Array.from(
              { length: (ring?.length ?? 0) / 2 },
              (_, i): GridPlace => [ring?.[2 * i] ?? 0, ring?.[2 * i + 1] ?? 0],
            ),
          ),
        );
        const between = vertices.map(([x, y], i): GridPlace => {
          const [nextX, nextY] = vertices[(i + 1) % vertices.length] ?? [x, y];
          return [Math.round((x + nextX) / 2), Math.round((y + nextY) / 2)];
        });
        const { minX, minY } = boxOf(vertices.flat());
        const onBorders = Array.from({ length: 31 }, (_, i): GridPlace => [minX + 2 ** i, minY + 2 ** i]);
        const strewn = anywhere.map(([x, y]): GridPlace => [x - maxX / 2, y - maxY / 2]);
        const places = [...vertices, ...between, ...onBorders, ...strewn];
        const beside = places.flatMap(([x, y]): GridPlace[] => [
          [x + 1, y],
          [x - 1, y],
          [x, y + 1],
          [x, y - 1],
        ]);
        expectSameAnswers(null, territories, [...places, ...beside]);
      },
    ),
    { numRuns: 60 },
  );
});

test('agrees beside an edge half around the globe, where floating point cannot tell the side', () => {
  // Neighbouring Fibonacci numbers: F(45)/F(46) is approached from both sides, by points half a unit off the edge or less.
  const fibonacci = [0, 1];
  for (let i = 2; i <= 46; i++) fibonacci.push((fibonacci[i - 1] ?? 0) + (fibonacci[i - 2] ?? 0));
  const [west, south] = [-918_155_951, -567_451_585];
  const at = (i: number): GridPlace => [west + (fibonacci[i] ?? 0), south + (fibonacci[i - 1] ?? 0)];
  const low: GridPlace = [west, south];
  const high = at(46);
  const territories = [
    territory('above', closedRing([low, high, [low[0], high[1]]])),
    territory('below', closedRing([low, [high[0], low[1]], high])),
  ];
  expectSameAnswers(
    null,
    territories,
    Array.from({ length: 44 }, (_, i) => at(i + 2)),
  );
});

test('agrees where very many edges crowd into a small part of the plane', () => {
  // A dense outline of a thousand vertices around 0,0, and a wide one that makes the grid coarse.
  const dense = Array.from({ length: 1_000 }, (_, i): GridPlace => {
    const reach = 900 + ((i * 7919) % 200);
    return [Math.round(reach * Math.cos(i / 159.155)), Math.round(reach * Math.sin(i / 159.155))];
  });
  const territories = [
    territory('wide', rectangle(-180, -90, 180, 90)),
    territory('dense', closedRing(dense)),
    territory('far', rectangle(179, 51, 180, 52)),
  ];
  const beside = dense.flatMap(([x, y]): GridPlace[] => [
    [x, y],
    [x + 1, y],
    [x, y - 1],
    [x - 3, y + 2],
  ]);
  expectSameAnswers(null, territories, beside);
});

test('agrees where more territories meet than a square can list: wedges around a point, and copies', () => {
  // Forty wedges around the middle, each from one spoke to the next but one, so that any two neighbours overlap.
  const rim = (i: number): GridPlace => {
    const angle = (2 * Math.PI * i) / 40;
    return [Math.round(500 * Math.cos(angle)), Math.round(500 * Math.sin(angle))];
  };
  const wedges = Array.from({ length: 40 }, (_, i) =>
    territory(`wedge-${i}`, closedRing([[0, 0], rim(i), rim(i + 1), rim(i + 2)])),
  );
  const copies = Array.from({ length: 12 }, (_, i) =>
    territory(`copy-${i}`, closedRing([rim(0), rim(13), rim(27)])),
  );
  const places = Array.from(
    { length: 41 ** 2 },
    (_, i): GridPlace => [(i % 41) - 20, Math.floor(i / 41) - 20],
  );
  const onRim = Array.from({ length: 40 }, (_, i) => rim(i));
  expectSameAnswers(null, [...wedges, ...copies], [...places, ...onRim]);
});
