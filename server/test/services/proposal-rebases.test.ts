import type { AssociationId, CoverageReport, PlanId, PlanZone, Proposal } from '@nitaq/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { contentHashOf, loadContent } from '../../src/services/proposals/plan-content.ts';
import { draftRebase, previewRebase, rebaseProposal } from '../../src/services/proposals/rebase-proposal.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withPlanInForce } from '../support/area-variants.ts';
import { AREA_ID, changeOf, GHUMAYQAH, LITH, NOW, negotiationOn, refusal } from '../support/negotiation.ts';
import { AREA, getTerritory, makeDraft, putTerritory } from '../support/requests.ts';
import { square, squareRing } from '../support/shapes.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const folder = withPlanInForce(await shippedArea(), 'draft-whole');

let service: TestService;
let analyser: Analyser;
let all: ReturnType<typeof negotiationOn>;

beforeAll(() => {
  analyser = createAnalyser();
});
afterAll(() => analyser.close());
beforeEach(async () => {
  service = await startTestService({ folder, now: () => NOW });
  all = negotiationOn(service, analyser);
});
afterEach(() => service.close());

/** A draft of the plan in force in which associations have given up a square around their seats. */
async function draftWithout(...associations: AssociationId[]): Promise<PlanId> {
  const { id } = await makeDraft(service.app, 'in-force');
  for (const association of associations) {
    const { geometry } = await getTerritory(service.app, id, association);
    const seat = folder.associations.find((one) => one.id === association)?.seat.location;
    if (!geometry || !seat) throw new Error(`${association} has no territory or no seat`);
    const hole = squareRing(seat[0] - 0.005, seat[1] - 0.005, 0.01).toReversed();
    const [[outer = [], ...holes] = [], ...parts] = geometry.coordinates.toSorted(
      (a, b) => size(b) - size(a),
    );
    const body = { type: 'MultiPolygon', coordinates: [[outer, ...holes, hole], ...parts] };
    const response = await putTerritory(service.app, { plan: id, association, body });
    expect(response.statusCode, response.body).toBe(200);
  }
  return id;
}

function size(rings: readonly unknown[][]): number {
  return rings[0]?.length ?? 0;
}

const standingsOf = ({ standings }: Proposal) =>
  standings.map(({ association, standing }) => [association, standing]);

test('who neither gains nor loses anything is not asked, and has nothing to sign', async () => {
  const proposal = await all.open(await draftWithout(LITH));
  expect(proposal.revision.affected).toEqual([LITH]);
  expect(await refusal(all.answer(proposal, GHUMAYQAH))).toBe('not-affected');
});

test('once another plan is enacted, nothing is signed or enacted before the proposal is rebased', async () => {
  const proposal = await all.signedByAll(await all.open(await draftWithout(GHUMAYQAH)));
  expect(await refusal(rebaseProposal(service.db, analyser, changeOf(proposal)))).toBe('proposal-not-stale');
  await all.enact(await all.signedByAll(await all.open(await draftWithout(LITH))));
  const stale = await all.present(proposal);
  expect([stale.state, stale.version]).toEqual(['stale', proposal.version + 1]);
  expect(await refusal(all.answer(stale, GHUMAYQAH))).toBe('proposal-stale');
  expect(await refusal(all.enact(stale))).toBe('proposal-stale');
});

test('changes of other territories merge by themselves, and keep the signatures of those for whom nothing changes', async () => {
  const proposal = await all.signedByAll(await all.open(await draftWithout(GHUMAYQAH)));
  const enacted = await all.enact(await all.signedByAll(await all.open(await draftWithout(LITH))));
  const rebased = await rebaseProposal(service.db, analyser, changeOf(await all.present(proposal)));
  expect(rebased).toMatchObject({
    state: 'agreed',
    revision: {
      kind: 'rebased',
      number: 2,
      base: enacted.revision.plan,
      affected: [GHUMAYQAH],
      unchangedFor: [GHUMAYQAH],
    },
  });
  expect(standingsOf(rebased)).toEqual([[GHUMAYQAH, 'signed']]);
  const [merged, theirs, ours] = [
    await loadContent(service.db, AREA_ID, rebased.revision.plan),
    await loadContent(service.db, AREA_ID, enacted.revision.plan),
    await loadContent(service.db, AREA_ID, proposal.revision.plan),
  ];
  expect(contentHashOf(merged)).toBe(rebased.revision.contentHash);
  const geometryIn = ({ territories }: typeof merged, id: AssociationId) =>
    territories.find(({ association }) => association === id)?.geometry;
  expect(geometryIn(merged, LITH)).toEqual(geometryIn(theirs, LITH));
  expect(geometryIn(merged, GHUMAYQAH)).toEqual(geometryIn(ours, GHUMAYQAH));
  const later = await all.enact(rebased, '2026-11-26');
  expect(later).toMatchObject({ state: 'scheduled', inForceFrom: '2026-11-25T21:00:00.000Z' });
});

