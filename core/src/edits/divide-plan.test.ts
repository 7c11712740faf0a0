import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  village,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { nearestVillage } from '../../test/oracles/nearest-village.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { dividePlan } from './divide-plan.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { claimsOn } from './village-shifts.ts';

// u v w     a village in the middle of each square
// q r s
const empty: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 20, 40.3, 20.2)]),
  territories: [],
  villages: [
    ...['q', 'r', 's'].map((id, i) => village(id, 40.05 + i / 10, 20.05)),
    ...['u', 'v', 'w'].map((id, i) => village(id, 40.05 + i / 10, 20.15)),
    { id: villageId('y'), location: null },
    village('z', 41, 20.1),
  ],
};

function assignment(text: string) {
  return text.split(' ').map((one) => {
    const [id = '', association = ''] = one.split(':');
    return { village: villageId(id), association: associationId(association) };
  });
}

test('from nothing, each place goes with its nearest village', () => {
  const { changed, removed, description } = made(
    dividePlan(empty, { assignment: assignment('q:a u:a r:b v:b s:b w:c') }),
  );
  expect(removed).toEqual([]);
  expect(description).toMatchObject({ associations: ['a', 'b', 'c'], followers: [] });
  const [a, b, c] = changed;
  expect(areaM2(a?.geometry ?? multiPolygon())).toBeCloseTo(
    areaM2(multiPolygon([rectangle(40, 20, 40.1, 20.2)])),
    0,
  );
  expect(areaM2(c?.geometry ?? multiPolygon())).toBeCloseTo(
    areaM2(multiPolygon([rectangle(40.2, 20.1, 40.3, 20.2)])),
    0,
  );
  expect(b?.geometry.coordinates).toHaveLength(1);
  expect(unmatchedEdges(withChange(empty, { changed, removed }))).toEqual([]);
});

test('a village that is not assigned goes with the nearest one that is', () => {
  const { description } = made(dividePlan(empty, { assignment: assignment('q:a w:b') }));
  expect(description.followers.map(({ village: id, association }) => `${id}:${association}`)).toEqual([
    'r:a',
    's:b',
    'u:a',
    'v:b',
  ]);
});

test('afresh, who has no village any more loses the territory', () => {
  const plan = withChange(empty, made(dividePlan(empty, { assignment: assignment('q:a w:b') })));
  const again = made(dividePlan(plan, { assignment: assignment('q:a w:c') }));
  expect(again.removed).toEqual(['b']);
  expect(again.description.shifts.map(({ association }) => association)).toEqual(['b', 'c']);
  expect(again.changed.map(({ association }) => association)).toEqual(['c']);
});

test('refuses what cannot be divided', () => {
  const reasonOf = (text: string, plan = empty) => {
    const edited = dividePlan(plan, { assignment: assignment(text) });
    return edited.ok ? null : edited.reason;
  };
  expect(dividePlan(empty, { assignment: [] })).toEqual({ ok: false, reason: 'no-villages' });
  expect(reasonOf('none:a')).toBe('no-such-village');
  expect(reasonOf('q:a y:b')).toBe('village-not-located');
  expect(reasonOf('q:a z:b')).toBe('village-outside-area');
  const twins = { ...empty, villages: [...empty.villages, village('twin', 40.05, 20.05)] };
  expect(reasonOf('q:a twin:b', twins)).toBe('villages-too-close');
  expect(reasonOf('q:a twin:a', twins)).toBe(null);
  const whole = withChange(empty, made(dividePlan(empty, { assignment: assignment('q:a w:b') })));
  expect(reasonOf('q:a w:b', whole)).toBe('nothing-changes');
});

test('any plan is divided wholly, edge by edge, and each village has whom it was given to', () => {
  let divisions = 0;
  const owners = fc.array(fc.constantFrom('a', 'b', 'c', 't1', null), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(wholePlan, damagedPlan), owners, (plan, chosen) => {
      const inside = plan.villages.flatMap(({ id, location }) =>
        location && plan.boundary && pointInPolygon(location, plan.boundary) ? [{ id, location }] : [],
      );
      const wanted = inside.flatMap(({ id, location }, i) => {
        const owner = chosen[i];
        return owner ? [{ village: id, location, association: associationId(owner) }] : [];
      });
      const edited = dividePlan(plan, { assignment: wanted });
      if (!edited.ok) return expect(edited.reason).toBe('no-villages');
      divisions++;
      const after = withChange(plan, edited);
      const claims = claimsOn(after.territories);
      for (const { location, association } of wanted) expect(claims(location)).toEqual([association]);
      for (const { village: id, association } of edited.description.followers) {
        const follower = inside.find((one) => one.id === id);
        expect(follower && claims(follower.location)).toEqual([association]);
      }
      const ownerOf = new Map(inside.map(({ id, location }) => [id, claims(location).join()]));
      for (const { place, nearest } of nearestVillage(plan)) {
        expect(claims(place).join()).toBe(ownerOf.get(nearest));
      }
      expect(unmatchedEdges(after)).toEqual([]);
      expect(createCoverageMap(after).faces).toEqual([]);
      for (const { geometry } of after.territories)
        expect(checkTerritory(geometry)).toEqual({ ok: true, geometry });
      const { faults, comparison } = reportOn(plan, edited, ({ after: now, before }) => {
        // What was claimed beyond the area is not any more.
        return now.length === 1 || (now.length === 0 && before.length > 0);
      });
      expect(faults.filter((fault) => !fault.includes('has not changed'))).toEqual([]);
      expect(comparison.faces.every(({ after: now }) => now.length === 1)).toBe(true);
      return undefined;
    }),
    { numRuns: 20 },
  );
  expect(divisions).toBeGreaterThan(15);
});
