import { expect, test } from 'vitest';
import { made } from '../../test/fixtures/made-edit.ts';
import { associationId, multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { isShipped, shippedPlan, shippedVillages } from '../../test/fixtures/shipped-plan.ts';
import { seededRandom } from '../../test/generators/seeded-random.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
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

function crumbsOf({ territories }: EditedPlan): number {
  const parts = territories.flatMap(({ geometry }) => geometry.coordinates);
  return parts.filter((rings) => areaM2({ type: 'Polygon', coordinates: rings }) < CRUMB_M2).length;
}

test.skipIf(!isShipped).each(['draft-whole', 'opening-claims'] as const)(
  'each village of the shipped area can be given away alone (%s)',
  (name) => {
    const plan = shipped(name);
    const claims = claimsOn(plan.territories);
    for (const [i, { id, location }] of plan.villages.entries()) {
      const to = IDS[i % IDS.length];
      if (i % 2 === 0 || !location || !to || claims(location).join() === to) continue;
      const edited = made(assignVillages(plan, { villages: [id], to }));
      expect(edited.description.villages).toEqual([{ village: id, before: claims(location), after: [to] }]);
      expect(reportOn(plan, edited, ({ after }) => after.length < 2).faults).toEqual([]);
    }
  },
);

test.skipIf(!isShipped)('villages given away one after the other leave borders matched and no crumbs', () => {
  let plan = shipped('draft-whole');
  const before = crumbsOf(plan);
  const located = plan.villages.filter(({ location }) => location !== null);
  const random = seededRandom(2);
  for (let step = 0; step < 60; step++) {
    const village = located[Math.floor(random() * located.length)];
    const to = IDS[Math.floor(random() * IDS.length)];
    if (!village || !to) continue;
    const edited = assignVillages(plan, { villages: [village.id], to });
    if (!edited.ok) expect(edited.reason).toBe('nothing-changes');
    if (edited.ok) plan = withChange(plan, edited);
    if (step % 12 !== 11) continue;
    expect(unmatchedEdges(plan)).toEqual([]);
    expect(createCoverageMap(plan).faces).toEqual([]);
    expect(crumbsOf(plan)).toBe(before);
  }
});

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
  expect(createCoverageMap({ boundary, territories }).faces).toEqual([]);
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
