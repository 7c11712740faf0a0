import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damage, VERTEX_DAMAGES } from '../../../test/generators/damage.ts';
import { withEnclaves } from '../../../test/generators/enclaves.ts';
import { movedAlike } from '../../../test/generators/moved-alike.ts';
import { oddPlan } from '../../../test/generators/odd-plan.ts';
import { type GeneratedPlan, wigglyPlan } from '../../../test/generators/wiggly-plan.ts';
import type { MultiPolygon, Position } from '../../model/geometry.ts';
import { CoverageMap, createCoverageMap } from './coverage-map.ts';
import { type CoverageSurvey, surveyCoverage } from './survey-coverage.ts';

/** A unit of area is a share of that of the plan's box, of which each piece of an edge may be half a one off. */
const UNITS = 2 ** -45;

/** All faces in a form that does not depend on the order in which they were found. */
function facesOf({ faces }: CoverageSurvey): string[] {
  return faces.map(({ associations, outer, holes }) => JSON.stringify([associations, outer, holes])).sort();
}

/** The area of each cell but that which reaches to infinity, and those of which nothing is there. */
function areasOf({ cells }: CoverageSurvey): Map<string, number> {
  return new Map(
    cells
      .filter(({ isWithin, associations, areaM2 }) => (isWithin || associations.length > 0) && areaM2 !== 0)
      .map(({ isWithin, associations, areaM2 }) => [`${isWithin} ${associations.join(' ')}`, areaM2]),
  );
}

function expectSame(plan: GeneratedPlan): CoverageSurvey {
  const [survey, map] = [surveyCoverage(plan), createCoverageMap(plan)];
  expect(facesOf(survey)).toEqual(facesOf(map));
  const [surveyed, mapped] = [areasOf(survey), areasOf(map)];
  const whole = [...mapped.values()].reduce((sum, areaM2) => sum + Math.abs(areaM2), 0);
  for (const cell of new Set([...surveyed.keys(), ...mapped.keys()])) {
    expect(Math.abs((surveyed.get(cell) ?? 0) - (mapped.get(cell) ?? 0))).toBeLessThanOrEqual(whole * UNITS);
  }
  return survey;
}

test('a plan that is damaged here and there is surveyed as if every edge had been looked at', () => {
  let surveyed = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1 }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 20, max: 200 }),
      (seed, territories, verticesEach) => {
        const whole = wigglyPlan({ seed, territories, verticesEach });
        const { plan } = damage(whole, { seed, share: 0.01, kinds: VERTEX_DAMAGES });
        if (!(expectSame(plan) instanceof CoverageMap)) surveyed++;
      },
    ),
    { numRuns: 200 },
  );
  expect(surveyed).toBeGreaterThan(100);
});

/** The same plan over nearly the whole globe, where differences of coordinates do not fit into 32 bits. */
function overTheGlobe({ boundary, territories }: GeneratedPlan): GeneratedPlan {
  const longitudes = boundary.coordinates.flat(2).map(([longitude]) => longitude);
  const latitudes = boundary.coordinates.flat(2).map(([, latitude]) => latitude);
  const along = (values: readonly number[], reach: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) =>
      Math.max(-reach, Math.min(reach, (2 * (value - least)) / (most - least) - 1)) * reach;
  };
  const [east, north] = [along(longitudes, 180), along(latitudes, 85)];
  const stretched = ({ coordinates }: MultiPolygon): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: coordinates.map((rings) =>
      rings.map((ring) => ring.map(([longitude, latitude]): Position => [east(longitude), north(latitude)])),
    ),
  });
  return {
    boundary: stretched(boundary),
    territories: territories.map((territory) => ({ ...territory, geometry: stretched(territory.geometry) })),
  };
}

test('a plan that goes around the globe is surveyed as if every edge had been looked at', () => {
  let surveyed = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1 }),
      fc.integer({ min: 2, max: 8 }),
      // Few, so that some that follow each other are far apart.
      fc.integer({ min: 4, max: 40 }),
      (seed, territories, verticesEach) => {
        const whole = overTheGlobe(wigglyPlan({ seed, territories, verticesEach }));
        const { plan } = damage(whole, { seed, share: 0.02, kinds: VERTEX_DAMAGES });
        if (!(expectSame(plan) instanceof CoverageMap)) surveyed++;
      },
    ),
    { numRuns: 300 },
  );
  expect(surveyed).toBeGreaterThan(100);
});

test('a plan whose holes are parts of others, wherever they lie, is surveyed as if every edge had been looked at', () => {
  let surveyed = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1 }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 4, max: 60 }),
      (seed, territories, verticesEach) => {
        const plan = withEnclaves(wigglyPlan({ seed, territories, verticesEach }), seed);
        if (!(expectSame(plan) instanceof CoverageMap)) surveyed++;
      },
    ),
    { numRuns: 300 },
  );
  expect(surveyed).toBeGreaterThan(200);
});

test('a plan whose borders cross themselves in all territories alike is surveyed as if every edge had been looked at', () => {
  let surveyed = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1 }),
      fc.integer({ min: 2, max: 8 }),
      // Of some, all edges of a territory are one run.
      fc.oneof(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 4, max: 60 })),
      (seed, territories, verticesEach) => {
        const plan = movedAlike(wigglyPlan({ seed, territories, verticesEach }), seed);
        if (!(expectSame(plan) instanceof CoverageMap)) surveyed++;
      },
    ),
    { numRuns: 1500 },
  );
  expect(surveyed).toBeGreaterThan(300);
});

test('whatever is odd about a plan, the survey says what the map says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      expectSame(oddPlan(seed));
    }),
    { numRuns: 200 },
  );
});
