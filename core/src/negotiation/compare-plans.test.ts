import fc from 'fast-check';
import { expect, test } from 'vitest';
import { star } from '../../test/arbitraries/stars.ts';
import { multiPolygon, rectangle, territory, village } from '../../test/fixtures/rectangles.ts';
import { areaKm2 } from '../geometry/area.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { comparePlans } from './compare-plans.ts';

const SQUARE_METRE_KM2 = 1e-6;
const boundary = multiPolygon([rectangle(40, 20, 44, 21)]);

// before: A A B B     after: A B B .     the area is 4 × 1 degrees
test('tells which squares and villages go from whom to whom', () => {
  const before = [territory('a', rectangle(40, 20, 42, 21)), territory('b', rectangle(42, 20, 44, 21))];
  const after = [territory('a', rectangle(40, 20, 41, 21)), territory('b', rectangle(41, 20, 43, 21))];
  const villages = [village('v', 40.5, 20.5), village('w', 41.5, 20.5), village('x', 43.5, 20.5)];
  const compared = comparePlans({ boundary, before, after, villages });
  expect(compared.faces.map((face) => [face.before, face.after, face.villages])).toEqual([
    [['a'], ['b'], ['w']],
    [['b'], [], ['x']],
  ]);
  expect(compared.villages).toEqual([
    { village: 'w', before: ['a'], after: ['b'] },
    { village: 'x', before: ['b'], after: [] },
  ]);
  const square = areaKm2(multiPolygon([rectangle(41, 20, 42, 21)]));
  expect(compared.exchanges.map(({ from, to }) => [from, to])).toEqual([
    ['a', 'b'],
    ['b', null],
  ]);
  for (const { areaKm2: area } of [...compared.exchanges, ...compared.faces])
    expect(area).toBeCloseTo(square, 6);
  expect(compared.areaKm2).toBeCloseTo(2 * square, 6);
  expect(compared.balances.map(({ association }) => association)).toEqual(['a', 'b']);
});

test('counts an overlap that ends as lost by who gives it up, and won by nobody', () => {
  const before = [territory('a', rectangle(40, 20, 42, 21)), territory('b', rectangle(41, 20, 44, 21))];
  const after = [territory('a', rectangle(40, 20, 42, 21)), territory('b', rectangle(42, 20, 44, 21))];
  const { faces, exchanges } = comparePlans({ boundary, before, after, villages: [] });
  expect(faces.map((face) => [face.before, face.after])).toEqual([[['a', 'b'], ['a']]]);
  expect(exchanges.map(({ from, to }) => [from, to])).toEqual([['b', null]]);
});

test('does not count what lies beyond the area', () => {
  const before = [territory('a', rectangle(40, 20, 44, 21))];
  const after = [territory('a', rectangle(40, 20, 44, 22))];
  expect(comparePlans({ boundary, before, after, villages: [] }).faces).toEqual([]);
  expect(comparePlans({ boundary: null, before, after, villages: [] }).faces).toHaveLength(1);
});

const plans = fc
  .tuple(fc.array(star, { minLength: 0, maxLength: 4 }), fc.array(star, { minLength: 0, maxLength: 4 }))
  .map(([one, other]) => [one, other].map((rings) => rings.map((ring, i) => territory(`t${i}`, ring))))
  .map(([before = [], after = []]) => ({ before, after }));
const area = fc.option(
  star.map((ring) => multiPolygon([ring])),
  { nil: null },
);

test('finds nothing between a plan and itself', () => {
  fc.assert(
    fc.property(area, plans, (within, { before }) => {
      const compared = comparePlans({ boundary: within, before, after: before, villages: [] });
      expect(compared).toEqual({
        faces: [],
        rounding: { faces: 0, areaKm2: 0 },
        villages: [],
        areaKm2: 0,
        exchanges: [],
        balances: [],
      });
    }),
    { numRuns: 100 },
  );
});

test('what is gained and lost adds up with the totals of both plans to the square metre', () => {
  fc.assert(
    fc.property(area, plans, (within, { before, after }) => {
      const compared = comparePlans({ boundary: within, before, after, villages: [] });
      const faces = compared.faces.reduce((sum, face) => sum + face.areaKm2, compared.rounding.areaKm2);
      expect(Math.abs(faces - compared.areaKm2)).toBeLessThan(SQUARE_METRE_KM2);
      for (const { association } of [...before, ...after]) {
        const { gainedKm2, lostKm2 } = compared.balances.find((one) => one.association === association) ?? {
          gainedKm2: 0,
          lostKm2: 0,
        };
        const difference = totalKm2(within, after, association) - totalKm2(within, before, association);
        expect(Math.abs(difference - (gainedKm2 - lostKm2))).toBeLessThan(SQUARE_METRE_KM2);
      }
    }),
    { numRuns: 200 },
  );
});

test('swapping the plans swaps who loses and who wins', () => {
  fc.assert(
    fc.property(area, plans, (within, { before, after }) => {
      const villages = [village('v', 40, 20), village('w', 40.1, 20.1), village('x', 39.8, 20.2)];
      const there = comparePlans({ boundary: within, before, after, villages });
      const back = comparePlans({ boundary: within, before: after, after: before, villages });
      const swapped = <T extends { before: unknown; after: unknown }>(one: T) => ({
        ...one,
        before: one.after,
        after: one.before,
      });
      expect(back.villages).toEqual(there.villages.map(swapped));
      expect(back.faces).toEqual(there.faces.map(swapped));
      expect(new Set(back.exchanges)).toEqual(
        new Set(
          there.exchanges.map(({ from, to, areaKm2: size }) => ({ from: to, to: from, areaKm2: size })),
        ),
      );
    }),
    { numRuns: 100 },
  );
});

function totalKm2(within: MultiPolygon | null, territories: readonly Territory[], of: AssociationId): number {
  const { cells } = createCoverageMap({ boundary: within, territories });
  return cells
    .filter((cell) => cell.isWithin && cell.associations.includes(of))
    .reduce((sum, cell) => sum + cell.areaM2 / 1e6, 0);
}
