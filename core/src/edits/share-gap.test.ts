import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
} from '../../test/fixtures/rectangles.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { innerPosition } from '../../test/oracles/inner-position.ts';
import { tryEdits } from '../../test/oracles/try-edits.ts';
import { areaM2 } from '../geometry/area.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Position } from '../model/geometry.ts';
import { cutPlan, placesOf } from './cut-plan.ts';
import { withChange } from './edit.ts';
import { shareGap } from './share-gap.ts';

const boundary = multiPolygon([rectangle(40, 20, 44, 22)]);

// A . . B     the gap lies between A and B; its north and south are the boundary
// A . . B
const plan = {
  boundary,
  territories: [territory('a', rectangle(40, 20, 41, 22)), territory('b', rectangle(43, 20, 44, 22))],
  villages: [village('v', 41.5, 21), village('w', 42.5, 21)],
};

test('splits a gap between its neighbours in the middle', () => {
  const edited = made(shareGap(plan, { at: [42, 21], among: 'neighbours' }));
  const { description, changed } = edited;
  expect(description.associations).toEqual(['a', 'b']);
  const half = areaM2(multiPolygon([rectangle(41, 20, 42, 22)]));
  for (const { gainedM2 } of description.shifts) expect(gainedM2 / half).toBeCloseTo(1, 5);
  expect(description.villages).toEqual([
    { village: 'v', before: [], after: ['a'] },
    { village: 'w', before: [], after: ['b'] },
  ]);
  // The border is one straight line from boundary to boundary.
  for (const { geometry } of changed) expect(geometry.coordinates[0]?.[0]?.length).toBeLessThanOrEqual(8);
  expect(reportOn(plan, edited, ({ before }) => before.length === 0).faults).toEqual([]);
});

test('gives each place of a gap to the association whose seat is nearest, whether or not it has a territory', () => {
  const among = [
    { association: associationId('a'), location: [40.5, 21] as Position },
    { association: associationId('c'), location: [42.7, 21] as Position },
  ];
  const edited = made(shareGap(plan, { at: [42, 21], among }));
  expect(edited.description).toMatchObject({ among: 'seats', associations: ['a', 'c'] });
  expect(edited.description.villages).toEqual([
    { village: 'v', before: [], after: ['a'] },
    { village: 'w', before: [], after: ['c'] },
  ]);
  const gained = areaM2(multiPolygon([rectangle(41, 20, 41.6, 22)]));
  expect((edited.description.shifts[0]?.gainedM2 ?? 0) / gained).toBeCloseTo(1, 4);
  expect(cutPlan(withChange(plan, edited)).map.faces).toEqual([]);
});

test('a territory inside a gap gets what is nearer to it, all around', () => {
  const island = {
    boundary,
    territories: [territory('a', rectangle(40, 20, 41, 22)), territory('b', rectangle(42, 20.8, 42.4, 21.2))],
    villages: [],
  };
  const edited = made(shareGap(island, { at: [43.5, 21], among: 'neighbours' }));
  expect(cutPlan(withChange(island, edited)).map.faces).toEqual([]);
  expect(edited.description.associations).toEqual(['a', 'b']);
});

test('an island that touches no territory goes to the nearest', () => {
  const sea = {
    boundary: multiPolygon(
      [rectangle(40, 20, 41, 22)],
      [rectangle(43, 20, 44, 22)],
      [rectangle(42.1, 21, 42.3, 21.2)],
    ),
    territories: [territory('a', rectangle(40, 20, 41, 22)), territory('b', rectangle(43, 20, 44, 22))],
    villages: [],
  };
  const edited = made(shareGap(sea, { at: [42.2, 21.1], among: 'neighbours' }));
  expect(edited.description.associations).toEqual(['b']);
  expect(cutPlan(withChange(sea, edited)).map.faces).toEqual([]);
});

test('those who are locked get nothing of it', () => {
  const edited = made(shareGap(plan, { at: [42, 21], among: 'neighbours', locked: [associationId('a')] }));
  expect(edited.description.associations).toEqual(['b']);
  expect(cutPlan(withChange(plan, edited)).map.faces).toEqual([]);
});

test('refuses where there is no gap, no seat and no neighbour', () => {
  expect(shareGap(plan, { at: [40.5, 21], among: 'neighbours' })).toEqual({
    ok: false,
    reason: 'no-gap-there',
  });
  expect(shareGap(plan, { at: [42, 21], among: [] })).toEqual({ ok: false, reason: 'no-seats' });
  expect(shareGap({ ...plan, territories: [] }, { at: [42, 21], among: 'neighbours' })).toEqual({
    ok: false,
    reason: 'no-neighbour',
  });
});

const seats = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  {
    minLength: 1,
    maxLength: 5,
  },
);

test('any gap of any plan can be split among neighbours or seats: it is filled, and nothing else changes', () => {
  const edits = tryEdits(fc.tuple(damagedPlan, fc.nat(), fc.option(seats)), 150, ([plan, number, shares]) => {
    const gaps = placesOf(cutPlan(plan), []);
    const gap = gaps[number % Math.max(1, gaps.length)];
    const [outer] = plan.boundary?.coordinates[0] ?? [];
    if (!gap || !outer) return null;
    const at = innerPosition(gap);
    // A gap of less than a grid step may have no position of the grid in it.
    if (!pointInPolygon(at, gap)) return null;
    const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
    const between = (all: number[], share: number) =>
      Math.min(...all) + share * (Math.max(...all) - Math.min(...all));
    const among =
      shares?.flatMap(([x, y], i) => {
        const association = plan.territories[i % plan.territories.length]?.association;
        const location: Position = [between(xs, x), between(ys, y)];
        return association ? [{ association, location }] : [];
      }) ?? 'neighbours';
    return {
      plan,
      edited: shareGap(plan, { at, among }),
      // One of about a grid step may vanish by rounding.
      refusals: ['no-gap-there', 'no-neighbour'],
      isExpected: ({ before, after }) => before.length === 0 && after.length === 1,
    };
  });
  expect(edits).toBeGreaterThan(100);
});
