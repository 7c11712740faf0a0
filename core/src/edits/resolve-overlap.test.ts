import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  ringThrough,
  territory,
} from '../../test/fixtures/rectangles.ts';
import { seededRandom } from '../../test/generators/seeded-random.ts';
import { wigglyLine } from '../../test/generators/wiggly-line.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { innerPosition } from '../../test/oracles/inner-position.ts';
import { areaM2 } from '../geometry/area.ts';
import { nearestTerritory } from '../geometry/distance.ts';
import { boxOf, snapPosition } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import { cutPlan, placesOf } from './cut-plan.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { resolveOverlap } from './resolve-overlap.ts';
import { claimsOn } from './village-shifts.ts';

// A A        A covers x 40–42, B covers x 41–43:
//   B B      the strip x 41–42 belongs to both
const plan = {
  boundary: multiPolygon([rectangle(40, 20, 43, 21)]),
  territories: [territory('a', rectangle(40, 20, 42, 21)), territory('b', rectangle(41, 20, 43, 21))],
  villages: [],
};
const stripM2 = areaM2(multiPolygon([rectangle(41, 20, 42, 21)]));

test('leaves an overlap to one claimant', () => {
  const edited = made(resolveOverlap(plan, { at: [41.5, 20.5], inFavourOf: associationId('a') }));
  expect(edited.changed.map(({ association }) => association)).toEqual(['b']);
  expect(edited.description.claimants).toEqual(['a', 'b']);
  expect(edited.description.areaM2).toBeCloseTo(stripM2, 0);
  const corners = edited.changed[0]?.geometry.coordinates.flat(2).map(String);
  expect(new Set(corners)).toEqual(new Set(['42,20', '43,20', '43,21', '42,21']));
});

test('divides an overlap along its middle', () => {
  const edited = made(resolveOverlap(plan, { at: [41.5, 20.5], inFavourOf: 'by-the-middle' }));
  const [a, b] = edited.changed;
  expect(a && areaM2(a.geometry)).toBeCloseTo(1.5 * stripM2, -7);
  expect(b && areaM2(b.geometry)).toBeCloseTo(1.5 * stripM2, -7);
  // A line of few vertices that keeps near x = 41.5.
  const line = a?.geometry.coordinates[0]?.[0]?.filter(([x]) => x > 41) ?? [];
  expect(line.length).toBeLessThan(8);
  expect(line.every(([x]) => Math.abs(x - 41.5) < 0.06)).toBe(true);
  expect(reportOn(plan, edited, ({ before }) => before.join() === 'a,b').faults).toEqual([]);
});

test('the middle line of a lens runs from where the borders cross to where they cross again', () => {
  const territories = [
    territory('a', ringThrough('40,20 41,20 41.1,20.5 41,21 40,21')),
    territory('b', ringThrough('42,20 42,21 41,21 40.9,20.5 41,20')),
  ];
  const lens = { ...plan, boundary: multiPolygon([rectangle(40, 20, 42, 21)]), territories };
  const edited = made(resolveOverlap(lens, { at: [41, 20.5], inFavourOf: 'by-the-middle' }));
  const line = edited.changed[0]?.geometry.coordinates[0]?.[0]?.filter(([x]) => x > 40.5) ?? [];
  expect(line).toContainEqual([41, 20]);
  expect(line).toContainEqual([41, 21]);
  expect(line.every(([x]) => Math.abs(x - 41) < 0.01)).toBe(true);
});

test('refuses where there is no overlap, strangers, and the middle around a hole or with one side alone', () => {
  const at: [number, number] = [41.5, 20.5];
  const reasonOf = (territories: typeof plan.territories, inFavourOf: string, where = at) => {
    const edited = resolveOverlap(
      { ...plan, territories },
      {
        at: where,
        inFavourOf: inFavourOf === 'by-the-middle' ? inFavourOf : associationId(inFavourOf),
      },
    );
    return edited.ok ? null : edited.reason;
  };
  const inner = territory('c', rectangle(41.2, 20.2, 41.8, 20.8));
  expect(reasonOf(plan.territories, 'a', [40.5, 20.5])).toBe('no-overlap-there');
  expect(reasonOf(plan.territories, 'c')).toBe('not-a-claimant');
  expect(reasonOf([...plan.territories, inner], 'by-the-middle', [41.1, 20.1])).toBe('overlap-has-holes');
  const [a = inner] = plan.territories;
  expect(reasonOf([a, inner], 'by-the-middle')).toBe('only-one-side');
  expect(reasonOf([a, inner], 'a')).toBe('nothing-left-of-a-claimant');
});

// A claims x 40–42, B x 41–43, and C what lies south of x 41–42 and that itself
test('divides what three claim among those with ground of their own, each by what is nearest', () => {
  const three = [
    territory('a', rectangle(40, 20, 42, 21)),
    territory('b', rectangle(41, 20, 43, 21)),
    territory('c', rectangle(41, 19, 42, 21)),
  ];
  const disputed = { ...plan, boundary: multiPolygon([rectangle(40, 19, 43, 21)]), territories: three };
  const edited = made(resolveOverlap(disputed, { at: [41.5, 20.5], inFavourOf: 'by-the-middle' }));
  expect(edited.description.claimants).toEqual(['a', 'b', 'c']);
  const owner = (x: number, y: number) =>
    withChange(disputed, edited)
      .territories.filter(({ geometry }) => pointInPolygon([x, y], geometry))
      .map(({ association }) => association);
  expect([owner(41.1, 20.6), owner(41.9, 20.6), owner(41.5, 20.1)]).toEqual([['a'], ['b'], ['c']]);
  expect(
    reportOn(disputed, edited, ({ before, after }) => before.length === 3 && after.length === 1).faults,
  ).toEqual([]);
});

