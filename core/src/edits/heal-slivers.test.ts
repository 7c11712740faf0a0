import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
} from '../../test/fixtures/rectangles.ts';
import { damage } from '../../test/generators/damage.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { isSliver } from '../geometry/sliver.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { healSlivers } from './heal-slivers.ts';

const thresholds = { minWidthM: 10, minAreaM2: 10_000 };

// A A|B B     a gap five metres wide between A and B in the north, an overlap of A and C along the south of A;
// A A|B B     C is the southern strip, whose whole northern border runs along A and B
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

test('gives a gap to the neighbour and an overlap to the claimant with the longest border', () => {
  const edited = healSlivers(plan, { thresholds });
  if (!edited.ok) throw new Error(edited.reason);
  const healed = edited.description.healed.map(({ claimants, to }) => [claimants, to]);
  // The gap is as long on A's side as on B's: the first id gets it. The overlap ends on the side of A.
  expect(healed).toEqual([
    [['a', 'c'], 'c'],
    [[], 'a'],
  ]);
  const { faces } = createCoverageMap(withChange(plan, edited));
  expect(faces).toEqual([]);
  expect(edited.description.leftAlone).toBe(0);
});

test('leaves a sliver alone in which a village lies, or on whose border', () => {
  for (const longitude of [40.20002, 40.2, 40.20005]) {
    const inhabited = { ...plan, villages: [village('v', longitude, 20.1)] };
    const edited = healSlivers(inhabited, { thresholds });
    if (!edited.ok) throw new Error(edited.reason);
    expect(edited.description.healed.map(({ claimants }) => claimants)).toEqual([['a', 'c']]);
    expect(edited.description.leftAlone).toBe(1);
  }
});

test('refuses when there is no sliver', () => {
  expect(healSlivers(plan, { thresholds: { minWidthM: 1, minAreaM2: 1 } })).toEqual({
    ok: false,
    reason: 'no-sliver-to-heal',
  });
});

test('leaves a sliver alone that is all that somebody has', () => {
  const small = territory('d', rectangle(40.1, 20.1, 40.1005, 20.1005));
  const edited = healSlivers({ ...plan, territories: [...plan.territories, small] }, { thresholds });
  if (!edited.ok) throw new Error(edited.reason);
  expect(edited.removed).toEqual([]);
  expect(edited.description.leftAlone).toBe(1);
});

test('heals only slivers, and no village changes hands', () => {
  let edits = 0;
  fc.assert(
    fc.property(damagedPlan, (damaged) => {
      const edited = healSlivers(damaged, { thresholds });
      if (!edited.ok) {
        expect(edited.reason).toBe('no-sliver-to-heal');
        return;
      }
      edits++;
      const { faults, comparison } = reportOn(
        damaged,
        edited,
        ({ before, after, areaKm2, meanWidthM }) =>
          // Slivers that the edit sees apart may hang together by slits below the positions' grid.
          isSliver({ areaM2: 0.5 * areaKm2 * 1e6, meanWidthM: 0.5 * meanWidthM }, thresholds) &&
          after.length === 1 &&
          (before.length === 0 || before.includes(after[0] ?? associationId('x'))),
      );
      expect(faults).toEqual([]);
      expect(comparison.villages).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(edits).toBeGreaterThan(60);
});

test('a plan whose borders were shaken by a few metres is whole after healing', () => {
  let edits = 0;
  fc.assert(
    fc.property(wholePlan, fc.nat(), ({ boundary, territories }, seed) => {
      const shaken = damage(
        { boundary: boundary ?? multiPolygon(), territories },
        { seed, share: 0.3, kinds: ['jitter'], reachM: { least: 0.5, most: 8 } },
      ).plan;
      const edited = healSlivers({ ...shaken, villages: [] }, { thresholds });
      if (!edited.ok) return;
      edits++;
      const { faces } = createCoverageMap(withChange({ ...shaken, villages: [] }, edited));
      expect(faces.filter(({ meanWidthM }) => meanWidthM > 0.02)).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(edits).toBeGreaterThan(80);
});
