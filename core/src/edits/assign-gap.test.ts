import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
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
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { assignGap } from './assign-gap.ts';
import { cutPlan, placesOf } from './cut-plan.ts';
import { withChange } from './edit.ts';

const boundary = multiPolygon([rectangle(40, 20, 44, 22)]);

// A A . B     the gap lies between A and B; C is the lower half
// C C C C
const plan = {
  boundary,
  territories: [
    territory('a', rectangle(40, 21, 42, 22)),
    territory('b', rectangle(43, 21, 44, 22)),
    territory('c', rectangle(40, 20, 44, 21)),
  ],
  villages: [village('v', 42.5, 21.5), village('w', 40.5, 21.5)],
};

test('gives a gap to an association, and its corners to whoever has an edge along it', () => {
  const edited = assignGap(plan, { at: [42.5, 21.5], to: associationId('b') });
  expect(edited).toMatchObject({ ok: true, removed: [] });
  if (!edited.ok) return;
  // A has all the corners of its border with the gap already.
  expect(edited.changed.map(({ association }) => association)).toEqual(['b', 'c']);
  const { description } = edited;
  expect(description.villages).toEqual([{ village: 'v', before: [], after: ['b'] }]);
  const gapM2 = areaM2(multiPolygon([rectangle(42, 21, 43, 22)]));
  expect(description.areaM2).toBeCloseTo(gapM2, 0);
  expect(description.shifts).toEqual([{ association: 'b', gainedM2: description.areaM2, lostM2: 0 }]);
  const [, c] = edited.changed;
  expect(c?.geometry.coordinates[0]?.[0]).toHaveLength(7);
  expect(reportOn(plan, edited, ({ before, after }) => `${before} ${after}` === ' b').faults).toEqual([]);
});

test('gives the part of a gap inside a polygon, and nothing of what that covers besides', () => {
  const part = multiPolygon([rectangle(41, 20.5, 42.5, 21.5)]);
  const edited = assignGap(plan, { at: [42.9, 21.9], to: associationId('a'), part });
  expect(edited.ok && edited.description.isPart).toBe(true);
  if (!edited.ok) return;
  expect(edited.description.areaM2).toBeCloseTo(areaM2(multiPolygon([rectangle(42, 21, 42.5, 21.5)])), 0);
  expect(reportOn(plan, edited, ({ before, after }) => `${before} ${after}` === ' a').faults).toEqual([]);
});

test('gives a gap to an association that has nothing yet', () => {
  const edited = assignGap(plan, { at: [42.5, 21.5], to: associationId('d') });
  expect(edited.ok && edited.changed.map(({ association }) => association)).toEqual(['c', 'd']);
});

test('refuses where there is no gap, and a part that lies elsewhere', () => {
  expect(assignGap(plan, { at: [40.5, 21.5], to: associationId('b') })).toEqual({
    ok: false,
    reason: 'no-gap-there',
  });
  const part = multiPolygon([rectangle(40, 20, 41, 21)]);
  expect(assignGap(plan, { at: [42.5, 21.5], to: associationId('b'), part })).toEqual({
    ok: false,
    reason: 'part-outside-the-gap',
  });
});

test('any gap of any plan can be given to anyone, and nothing else changes', () => {
  const edits = tryEdits(fc.tuple(damagedPlan, fc.nat(), fc.nat()), 150, ([plan, gapNumber, receiver]) => {
    const gaps = placesOf(cutPlan(plan), []);
    const gap = gaps[gapNumber % Math.max(1, gaps.length)];
    const to = plan.territories[receiver % plan.territories.length]?.association;
    if (!gap || !to) return null;
    const at = innerPosition(gap);
    // A gap of less than a grid step may have no position of the grid in it.
    if (!pointInPolygon(at, gap)) return null;
    return {
      plan,
      edited: assignGap(plan, { at, to }),
      // One of about a grid step may vanish by rounding.
      refusals: ['no-gap-there'],
      isExpected: ({ before, after }) => before.length === 0 && after.join() === to,
    };
  });
  expect(edits).toBeGreaterThan(100);
});

test('a territory taken from a whole plan and given to another leaves it whole, edge by edge', () => {
  fc.assert(
    fc.property(wholePlan, fc.nat(), fc.nat(), (whole, number, receiver) => {
      const index = number % whole.territories.length;
      const others = whole.territories.filter((_, i) => i !== index);
      const to = others[receiver % others.length]?.association ?? associationId('x');
      const holed = { ...whole, territories: others };
      let plan = holed;
      for (const gap of placesOf(cutPlan(holed), [])) {
        const edited = made(assignGap(plan, { at: innerPosition(gap), to }));
        // Borders match already, so nobody else gets a vertex.
        expect(edited.changed.map(({ association }) => association)).toEqual([to]);
        plan = withChange(plan, edited);
      }
      expect(unmatchedEdges(plan)).toEqual([]);
      expect(createCoverageMap(plan).faces).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
