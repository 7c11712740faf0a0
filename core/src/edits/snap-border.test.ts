import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import { associationId, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import { thinFaces } from '../../test/fixtures/thin-faces.ts';
import { tryEdits } from '../../test/oracles/try-edits.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { withChange } from './edit.ts';
import { snapBorder } from './snap-border.ts';

const a = associationId('a');

test('fills the gaps and leaves the overlaps of one territory that are thinner than the tolerance', () => {
  const edited = made(snapBorder(thinFaces, { association: a, toleranceM: 10 }));
  expect(edited.description).toMatchObject({ gaps: 1, overlaps: 1 });
  // B has all corners already; C gets the one where A and B now meet.
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'c']);
  expect(createCoverageMap(withChange(thinFaces, edited)).faces).toEqual([]);
});

test('does nothing about what is wider, and about what lies elsewhere', () => {
  const refused = { ok: false, reason: 'nothing-within-tolerance' };
  expect(snapBorder(thinFaces, { association: a, toleranceM: 4 })).toEqual(refused);
  const apart = {
    ...thinFaces,
    territories: [...thinFaces.territories, territory('d', rectangle(40.3, 19.9, 40.4, 19.95))],
  };
  expect(snapBorder(apart, { association: associationId('d'), toleranceM: 10 })).toEqual(refused);
  expect(snapBorder(thinFaces, { association: associationId('x'), toleranceM: 10 })).toEqual({
    ok: false,
    reason: 'no-such-territory',
  });
});

test('the border of any territory of any plan snaps within the tolerance, and nothing else changes', () => {
  const inputs = fc.tuple(damagedPlan, fc.nat(), fc.integer({ min: 1, max: 2000 }));
  const edits = tryEdits(inputs, 150, ([plan, number, toleranceM]) => {
    const own = plan.territories[number % plan.territories.length]?.association ?? a;
    return {
      plan,
      edited: snapBorder(plan, { association: own, toleranceM }),
      refusals: ['nothing-within-tolerance', 'nothing-left-of-the-territory'],
      isExpected: ({ before, after, meanWidthM }) => {
        const isGap = before.length === 0 && after.join() === own;
        const isOverlap = before.includes(own) && before.filter((one) => one !== own).join() === after.join();
        // Faces that the edit sees apart may hang together by slits below the positions' grid.
        return meanWidthM < 2 * toleranceM + 0.02 && (isGap || (isOverlap && before.length > 1));
      },
    };
  });
  expect(edits).toBeGreaterThan(60);
});
