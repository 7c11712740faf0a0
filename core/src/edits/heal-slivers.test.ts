import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { BESIDE_BORDER, leaningBorder } from '../../test/fixtures/leaning-border.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  ringThrough,
  territory,
  village,
} from '../../test/fixtures/rectangles.ts';
import { thinFaces } from '../../test/fixtures/thin-faces.ts';
import { damage } from '../../test/generators/damage.ts';
import { tryEdits } from '../../test/oracles/try-edits.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { isSliver } from '../geometry/sliver.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { healSlivers } from './heal-slivers.ts';
import { claimsOn } from './village-shifts.ts';

const thresholds = { minWidthM: 10, minAreaM2: 10_000 };

test('gives a gap to the neighbour and an overlap to the claimant with the longest border', () => {
  const edited = made(healSlivers(thinFaces, { thresholds }));
  const healed = edited.description.healed.map(({ claimants, to }) => [claimants, to]);
  // The gap is as long on A's side as on B's: the first id gets it. The overlap ends on the side of A.
  expect(healed).toEqual([
    [['a', 'c'], 'c'],
    [[], 'a'],
  ]);
  const { faces } = createCoverageMap(withChange(thinFaces, edited));
  expect(faces).toEqual([]);
  expect(edited.description.leftAlone).toBe(0);
});

test('leaves a sliver alone in which a village lies, or on whose border', () => {
  for (const longitude of [40.20002, 40.2, 40.20005]) {
    const inhabited = { ...thinFaces, villages: [village('v', longitude, 20.1)] };
    const edited = made(healSlivers(inhabited, { thresholds }));
    expect(edited.description.healed.map(({ claimants }) => claimants)).toEqual([['a', 'c']]);
    expect(edited.description.leftAlone).toBe(1);
  }
});

test('leaves a sliver alone whose corner, rounded, would bend a long border across a village', () => {
  const inC = { ...leaningBorder, villages: [village('v', ...BESIDE_BORDER.inC)] };
  const healedOf = (plan: EditedPlan) =>
    made(healSlivers(plan, { thresholds })).description.healed.map(({ claimants, to }) => [claimants, to]);
  expect(claimsOn(inC.territories)(BESIDE_BORDER.inC)).toEqual(['c']);
  expect(healedOf(leaningBorder)).toHaveLength(3);
  expect(healedOf(inC)).toEqual([[[], 'c']]);
});

test('names nobody whose border is as before, though it was cut and mended by rounding', () => {
  // The border of C meets the edge of D within a grid step of its corner on the area's slanting boundary: the
  // vertex cut in there lies beside the corner, and moved out of the area it is the corner.
  const plan: EditedPlan = {
    boundary: multiPolygon([
      ringThrough('40,20 40.0319136,19.9960608 40.0376384,20.0280832 40.0057248,20.0320224'),
    ]),
    territories: [
      territory('c', ringThrough('40.0271554,20.0150582 40.0345969,20.0110707 40.0362072,20.0200776')),
      territory(
        'd',
        ringThrough('40.024548,20.006175 40.0335237,20.0050671 40.0345971,20.0110713 40.0271554,20.0150582'),
      ),
    ],
    villages: [],
  };
  const { changed, description } = made(healSlivers(plan, { thresholds }));
  expect(description.healed.map(({ to }) => to)).toEqual(['d', 'c']);
  expect(changed.map(({ association }) => association)).toEqual(['c']);
});

test('refuses when there is no sliver', () => {
  expect(healSlivers(thinFaces, { thresholds: { minWidthM: 1, minAreaM2: 1 } })).toEqual({
    ok: false,
    reason: 'no-sliver-to-heal',
  });
});

test('leaves a sliver alone that is all that somebody has', () => {
  const small = territory('d', rectangle(40.1, 20.1, 40.1005, 20.1005));
  const edited = made(
    healSlivers({ ...thinFaces, territories: [...thinFaces.territories, small] }, { thresholds }),
  );
  expect(edited.removed).toEqual([]);
  expect(edited.description.leftAlone).toBe(1);
});

test('heals only slivers, and no village changes hands', () => {
  const edits = tryEdits(damagedPlan, 150, (plan) => ({
    plan,
    edited: healSlivers(plan, { thresholds }),
    refusals: ['no-sliver-to-heal'],
    isExpected: ({ before, after, areaKm2, meanWidthM }) =>
      // Slivers that the edit sees apart may hang together by slits below the positions' grid.
      isSliver({ areaM2: 0.5 * areaKm2 * 1e6, meanWidthM: 0.5 * meanWidthM }, thresholds) &&
      after.length === 1 &&
      (before.length === 0 || before.includes(after[0] ?? associationId('x'))),
  }));
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