test('any overlap of any plan can be left to any claimant or divided, and nothing else changes', () => {
  let [kept, divided] = [0, 0];
  const refused: string[] = [];
  fc.assert(
    fc.property(damagedPlan, fc.nat(), fc.nat(2), (damaged, number, favour) => {
      const cut = cutPlan(damaged);
      const sets = [
        ...new Set(
          cut.map.cells
            .filter((cell) => cell.isWithin && cell.associations.length > 1)
            .map(({ associations }) => associations.join(' ')),
        ),
      ];
      const overlaps = sets.flatMap((set) =>
        placesOf(cut, set.split(' ').map(associationId)).map((place) => ({ set, place })),
      );
      const one = overlaps[number % Math.max(1, overlaps.length)];
      if (!one) return;
      const claimants = one.set.split(' ').map(associationId);
      const inFavourOf = claimants[favour] ?? 'by-the-middle';
      const at = innerPosition(one.place);
      // An overlap of less than a grid step may have no position of the grid in it.
      if (!pointInPolygon(at, one.place)) return;
      const edited = resolveOverlap(damaged, { at, inFavourOf });
      if (!edited.ok) {
        refused.push(edited.reason);
        return;
      }
      if (inFavourOf === 'by-the-middle') divided++;
      else kept++;
      const { faults, comparison } = reportOn(damaged, edited, ({ before, after }) => {
        const [owner] = after;
        return (
          before.join(' ') === one.set &&
          after.length === 1 &&
          (inFavourOf === 'by-the-middle'
            ? claimants.includes(owner ?? claimants[0] ?? associationId('x'))
            : owner === inFavourOf)
        );
      });
      expect(faults).toEqual([]);
      expect(comparison.villages).toEqual(edited.description.villages);
    }),
    { numRuns: 200 },
  );
  expect(kept).toBeGreaterThan(50);
  expect(divided).toBeGreaterThan(5);
  // One of about a grid step may vanish by rounding.
  const foreseen = ['overlap-has-holes', 'only-one-side', 'no-overlap-there', 'nothing-left-of-a-claimant'];
  expect(refused.filter((reason) => !foreseen.includes(reason))).toEqual([]);
});

test('by the middle each gets what is clearly nearer to its own remaining ground', () => {
  let positions = 0;
  fc.assert(
    fc.property(
      lensPlan,
      fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 20, maxLength: 20 }),
      (lenses, shares) => {
        const cut = cutPlan(lenses);
        const [lens] = placesOf(cut, [associationId('a'), associationId('b')]);

        if (!lens) return;
        const at = innerPosition(lens);
        const divided = resolveOverlap(lenses, { at, inFavourOf: 'by-the-middle' });
        const [toA, toB] = ['a', 'b'].map((id) =>
          resolveOverlap(lenses, { at, inFavourOf: associationId(id) }),
        );
        if (!divided.ok || !toA?.ok || !toB?.ok) throw new Error('refused');
        const rest = [
          ...toA.changed.filter(({ association }) => association === 'b'),
          ...toB.changed.filter(({ association }) => association === 'a'),
        ];
        const claims = claimsOn(withChange(lenses, divided).territories);
        const box = boxOf(lens.coordinates.flat(2));
        for (const [x, y] of shares) {
          const position: Position = [
            box.minX + (x / 1000) * (box.maxX - box.minX),
            box.minY + (y / 1000) * (box.maxY - box.minY),
          ];
          if (!pointInPolygon(position, lens)) continue;
          const [a = 0, b = 0] = ['a', 'b'].map(
            (id) =>
              nearestTerritory(
                rest.filter(({ association }) => association === id),
                position,
              )?.distanceM,
          );
          if (Math.max(a, b) < 2 * Math.min(a, b)) continue;
          positions++;
          expect(claims(position)).toEqual([a < b ? 'a' : 'b']);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(positions).toBeGreaterThan(100);
});

/** Two squares that overlap in the middle, where both borders wiggle from south to north. */
const lensPlan = fc.nat().map((seed): EditedPlan => {
  const random = seededRandom(seed);
  const [east, west] = [
    wigglyLine([40.53, 20], [40.53, 21], 16, random),
    wigglyLine([40.47, 20], [40.47, 21], 16, random),
  ];
  const shifted = (line: readonly Position[], by: number): Position[] =>
    line.map(([x, y], i) => [x + by * Math.sin((Math.PI * i) / 16), y]);
  return {
    boundary: multiPolygon([rectangle(40, 20, 41, 21)]),
    territories: [
      territory('a', [[40, 20], ...shifted(east, 0.25), [40, 21], [40, 20]]),
      territory('b', [[41, 20], [41, 21], ...shifted(west, -0.25).reverse(), [41, 20]]),
    ].map((one) => ({ ...one, geometry: snapped(one.geometry) })),
    villages: [],
  };
});

function snapped({ type, coordinates }: MultiPolygon): MultiPolygon {
  return { type, coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(snapPosition))) };
}
