import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damage, VERTEX_DAMAGES } from '../../test/generators/damage.ts';
import { wigglyPlan } from '../../test/generators/wiggly-plan.ts';
import { snapPosition } from '../geometry/grid.ts';
import type { CoverageAssessment } from '../model/coverage.ts';
import type { Position } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { assessCoverage } from './assess-coverage.ts';
import { followCoverage } from './live-assessment.ts';

const thresholds = { minWidthM: 5, minAreaM2: 1000 };

const plan = fc
  .record({ seed: fc.integer({ min: 1 }), territories: fc.integer({ min: 2, max: 5 }) })
  .map((size) => {
    const whole = wigglyPlan({ ...size, verticesEach: 30 });
    return damage(whole, { seed: size.seed, share: 0.02, kinds: VERTEX_DAMAGES }).plan;
  });
/** A vertex of a territory, chosen modulo what there is, and where it goes; or the territory is taken away. */
const drag = fc.record({
  territory: fc.nat(),
  vertex: fc.nat(),
  by: fc.tuple(
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  ),
  isRemoval: fc.nat({ max: 9 }).map((n) => n === 0),
});

test('following a hand says the same after each step as assessing afresh', () => {
  fc.assert(
    fc.property(plan, fc.array(drag, { minLength: 1, maxLength: 12 }), ({ boundary, territories }, drags) => {
      const villages = territories.flatMap(({ geometry }, t) =>
        (geometry.coordinates[0]?.[0] ?? []).map((at, v) => ({
          id: `v${t}-${v}` as VillageId,
          location: at,
        })),
      );
      const live = followCoverage({ boundary, territories, villages, thresholds });
      let present: readonly Territory[] = territories;
      for (const { territory, vertex, by, isRemoval } of drags) {
        const one = present[territory % Math.max(1, present.length)];
        if (!one) return;
        const geometry = isRemoval ? null : withVertexMoved(one.geometry, vertex, by);
        const said = live.update([{ association: one.association, geometry }]);
        present = present.flatMap((other) =>
          other !== one ? [other] : geometry === null ? [] : [{ ...one, geometry }],
        );
        const afresh = assessCoverage({ boundary, territories: present, villages, thresholds });
        expect(said.villages).toEqual(afresh.villages);
        expect(withoutNoise(said)).toEqual(withoutNoise(afresh));
      }
    }),
    { numRuns: 60 },
  );
});

/** Areas to 1 m²: another origin of the grid rounds the last digits otherwise. */
function withoutNoise(assessment: CoverageAssessment): unknown {
  const { villages: _, ...rest } = assessment;
  return JSON.parse(
    JSON.stringify(rest, (key, value) => (key.endsWith('Km2') ? Math.round(value * 1e6) : value)),
  );
}

function withVertexMoved(geometry: Territory['geometry'], vertex: number, [dx, dy]: [number, number]) {
  const [[ring = [], ...holes] = [], ...parts] = geometry.coordinates;
  const at = vertex % (ring.length - 1);
  const [x, y] = ring[at] ?? [0, 0];
  const to: Position = snapPosition([x + dx, y + dy]);
  const moved = ring.map((position, i) => (i === at || (at === 0 && i === ring.length - 1) ? to : position));
  return { ...geometry, coordinates: [[moved, ...holes], ...parts] };
}
