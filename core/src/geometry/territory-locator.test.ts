import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTITION_SIDE, PARTITION_SQUARE, partition } from '../../test/arbitraries/partition.ts';
import { multiPolygon, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import type { Position, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { fromGrid } from './grid.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import { locateIn } from './territory-locator.ts';

// 3 +-----------+        A covers 0–2, B covers 1–3, both from south 0 to north 2; the area reaches to 3 × 3.
// 2 | A |A+B| B |
// 0 +---+---+---+
//   0   1   2   3
const area = multiPolygon([rectangle(0, 0, 3, 3)]);
const a = territory('a', rectangle(0, 0, 2, 2));
const b = territory('b', rectangle(1, 0, 3, 2));

test('tells who covers a point: one, several, none, or that it lies outside', () => {
  const locator = locateIn(area, [b, a]);
  expect(locator.locate([0.5, 1])).toEqual({ status: 'covered', associations: ['a'] });
  expect(locator.locate([1.5, 1])).toEqual({ status: 'overlap', associations: ['a', 'b'] });
  expect(locator.locate([1, 2.5])).toEqual({ status: 'gap', associations: [] });
  expect(locator.locate([4, 1])).toEqual({ status: 'outside', associations: [] });
});

test('a territory beyond the boundary covers nothing there; without a boundary it does, and nothing is outside', () => {
  const far = territory('far', rectangle(10, 0, 11, 1));
  expect(locateIn(area, [far]).locate([10.5, 0.5])).toEqual({ status: 'outside', associations: [] });
  expect(locateIn(null, [far]).locate([10.5, 0.5])).toEqual({ status: 'covered', associations: ['far'] });
  expect(locateIn(null, [far]).locate([50, 50])).toEqual({ status: 'gap', associations: [] });
  expect(locateIn(null, []).locate([50, 50])).toEqual({ status: 'gap', associations: [] });
});

test('several parts of one association count as one claimant', () => {
  const twice = [territory('a', rectangle(0, 0, 2, 2)), territory('a', rectangle(1, 1, 3, 3))];
  expect(locateIn(null, twice).locate([1.5, 1.5])).toEqual({ status: 'covered', associations: ['a'] });
});

test('a point on a border belongs to the territory east of it, or north where the border runs east', () => {
  const west = territory('west', rectangle(0, 0, 1, 1));
  const east = territory('east', rectangle(1, 0, 2, 1));
  const north = territory('north', rectangle(0, 1, 2, 2));
  const locator = locateIn(null, [west, east, north]);
  expect(locator.locate([1, 0.5]).associations).toEqual(['east']);
  expect(locator.locate([0.5, 1]).associations).toEqual(['north']);
  expect(locator.locate([1, 1]).associations).toEqual(['north']);
  expect(locator.locate([1, 0]).associations).toEqual(['east']);
});

test('a point is snapped to the grid first: what differs by less than half a unit has one answer', () => {
  const locator = locateIn(null, [territory('a', rectangle(1, 0, 2, 1))]);
  expect(locator.locate([0.99999996, 0.5]).status).toBe('covered');
  expect(locator.locate([0.99999994, 0.5]).status).toBe('gap');
});

test('a hole is not covered, an island in it is', () => {
  const ringed = {
    ...a,
    geometry: multiPolygon([rectangle(0, 0, 9, 9), rectangle(2, 2, 7, 7)], [rectangle(4, 4, 5, 5)]),
  };
  const locator = locateIn(null, [ringed]);
  expect([1, 3, 4.5].map((x) => locator.locate([x, 4.5]).status)).toEqual(['covered', 'gap', 'covered']);
});

test('every point of a partitioned square, on edges and corners too, belongs to exactly one territory', () => {
  fc.assert(
    fc.property(partition, (territories) => {
      const locator = locateIn(PARTITION_SQUARE, territories);
      for (let x = -1; x <= PARTITION_SIDE; x++) {
        for (let y = -1; y <= PARTITION_SIDE; y++) {
          const isInside = x >= 0 && y >= 0 && x < PARTITION_SIDE && y < PARTITION_SIDE;
          expect(locator.locate([fromGrid(x), fromGrid(y)]).status).toBe(isInside ? 'covered' : 'outside');
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('neither winding nor the first position of a ring makes a difference', () => {
  const turned = (ring: Ring, by: number): Ring => {
    const open = ring.slice(0, -1);
    const start = by % open.length;
    const rotated = [...open.slice(start), ...open.slice(0, start)].reverse();
    return [...rotated, ...rotated.slice(0, 1)];
  };
  const changed = ({ association, geometry }: Territory, by: number): Territory => ({
    association,
    geometry: {
      ...geometry,
      coordinates: geometry.coordinates.map((rings) => rings.map((ring) => turned(ring, by))),
    },
  });
  const unit = fc.integer({ min: 0, max: PARTITION_SIDE - 1 });
  fc.assert(
    fc.property(partition, fc.nat(5), unit, unit, (territories, by, x, y) => {
      const position: [number, number] = [fromGrid(x), fromGrid(y)];
      const before = territories.map(({ geometry }) => pointInPolygon(position, geometry));
      const after = territories.map((one) => pointInPolygon(position, changed(one, by).geometry));
      expect(after).toEqual(before);
    }),
  );
});

test('many points at once have the answers of one at a time, and equal answers have equal numbers', () => {
  const locator = locateIn(area, [a, b]);
  const coordinates = new Float64Array([0.5, 1, 1.5, 1, 1, 2.5, 4, 1, 0.25, 1, -9, -9, Number.NaN, 1]);
  const numbers = locator.locateMany(coordinates);
  const expected = ['covered', 'overlap', 'gap', 'outside', 'covered', 'outside', 'outside'];
  expect(Array.from(numbers, (number) => locator.answer(number).status)).toEqual(expected);
  expect([numbers[4], numbers[5], numbers[6]]).toEqual([numbers[0], numbers[3], numbers[3]]);
  const reused = new Int32Array(7);
  expect(locator.locateMany(coordinates, reused)).toBe(reused);
  expect(reused).toEqual(numbers);
});

test('an empty territory or boundary covers nothing, and territories without extent cover nothing', () => {
  const empty = territory('empty');
  const line = territory('line', [
    [1, 1],
    [2, 2],
    [3, 3],
    [1, 1],
  ]);
  const point = territory('point', [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  const ringless = { ...empty, geometry: multiPolygon([], [[]]) };
  for (const at of [
    [1, 1],
    [2, 2],
    [0, 0],
  ] satisfies Position[]) {
    expect(locateIn(null, [empty, line, point, ringless]).locate(at).status).toBe('gap');
    expect(locateIn(multiPolygon(), [a]).locate(at).status).toBe('outside');
  }
});

test('the globe itself: its western and southern borders are inside, the eastern and northern ones outside', () => {
  const locator = locateIn(null, [territory('globe', rectangle(-180, -90, 180, 90))]);
  const covered: Position[] = [
    [-180, -90],
    [-180, 0],
    [0, -90],
    [0, 0],
  ];
  const beyond: Position[] = [
    [180, 0],
    [0, 90],
    [180, 90],
    [-180, 90],
    [500, 0],
    [1e300, -1e300],
  ];
  for (const at of covered) expect(locator.locate(at).status).toBe('covered');
  for (const at of beyond) expect(locator.locate(at).status).toBe('gap');
});
