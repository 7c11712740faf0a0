import fc from 'fast-check';
import { expect, test } from 'vitest';
import { star } from '../../test/arbitraries/stars.ts';
import { multiPolygon, territory } from '../../test/fixtures/rectangles.ts';
import { zone } from '../../test/fixtures/zones.ts';
import { assessmentFaults } from '../../test/oracles/assessment-faults.ts';
import { assessCoverage } from './assess-coverage.ts';
import { followCoverage } from './live-assessment.ts';

const SQUARE_METRE_KM2 = 1e-6;
const thresholds = { minWidthM: 0, minAreaM2: 0 };
const asOf = '2026-11-25';

const question = fc.record({
  boundary: star.map((ring) => multiPolygon([ring])),
  territories: fc
    .array(star, { minLength: 2, maxLength: 4 })
    .map((stars) => stars.map((ring, i) => territory('abcd'[i] ?? 'a', ring))),
});
const zones = fc
  .array(fc.tuple(fc.constantFrom('ab', 'ba', 'ac', 'abc', 'bd', 'dcab'), star), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map(([parties, outline], i) => zone(`z${i}`, { parties, outline })));

test('area = covered once + shared + overlaps + gaps with zones anywhere, and each territory likewise', () => {
  fc.assert(
    fc.property(question, zones, (plan, agreed) => {
      const assessed = assessCoverage({
        ...plan,
        villages: [],
        thresholds,
        sharing: { zones: agreed, asOf },
      });
      expect(assessmentFaults(assessed)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('zones take from overlaps what they share, and nothing else', () => {
  fc.assert(
    fc.property(question, zones, (plan, agreed) => {
      const without = assessCoverage({ ...plan, villages: [], thresholds });
      const assessed = assessCoverage({
        ...plan,
        villages: [],
        thresholds,
        sharing: { zones: agreed, asOf },
      });
      const difference = (of: 'coveredOnceKm2' | 'gapKm2' | 'outsideKm2') =>
        Math.abs(assessed.totals[of] - without.totals[of]);
      expect(difference('coveredOnceKm2')).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(difference('gapKm2')).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(difference('outsideKm2')).toBeLessThan(2 * SQUARE_METRE_KM2);
      const { sharedKm2, overlapKm2 } = assessed.totals;
      expect(Math.abs(sharedKm2 + overlapKm2 - without.totals.overlapKm2)).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(assessed.gaps.features).toHaveLength(without.gaps.features.length);
    }),
    { numRuns: 100 },
  );
});

test('zones that have ended make no difference at all', () => {
  fc.assert(
    fc.property(question, zones, (plan, agreed) => {
      const ended = { zones: agreed.map((one) => ({ ...one, endsOn: asOf })), asOf };
      expect(assessCoverage({ ...plan, villages: [], thresholds, sharing: ended })).toEqual(
        assessCoverage({ ...plan, villages: [], thresholds }),
      );
    }),
    { numRuns: 30 },
  );
});

test('following a hand says the same as assessing afresh, with zones', () => {
  fc.assert(
    fc.property(question, zones, star, (plan, agreed, ring) => {
      const sharing = { zones: agreed, asOf };
      const moved = territory('a', ring);
      const live = followCoverage({ ...plan, villages: [], thresholds, sharing });
      const said = live.update([{ association: moved.association, geometry: moved.geometry }]);
      const territories = plan.territories.map((one) =>
        one.association === moved.association ? moved : one,
      );
      const afresh = assessCoverage({ ...plan, territories, villages: [], thresholds, sharing });
      for (const of of ['sharedKm2', 'overlapKm2', 'gapKm2', 'coveredOnceKm2'] as const)
        expect(Math.abs(said.totals[of] - afresh.totals[of])).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(said.shared.features.map(({ properties }) => properties.zone)).toEqual(
        afresh.shared.features.map(({ properties }) => properties.zone),
      );
    }),
    { numRuns: 60 },
  );
});
