import { expect, test } from 'vitest';
import { made } from '../../test/fixtures/made-edit.ts';
import { associationId, multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { isShipped, shippedPlan, shippedVillages } from '../../test/fixtures/shipped-plan.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { assignVillages } from './assign-villages.ts';
import { dividePlan } from './divide-plan.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { eraseTerritory } from './erase-territory.ts';
import { extendTerritory } from './extend-territory.ts';
import { claimsOn } from './village-shifts.ts';

const IDS = ['afaf', 'ghumayqah', 'lith', 'wasqah'].map(associationId);

/** Larger than all islands of the area but one, and a hundredth of a village's ground. */
const CRUMB_M2 = 3e6;

function shipped(name: 'draft-whole' | 'opening-claims'): EditedPlan {
  return { ...shippedPlan(name), villages: shippedVillages() };
}

test.skipIf(!isShipped).each(['draft-whole', 'opening-claims'] as const)(
  'each village of the shipped area can be given away alone (%s)',
  (name) => {
    const plan = shipped(name);
    const claims = claimsOn(plan.territories);
    const crumbsOf = ({ territories }: EditedPlan): number => {
      const parts = territories.flatMap(({ geometry }) => geometry.coordinates);
      return parts.filter((rings) => areaM2({ type: 'Polygon', coordinates: rings }) < CRUMB_M2).length;
    };
    for (const [i, { id, location }] of plan.villages.entries()) {
      for (const to of [IDS[i % 4], IDS[(i + 1) % 4]]) {
        if (!location || !to || claims(location).join() === to) continue;
        const edited = made(assignVillages(plan, { villages: [id], to }));
        expect(edited.description.villages).toEqual([{ village: id, before: claims(location), after: [to] }]);
        expect(reportOn(plan, edited, ({ after }) => after.length < 2).faults).toEqual([]);
        const after = withChange(plan, edited);
        if (name !== 'draft-whole') continue;
        // In the opening claims there are islands in the gaps.
        expect(unmatchedEdges(after)).toEqual([]);
        expect(crumbsOf(after)).toBe(crumbsOf(plan));
      }
    }
  },
);

test.skipIf(!isShipped)('the shipped area is divided by who has which village now, wholly', () => {
  const plan = shipped('draft-whole');
  const claims = claimsOn(plan.territories);
  const assignment = plan.villages.flatMap(({ id, location }) => {
    const [association] = location ? claims(location) : [];
    return association ? [{ village: id, association }] : [];
  });
  const edited = made(dividePlan({ ...plan, territories: [] }, { assignment }));
  expect(edited.changed.map(({ association }) => association)).toEqual(IDS);
  const { boundary, territories } = withChange({ ...plan, territories: [] }, edited);
  expect(unmatchedEdges({ ...plan, territories })).toEqual([]);
  const wholeM2 = territories.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);
  expect(Math.abs(wholeM2 - areaM2(boundary ?? multiPolygon()))).toBeLessThan(100);
  for (const { geometry } of territories) expect(checkTerritory(geometry)).toEqual({ ok: true, geometry });
  expect(edited.description.villages.every(({ after }) => after.length === 1)).toBe(true);
});

test.skipIf(!isShipped)('a drawn rectangle goes to an association, and is erased again', () => {
  const plan = shipped('opening-claims');
  const [afaf = associationId('afaf')] = IDS;
  const shape = multiPolygon([rectangle(40.3, 20.1, 40.7, 20.4)]);
  const extended = made(extendTerritory(plan, { association: afaf, shape, over: 'everything' }));
  expect(reportOn(plan, extended, ({ after }) => after.join() === afaf || after.length === 0).faults).toEqual(
    [],
  );
  const after = withChange(plan, extended);
  const erased = made(eraseTerritory(after, { association: afaf, shape, to: 'gap' }));
  expect(erased.description.shifts.map(({ association }) => association)).toEqual([afaf]);
  expect(erased.description.areaM2).toBeGreaterThan(extended.description.areaM2);
});
