import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { drawnOver } from '../../test/arbitraries/drawn-shapes.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
} from '../../test/fixtures/rectangles.ts';
import { sampledPlaces } from '../../test/oracles/sampled-places.ts';
import { tryEdits } from '../../test/oracles/try-edits.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { isNearEdge } from './border-vertex.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { eraseTerritory } from './erase-territory.ts';
import { type ExtendTerritoryRequest, extendTerritory } from './extend-territory.ts';
import { traceBorder } from './trace-border.ts';
import { claimsOn } from './village-shifts.ts';

const [a, b, c] = [associationId('a'), associationId('b'), associationId('c')];

// A B .     three squares, the third is a gap
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 20, 40.3, 20.1)]),
  territories: [
    territory('a', rectangle(40, 20, 40.1, 20.1)),
    territory('b', rectangle(40.1, 20, 40.2, 20.1)),
  ],
  villages: [village('v', 40.12, 20.05), village('w', 40.22, 20.05)],
};

// From the middle of A into the gap, and north over the boundary.
const shape = multiPolygon([rectangle(40.05, 20.02, 40.25, 20.2)]);

function areasKm2({
  shifts,
}: {
  shifts: readonly { association: string; gainedM2: number; lostM2: number }[];
}) {
  return shifts.map(({ association, gainedM2, lostM2 }) => [
    association,
    Math.round(gainedM2 / 1e5) / 10,
    Math.round(lostM2 / 1e5) / 10,
  ]);
}

test('a shape takes what others have, or gaps alone, and nothing beyond the area', () => {
  const everything = made(extendTerritory(plan, { association: a, shape, over: 'everything' }));
  expect(areasKm2(everything.description)).toEqual([
    ['a', 139, 0],
    ['b', 0, 92.6],
  ]);
  expect(everything.description.villages).toEqual([
    { village: 'v', before: ['b'], after: ['a'] },
    { village: 'w', before: [], after: ['a'] },
  ]);
  const gaps = made(extendTerritory(plan, { association: a, shape, over: 'gaps' }));
  expect(areasKm2(gaps.description)).toEqual([['a', 46.3, 0]]);
});

test('what is locked stays, and the rest is taken', () => {
  const request: ExtendTerritoryRequest = { association: c, shape, over: 'everything', locked: [b] };
  expect(areasKm2(made(extendTerritory(plan, request)).description)).toEqual([
    ['a', 0, 46.3],
    ['c', 92.6, 0],
  ]);
});

test('a shape within a territory makes a hole, or another territory', () => {
  const hole = multiPolygon([rectangle(40.02, 20.02, 40.08, 20.08)]);
  const erased = made(eraseTerritory(plan, { association: a, shape: hole, to: 'gap' }));
  expect(erased.changed.map(({ geometry }) => geometry.coordinates[0]?.length)).toEqual([2]);
  const given = made(eraseTerritory(plan, { association: a, shape: hole, to: c }));
  expect(given.changed.map(({ association }) => association)).toEqual(['a', 'c']);
  const all = made(
    eraseTerritory(plan, { association: a, shape: multiPolygon([rectangle(39, 19, 41, 21)]), to: b }),
  );
  expect(all.removed).toEqual(['a']);
});

test('beyond the area the erased goes to nobody, and others keep their claims there', () => {
  // A and B overlap from 40.1 on, and both reach beyond the area, which ends at 40.2.
  const reaching: EditedPlan = {
    boundary: multiPolygon([rectangle(40, 20, 40.2, 20.1)]),
    territories: [
      territory('a', rectangle(40, 20, 40.3, 20.1)),
      territory('b', rectangle(40.1, 20, 40.3, 20.1)),
    ],
    villages: [],
  };
  const erased = made(eraseTerritory(reaching, { association: a, shape, to: c }));
  const claims = claimsOn(withChange(reaching, erased).territories);
  const places = [40.07, 40.15, 40.22, 40.27].map((longitude): Position => [longitude, 20.05]);
  expect(places.map(claims)).toEqual([[c], [b, c], [b], [a, b]]);
});

test('refuses what is locked, away or done already', () => {
  const reasonOf = (edited: ReturnType<typeof extendTerritory> | ReturnType<typeof eraseTerritory>) =>
    edited.ok ? null : edited.reason;
  const over = 'everything';
  const inA = multiPolygon([rectangle(40.02, 20.02, 40.08, 20.08)]);
  const away = multiPolygon([rectangle(30, 20, 31, 21)]);
  expect(reasonOf(extendTerritory(plan, { association: a, shape, over, locked: [a] }))).toBe('locked');
  expect(reasonOf(extendTerritory(plan, { association: b, shape: inA, over, locked: [a] }))).toBe('locked');
  expect(reasonOf(extendTerritory(plan, { association: a, shape: inA, over }))).toBe('nothing-changes');
  expect(reasonOf(extendTerritory(plan, { association: b, shape: inA, over: 'gaps' }))).toBe(
    'nothing-changes',
  );
  expect(reasonOf(extendTerritory(plan, { association: a, shape: away, over }))).toBe('outside-area');
  const erasing = { association: a, shape: inA, to: b };
  expect(reasonOf(eraseTerritory(plan, { ...erasing, to: a }))).toBe('same-association');
  expect(reasonOf(eraseTerritory(plan, { ...erasing, locked: [b] }))).toBe('locked');
  expect(reasonOf(eraseTerritory(plan, { ...erasing, locked: [a] }))).toBe('locked');
  expect(reasonOf(eraseTerritory(plan, { ...erasing, association: c }))).toBe('no-such-territory');
  expect(reasonOf(eraseTerritory(plan, { ...erasing, shape: away }))).toBe('nothing-changes');
});

