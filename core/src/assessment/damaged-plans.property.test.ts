import { expect, test } from 'vitest';
import { multiPolygon, rectangle, ringThrough, territory } from '../../test/fixtures/rectangles.ts';
import { damage, VERTEX_DAMAGES } from '../../test/generators/damage.ts';
import { plantDefects } from '../../test/generators/planted-defects.ts';
import { wigglyPlan } from '../../test/generators/wiggly-plan.ts';
import { assessmentFaults } from '../../test/oracles/assessment-faults.ts';
import { checkOddPlan } from '../../test/oracles/check-odd-plan.ts';
import { slabAreas } from '../../test/oracles/slab-areas.ts';
import type { Ring } from '../model/geometry.ts';
import { assessCoverage } from './assess-coverage.ts';

const thresholds = { minWidthM: 0, minAreaM2: 0 };
const PLANS = 500;

test('plans damaged in every way are assessed without exception, exactly, and as the oracles do', () => {
  const checks = Array.from({ length: PLANS }, (_, seed) => checkOddPlan(seed + 1));
  expect(checks.filter(({ faults }) => faults.length > 0)).toEqual([]);
  // Turf may throw at a crossing now and then; were it many, the test would say little.
  expect(checks.filter(({ turf }) => turf === 'throws').length).toBeLessThan(PLANS / 20);
}, 180_000);

test('a wiggly plan is whole, whatever the number of its territories', () => {
  for (const territories of [1, 2, 3, 5, 7, 30]) {
    const plan = wigglyPlan({ seed: territories, territories, verticesEach: 40 });
    const { totals, gaps, overlaps } = assessCoverage({ ...plan, villages: [], thresholds });
    expect(plan.territories).toHaveLength(territories);
    expect([gaps, overlaps].flatMap(({ features }) => features)).toEqual([]);
    expect(totals).toMatchObject({ gapKm2: 0, overlapKm2: 0, outsideKm2: 0, coveredOnceKm2: totals.areaKm2 });
  }
});

test('damage is known: as many places as asked for, and none without it', () => {
  const plan = wigglyPlan({ seed: 1, territories: 4, verticesEach: 500 });
  const { truth } = damage(plan, { seed: 2, share: 0.1, kinds: VERTEX_DAMAGES });
  expect(truth.length).toBeGreaterThan(150);
  expect(truth.length).toBeLessThan(250);
  expect(damage(plan, { seed: 2, share: 0, kinds: VERTEX_DAMAGES })).toEqual({ plan, truth: [] });
});

test('every planted defect is found with its claimants and its outline, and nothing else is', () => {
  const plan = wigglyPlan({ seed: 3, territories: 40, verticesEach: 60 });
  const { territories, defects } = plantDefects(plan.territories, { seed: 4, share: 0.5 });
  const { gaps, overlaps } = assessCoverage({
    boundary: plan.boundary,
    territories,
    villages: [],
    thresholds,
  });
  expect(defects.length).toBeGreaterThan(40);
  const found = [...gaps.features, ...overlaps.features].map(({ geometry, properties }) => ({
    associations: properties.associations,
    corners: cornersOf(geometry.coordinates.flat()),
  }));
  const planted = defects.map(({ associations, outline }) => ({ associations, corners: cornersOf(outline) }));
  const byCorners = (a: { corners: string[] }, b: { corners: string[] }) =>
    a.corners.join(' ') < b.corners.join(' ') ? -1 : 1;
  expect(found.sort(byCorners)).toEqual(planted.sort(byCorners));
});

// Found at seeds 723, 804 and 2002: rounding such an outline to the position grid would make it cross itself.
test('the outline of a gap is a valid polygon where the claim in it is a needle', () => {
  const question = {
    boundary: multiPolygon([ringThrough('40,20 40.0762165,19.9809459 40.3073574,20.8975471')]),
    territories: [
      territory('a', ringThrough('40.2343017,20.5817098 40.2572166,20.7253141 40.2467274,20.6595801')),
    ],
  };
  expect(assessmentFaults(assessCoverage({ ...question, villages: [], thresholds }))).toEqual([]);
});

test('the slabs measure two squares that a hand can measure', () => {
  // The area is x 0–3, y 0–1; A covers x 0–2, B covers x 1–4 and goes round twice, so it covers nothing.
  const twice = rectangle(1, 0, 4, 1);
  const areas = slabAreas({
    boundary: multiPolygon([rectangle(0, 0, 3, 1)]),
    territories: [territory('a', rectangle(0, 0, 2, 1)), territory('b', [...twice, ...twice.slice(1)])],
  });
  expect(areas.isWoundTwice).toBe(true);
  expect(areas.gapM2 / areas.areaM2).toBeCloseTo(1 / 3, 12);
  expect(areas.overlapM2).toBe(0);
  expect(areas.territoriesM2 / areas.areaM2).toBeCloseTo(2 / 3, 12);
});

/** Each corner once, in an order of its own. */
function cornersOf(ring: Ring): string[] {
  return [...new Set(ring.map(String))].sort();
}