test('what is in the way is settled in a draft of the proposal on the present plan', async () => {
  const proposal = await all.open(await draftWithout(GHUMAYQAH));
  const shrunk = await makeDraft(service.app, 'in-force');
  const body = square(40.43, 20.3, 0.05);
  expect(
    (await putTerritory(service.app, { plan: shrunk.id, association: GHUMAYQAH, body })).statusCode,
  ).toBe(200);
  const enacted = await all.enact(await all.signedByAll(await all.open(shrunk.id)));
  const stale = await all.present(proposal);
  expect(await refusal(rebaseProposal(service.db, analyser, changeOf(stale)))).toBe('rebase-conflicts');

  const draft = await draftRebase(service.db, analyser, changeOf(stale));
  expect(draft).toMatchObject({ state: 'draft', base: enacted.revision.plan, title: proposal.title });
  const [drawn, proposed] = await Promise.all(
    [draft.id, proposal.revision.plan].map((plan) => getTerritory(service.app, plan, GHUMAYQAH)),
  );
  expect(drawn?.geometry).toEqual(proposed?.geometry);
  const revised = await reviseProposal(service.db, analyser, { ...changeOf(stale), draft: draft.id });
  expect(revised).toMatchObject({ state: 'open', revision: { number: 2, base: enacted.revision.plan } });
});

test('who gets another neighbour by it has to sign again', async () => {
  const proposal = await all.signedByAll(await all.open(await draftWithout(GHUMAYQAH)));
  const { id: emptied } = await makeDraft(service.app, 'in-force');
  const response = await service.app.inject({
    method: 'PATCH',
    url: `/api/v1/areas/al-lith/plans/${emptied}/territories`,
    payload: { territories: [{ association: 'wasqah', version: 1, geometry: null }] },
  });
  expect(response.statusCode, response.body).toBe(200);
  await all.enact(await all.signedByAll(await all.open(emptied)));
  const rebased = await rebaseProposal(service.db, analyser, changeOf(await all.present(proposal)));
  expect([rebased.state, standingsOf(rebased)]).toEqual(['open', [[GHUMAYQAH, 'stale']]]);
});

test('a proposal that the plan in force has caught up with has nothing left to change', async () => {
  const draft = await draftWithout(GHUMAYQAH);
  const proposal = await all.open(draft);
  await all.enact(await all.signedByAll(await all.open(draft)));
  const stale = await all.present(proposal);
  expect(await previewRebase(service.db, analyser, changeOf(stale))).toMatchObject({
    conflicts: [],
    affected: [],
  });
  expect(await refusal(rebaseProposal(service.db, analyser, changeOf(stale)))).toBe(
    'proposal-changes-nothing',
  );
});

test('what is agreed to be shared goes along to the other base', async () => {
  const { id } = await makeDraft(service.app, 'in-force');
  await putTerritory(service.app, { plan: id, association: 'afaf', body: square() });
  const { overlaps } = (
    await service.app.inject({ url: `${AREA}/plans/${id}/coverage` })
  ).json<CoverageReport>();
  const [lead, ...partners] = overlaps.features[0]?.properties.associations ?? [];
  const agreed = await service.app.inject({
    method: 'POST',
    url: `${AREA}/plans/${id}/shared-zones`,
    payload: {
      geometry: overlaps.features[0]?.geometry,
      lead,
      partners,
      services: ['Visits'],
      endsOn: '2027-06-01',
    },
  });
  expect(agreed.statusCode, agreed.body).toBe(201);
  const proposal = await all.open(id);
  await all.enact(await all.signedByAll(await all.open(await draftWithout(LITH))));
  const rebased = await rebaseProposal(service.db, analyser, changeOf(await all.present(proposal)));
  const { zones } = await loadContent(service.db, AREA_ID, rebased.revision.plan);
  expect(zones).toMatchObject([{ id: agreed.json<PlanZone>().id, lead, partners, services: ['Visits'] }]);
});