/** One of the plan's associations, seldom one that has nothing. */
function oneOf({ territories }: EditedPlan, number: number): AssociationId {
  return (
    (number % 7 === 0 ? null : territories[number % territories.length]?.association) ?? associationId('z')
  );
}

function outlinesOf({ boundary, territories }: EditedPlan): MultiPolygon[] {
  return [...(boundary ? [boundary] : []), ...territories.map(({ geometry }) => geometry)];
}

const inputs = fc.tuple(drawnOver, fc.nat(), fc.nat(), fc.boolean());

test('any shape over any plan extends any territory by what lies under it, and changes nothing else', () => {
  const edits = tryEdits(inputs, 80, ([{ plan: any, shape: drawn }, number, other, isOverGaps]) => {
    const association = oneOf(any, number);
    const locked = other % 3 === 0 ? [oneOf(any, other)].filter((one) => one !== association) : [];
    const isTaken = (before: readonly AssociationId[]): boolean => {
      if (before.join() === association) return false;
      return isOverGaps ? before.length === 0 : !before.some((one) => locked.includes(one));
    };
    const over = isOverGaps ? 'gaps' : 'everything';
    const edited = extendTerritory(any, { association, shape: drawn, over, locked });
    if (edited.ok && any.boundary) {
      const [before, now] = [claimsOn(any.territories), claimsOn(withChange(any, edited).territories)];
      for (const place of sampledPlaces(drawn, outlinesOf(any))) {
        const isWithin = pointInPolygon(place, any.boundary);
        const beyond = before(place).filter((one) => one === association);
        const taken = isWithin ? [association] : beyond;
        expect(now(place)).toEqual(isTaken(before(place)) ? taken : before(place));
      }
    }
    return {
      plan: any,
      edited,
      refusals: ['nothing-changes', 'locked', 'outside-area', 'territory-too-small'],
      // Beyond the area, what is taken is given to nobody.
      isExpected: ({ before, after }) =>
        (after.join() === association || after.length === 0) && isTaken(before),
      reachesBeyond: true,
    };
  });
  expect(edits).toBeGreaterThan(30);
});

test('any shape over any plan is erased from any territory, for another or for nobody', () => {
  const edits = tryEdits(inputs, 80, ([{ plan: any, shape: drawn }, number, other, isToGap]) => {
    const association = oneOf(any, number);
    const to = isToGap ? 'gap' : oneOf(any, other);
    const edited = eraseTerritory(any, { association, shape: drawn, to });
    // Beyond the area, it is given to nobody, and others keep theirs.
    const isDone = (after: readonly AssociationId[], where: 'within' | 'anywhere'): boolean =>
      !after.includes(association) && (to === 'gap' || after.includes(to) || where === 'anywhere');
    if (edited.ok && any.boundary) {
      const now = claimsOn(withChange(any, edited).territories);
      for (const place of sampledPlaces(drawn, outlinesOf(any))) {
        expect(now(place)).not.toContain(association);
      }
    }
    return {
      plan: any,
      edited,
      refusals: ['nothing-changes', 'same-association', 'no-such-territory', 'territory-too-small'],
      isExpected: ({ before, after }, where) => before.includes(association) && isDone(after, where),
      makesGaps: to === 'gap',
      reachesBeyond: true,
    };
  });
  expect(edits).toBeGreaterThan(15);
});

test('a shape drawn along any border has just that border: no gap and no overlap lies between', () => {
  let drawn = 0;
  fc.assert(
    fc.property(wholePlan, fc.nat(), fc.nat(), fc.nat(), (whole, number, first, second) => {
      const bordered = whole.territories[number % whole.territories.length];
      const ring = bordered?.geometry.coordinates[0]?.[0] ?? [];
      const middleOf = (i: number): Position => {
        const [[ax, ay] = NOWHERE, [bx, by] = NOWHERE] = ring.slice(i % (ring.length - 1));
        return [ax + 0.4 * (bx - ax), ay + 0.4 * (by - ay)];
      };
      const [from, to] = [middleOf(first), middleOf(second)];
      const traced = traceBorder(whole, { from, to });
      if (!traced.ok || traced.positions.length < 4) return;
      const path = traced.positions;
      const check = checkTerritory({ type: 'Polygon', coordinates: [[...path, ...path.slice(0, 1)]] });
      // The way back may cross the border.
      if (!check.ok) return;
      const association = associationId('z');
      const edited = extendTerritory(whole, { association, shape: check.geometry, over: 'everything' });
      if (!edited.ok) return;
      drawn++;
      const after = withChange(whole, edited);
      const isOnPath = (position: Position) =>
        path.slice(1).some((end, i) => isNearEdge(position, path[i] ?? end, end));
      const loose = unmatchedEdges(after).filter(([a, b]) => {
        const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        // Where the way back begins, it is near the border for as far as rounding goes.
        return Math.hypot(b[0] - a[0], b[1] - a[1]) > ROUNDED_TOGETHER && [a, middle, b].every(isOnPath);
      });
      expect(loose).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(drawn).toBeGreaterThan(10);
});

const NOWHERE: Position = [0, 0];
const ROUNDED_TOGETHER = 1e-4;
