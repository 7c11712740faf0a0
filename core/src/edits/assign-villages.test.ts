import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { BESIDE_BORDER, leaningBorder } from '../../test/fixtures/leaning-border.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import { hasVillageBesideBorder } from '../../test/oracles/beside-borders.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { nearestVillage } from '../../test/oracles/nearest-village.ts';
import { tryEdits } from '../../test/oracles/try-edits.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Position } from '../model/geometry.ts';
import { assignVillages } from './assign-villages.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { claimsOn } from './village-shifts.ts';

const [a, b, c] = [associationId('a'), associationId('b'), associationId('c')];

// A A|B B     a village in the middle of each square; the north-eastern corner is a gap
// A A|B .     A: q r u v   B: s t w   gap: x, and y has no location, z lies outside
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 20, 40.4, 20.2)]),
  territories: [
    territory('a', rectangle(40, 20, 40.2, 20.2)),
    territory('b', [
      [40.2, 20],
      [40.4, 20],
      [40.4, 20.1],
      [40.3, 20.1],
      [40.3, 20.2],
      [40.2, 20.2],
      [40.2, 20],
    ]),
  ],
  villages: [
    ...['q', 'r', 's', 't'].map((id, i) => village(id, 40.05 + i / 10, 20.05)),
    ...['u', 'v', 'w', 'x'].map((id, i) => village(id, 40.05 + i / 10, 20.15)),
    { id: villageId('y'), location: null },
    village('z', 41, 20.1),
  ],
};

function assigned(ids: string, to = b, inPlan = plan) {
  return made(assignVillages(inPlan, { villages: ids.split(' ').map(villageId), to }));
}

test('ground goes with its nearest village', () => {
  const edited = assigned('v');
  expect(edited.description).toMatchObject({ association: 'b', assigned: ['v'] });
  expect(edited.description.areaM2).toBeCloseTo(areaM2(multiPolygon([rectangle(40.1, 20.1, 40.2, 20.2)])), 0);
  expect(edited.description.villages).toEqual([{ village: 'v', before: ['a'], after: ['b'] }]);
  expect(edited.changed.map(({ geometry }) => geometry.coordinates[0]?.[0]?.length)).toEqual([7, 10]);
});

test('several villages go together, those from a gap too', () => {
  const edited = assigned('x v r s');
  expect(edited.description.assigned).toEqual(['x', 'v', 'r']);
  expect(edited.description.shifts.map(({ association, lostM2 }) => [association, lostM2 > 0])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  const whole = withChange(plan, edited);
  expect(claimsOn(whole.territories)([40.35, 20.15])).toEqual([b]);
  expect(unmatchedEdges(whole)).toEqual([]);
});

test('an association without a territory gets one', () => {
  const edited = assigned('u', c);
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'c']);
  expect(edited.changed[1]?.geometry).toEqual(multiPolygon([rectangle(40, 20.1, 40.1, 20.2)]));
});

test('who loses the last village, and all around it, loses the territory', () => {
  const whole = withChange(plan, assigned('x'));
  expect(assigned('s t w x', a, whole).removed).toEqual(['b']);
});

test('without a boundary, the surroundings of villages are cut off around all of them', () => {
  const free = { ...plan, boundary: null };
  const edited = assigned('z', c, free);
  expect(edited.description.villages).toEqual([{ village: 'z', before: [], after: ['c'] }]);
  expect(assigned('v', b, free).description.villages).toEqual([
    { village: 'v', before: ['a'], after: ['b'] },
  ]);
});

test('where the border runs close beside the cell already it stays, and takes no sliver with it', () => {
  // The border between A and B strays from the middle between their villages by ten metres to both sides.
  const strays = (side: number): Position[] =>
    [20.2, 20.15, 20.1, 20.05, 20]
      .map((y, i): Position => [40.2 + (i % 2 === 0 ? 1e-4 : -1e-4), y])
      .map(([x, y]) => [x * side, y]);
  const line = strays(1);
  const boundary = multiPolygon([rectangle(40, 20, 40.4, 20.2)]);
  const uneven: EditedPlan = {
    ...plan,
    boundary,
    territories: [
      territory('a', [[40, 20.2], [40, 20], ...[...line].reverse(), [40, 20.2]]),
      territory('b', [[40.4, 20], [40.4, 20.2], ...line, [40.4, 20]]),
    ],
  };
  const edited = assigned('s w', c, uneven);
  expect(edited.description.shifts.map(({ association }) => association)).toEqual(['b', 'c']);
  const after = withChange(uneven, edited);
  expect(unmatchedEdges(after)).toEqual([]);
  expect(after.territories.map(({ geometry }) => geometry.coordinates.length)).toEqual([1, 1, 1]);
});

