import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan } from '../../test/arbitraries/damaged-plans.ts';
import { associationId, multiPolygon, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { snapBorder } from './snap-border.ts';

const a = associationId('a');

// A A|B B     a gap five metres wide between A and B, an overlap of A and C along the south of A
// C C C C
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 19.9, 40.4, 20.2)]),
  territories: [
    territory('a', rectangle(40, 19.99995, 40.2, 20.2)),
    territory('b', rectangle(40.20005, 20, 40.4, 20.2)),
    territory('c', rectangle(40, 19.9, 40.4, 20)),
  ],
  villages: [],
};

test('fills the gaps and leaves the overlaps of one territory that are thinner than the tolerance', () => {
  const edited = snapBorder(plan, { association: a, toleranceM: 10 });
  if (!edited.ok) throw new Error(edited.reason);
  expect(edited.description).toMatchObject({ gaps: 1, overlaps: 1 });
  // B has all corners already; C gets the one where A and B now meet.
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'c']);
  expect(createCoverageMap(withChange(plan, edited)).faces).toEqual([]);
});

test('does nothing about what is wider, and about what lies elsewhere', () => {
  const refused = { ok: false, reason: 'nothing-within-tolerance' };
  expect(snapBorder(plan, { association: a, toleranceM: 4 })).toEqual(refused);
  const apart = {
    ...plan,
    territories: [...plan.territories, territory('d', rectangle(40.3, 19.9, 40.4, 19.95))],
  };
  expect(snapBorder(apart, { association: associationId('d'), toleranceM: 10 })).toEqual(refused);
  expect(snapBorder(plan, { association: associationId('x'), toleranceM: 10 })).toEqual({
    ok: false,
    reason: 'no-such-territory',
  });
});

test('the border of any territory of any plan snaps within the tolerance, and nothing else changes', () => {
  let edits = 0;
  fc.assert(
    fc.property(damagedPlan, fc.nat(), fc.integer({ min: 1, max: 2000 }), (damaged, number, toleranceM) => {
      const own = damaged.territories[number % damaged.territories.length]?.association ?? a;
      const edited = snapBorder(damaged, { association: own, toleranceM });
      if (!edited.ok) {
        expect(['nothing-within-tolerance', 'nothing-left-of-the-territory']).toContain(edited.reason);
        return;
      }
      edits++;
      const { faults, comparison } = reportOn(damaged, edited, ({ before, after, meanWidthM }) => {
        const isGap = before.length === 0 && after.join() === own;
        const isOverlap = before.includes(own) && before.filter((one) => one !== own).join() === after.join();
        // Faces that the edit sees apart may hang together by slits below the positions' grid.
        return meanWidthM < 2 * toleranceM + 0.02 && (isGap || (isOverlap && before.length > 1));
      });
      expect(faults).toEqual([]);
      expect(comparison.villages).toEqual(edited.description.villages);
    }),
    { numRuns: 150 },
  );
  expect(edits).toBeGreaterThan(60);
});