test('a corner without a village that would be cut off goes along', () => {
  // A has the south-western corner of the square of s, too: B gets r, and A keeps no crumb beyond it.
  const strip: EditedPlan = {
    ...plan,
    territories: [
      territory('a', [
        [40, 20],
        [40.22, 20],
        [40.22, 20.02],
        [40.2, 20.02],
        [40.2, 20.2],
        [40, 20.2],
        [40, 20],
      ]),
      territory('b', [
        [40.22, 20],
        [40.4, 20],
        [40.4, 20.2],
        [40.2, 20.2],
        [40.2, 20.02],
        [40.22, 20.02],
        [40.22, 20],
      ]),
    ],
  };
  const after = withChange(strip, assigned('r', b, strip));
  expect(after.territories.map(({ geometry }) => geometry.coordinates.length)).toEqual([1, 1]);
  expect(claimsOn(after.territories)([40.21, 20.01])).toEqual([b]);
});

test('refuses what is not there, locked, too close or done already', () => {
  const reasonOf = (ids: string[], to = b, locked = [c]) => {
    const twins = { ...plan, villages: [...plan.villages, village('twin', 40.05, 20.05)] };
    const edited = assignVillages(twins, { villages: ids.map(villageId), to, locked });
    return edited.ok ? null : edited.reason;
  };
  expect(reasonOf([])).toBe('no-villages');
  expect(reasonOf(['none'])).toBe('no-such-village');
  expect(reasonOf(['r', 'y'])).toBe('village-not-located');
  expect(reasonOf(['z'])).toBe('village-outside-area');
  expect(reasonOf(['s'])).toBe('nothing-changes');
  expect(reasonOf(['r'], b, [a])).toBe('locked');
  expect(reasonOf(['r'], b, [b])).toBe('locked');
  expect(reasonOf(['q'])).toBe('villages-too-close');
  expect(reasonOf(['q', 'twin'])).toBe(null);
});

test('refuses when a village beside the border would go along by rounding', () => {
  const beside = {
    ...leaningBorder,
    villages: [village('v', 39.9, 20.25), village('w', 39.9, 20.05), village('x', ...BESIDE_BORDER.inB)],
  };
  const edited = assignVillages(beside, { villages: [villageId('v')], to: a });
  expect(edited).toEqual({ ok: false, reason: 'villages-too-close' });
  const free = { ...beside, villages: beside.villages.slice(0, 2) };
  expect(assigned('v', a, free).description.assigned).toEqual(['v']);
});

test('of any plan any villages go to anyone alone, no other does, and what is locked stays', () => {
  let [asked, got] = [0, 0];
  const inputs = fc.tuple(
    fc.oneof(wholePlan, damagedPlan),
    fc.array(fc.nat(29), { minLength: 1, maxLength: 8 }),
    fc.nat(),
    fc.nat(12),
  );
  const edits = tryEdits(inputs, 70, ([any, numbers, receiver, lockedNumber]) => {
    const ids = any.territories.map(({ association }) => association);
    const to = receiver % 7 === 0 ? associationId('z') : ids[receiver % ids.length];
    const locked = ids.filter((id, i) => i === lockedNumber && id !== to);
    const claims = claimsOn(any.territories);
    const chosen = [...new Set(numbers)].flatMap((i) => {
      const one = any.villages[i];
      return one?.location && any.boundary && pointInPolygon(one.location, any.boundary) ? [one] : [];
    });
    if (!to || chosen.length === 0) return null;
    const edited = assignVillages(any, { villages: chosen.map(({ id }) => id), to, locked });
    if (edited.ok) {
      const wanted = chosen.filter(({ location }) => location && claims(location).join() !== to);
      expect(edited.description.villages.map(({ village: id }) => id).sort()).toEqual(
        wanted.map(({ id }) => id).sort(),
      );
      expect(edited.description.villages.every(({ after }) => after.join() === to)).toBe(true);
      const now = claimsOn(withChange(any, edited).territories);
      for (const { place, nearest } of nearestVillage(any)) {
        if (!wanted.some(({ id }) => id === nearest) || claims(place).some((id) => locked.includes(id)))
          continue;
        asked++;
        if (now(place).join() === to) got++;
      }
    }
    return {
      plan: any,
      edited,
      refusals: [
        ...['nothing-changes', 'locked', 'territory-too-small'],
        ...(hasVillageBesideBorder(any) ? ['villages-too-close'] : []),
      ],
      isExpected: ({ before, after }) =>
        // Beyond the area, what goes along is given to nobody.
        after.length < 2 && ![...before, ...after].some((id) => locked.includes(id)),
      reachesBeyond: true,
    };
  });
  expect(edits).toBeGreaterThan(35);
  // The rest are strips along borders that the new one keeps to.
  expect(got / asked).toBeGreaterThan(0.98);
});

test('a whole plan stays whole, edge by edge', () => {
  fc.assert(
    fc.property(
      wholePlan,
      fc.array(fc.nat(29), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      (whole, numbers, receiver) => {
        const to = whole.territories[receiver % whole.territories.length]?.association ?? a;
        const villages = numbers.flatMap((i) => whole.villages[i]?.id ?? []);
        const edited = assignVillages(whole, { villages, to });
        if (!edited.ok) return;
        const after = withChange(whole, edited);
        expect(unmatchedEdges(after)).toEqual([]);
        expect(createCoverageMap(after).faces).toEqual([]);
        expect(reportOn(whole, edited, ({ after }) => after.length < 2).faults).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});
