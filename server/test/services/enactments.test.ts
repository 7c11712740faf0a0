import type { PlanId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { findPlan, findPlanInForce } from '../../src/repositories/plan-repository.ts';
import { previewRebase, rebaseProposal } from '../../src/services/proposals/rebase-proposal.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import { ALL, AREA_ID, changeOf, LITH, NOW, negotiationOn, refusal } from '../support/negotiation.ts';
import { makeDraft, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

type Negotiation = ReturnType<typeof negotiationOn>;

let service: TestService;
let analyser: Analyser;
let open: Negotiation['open'];
let answer: Negotiation['answer'];
let enact: Negotiation['enact'];
let signedByAll: Negotiation['signedByAll'];
let present: Negotiation['present'];

beforeAll(() => {
  analyser = createAnalyser();
});
afterAll(() => analyser.close());
// What is enacted stays so: each test has an area of its own.
beforeEach(async () => {
  service = await startTestService({ now: () => NOW });
  ({ open, answer, enact, signedByAll, present } = negotiationOn(service, analyser));
});
afterEach(() => service.close());

/** A draft in which one association has a square and nothing else changes. */
async function draftWith(association: string, from: string | null = 'opening-claims', west = 40.45) {
  const { id } = await makeDraft(service.app, from);
  await putTerritory(service.app, { plan: id, association, body: square(west) });
  return id;
}

describe('a proposal that everyone has signed', () => {
  test('comes into force at midnight in the area, neither before nor after; then the old plan is over', async () => {
    const proposal = await enact(await signedByAll(await open('draft-whole')));
    // Midnight in Riyadh.
    const instant = '2026-11-24T21:00:00.000Z';
    expect(proposal).toMatchObject({ state: 'scheduled', inForceFrom: instant });
    const inForceAt = async (at: string) => (await findPlanInForce(service.db, AREA_ID, new Date(at)))?.id;
    expect(await inForceAt('2026-11-24T20:59:59.999Z')).toBe('opening-claims');
    expect(await inForceAt(instant)).toBe(proposal.revision.plan);
    const statesAt = async (at: string) => {
      const now = new Date(at);
      const [old, anew] = [
        await findPlan(service.db, AREA_ID, 'opening-claims' as PlanId, now),
        await findPlan(service.db, AREA_ID, proposal.revision.plan, now),
      ];
      return [old?.state, anew?.state, (await present(proposal, now)).state];
    };
    expect(await statesAt('2026-11-24T20:59:59.999Z')).toEqual(['in-force', 'scheduled', 'scheduled']);
    expect(await statesAt(instant)).toEqual(['superseded', 'in-force', 'in-force']);
    expect(await findPlan(service.db, AREA_ID, 'opening-claims' as PlanId, NOW)).toMatchObject({
      inForceTo: instant,
    });
    const response = await service.app.inject(
      `/api/v1/coverage?village=saya&at=${encodeURIComponent('2026-11-24T21:00:00Z')}`,
    );
    expect(response.json()).toMatchObject({ plan: proposal.revision.plan });
  });

  test('enacted by many at once is enacted once', async () => {
    const one = await signedByAll(await open('draft-whole'));
    const other = await signedByAll(await open(await draftWith('lith')));
    const outcomes = await Promise.allSettled(
      [one, other, one, other, one].map((proposal) => enact(proposal)),
    );
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(refused).toHaveLength(4);
    for (const code of refused) expect(['proposal-stale', 'proposal-closed']).toContain(code);
    const states = [(await present(one)).state, (await present(other)).state].sort();
    expect(states).toEqual(['scheduled', 'stale']);
    const { rows } =
      await sql`select plan_id from plan where in_force_from is not null and in_force_to is null`.execute(
        service.db,
      );
    expect(rows).toHaveLength(1);
  });

  test('is neither changed, signed nor withdrawn any more, and its time in force stays as it is', async () => {
    const proposal = await enact(await signedByAll(await open('draft-whole')));
    const draft = (await draftWith('lith')) as PlanId;
    expect(await refusal(withdrawProposal(service.db, changeOf(proposal)))).toBe('proposal-closed');
    expect(await refusal(answer(proposal, LITH))).toBe('proposal-closed');
    expect(await refusal(reviseProposal(service.db, analyser, { ...changeOf(proposal), draft }))).toBe(
      'proposal-closed',
    );
    const mine = sql`plan_id = ${proposal.revision.plan}`;
    for (const statement of [
      sql`update plan set in_force_from = now() where ${mine}`,
      sql`update plan set state = 'draft', in_force_from = null where ${mine}`,
      sql`update plan set in_force_to = '2026-12-01' where plan_id = 'opening-claims'`,
      sql`delete from plan where ${mine}`,
    ]) {
      await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT005' });
    }
  });
});

describe('when another plan is enacted', () => {
  test('a proposal about the same territory must be settled on the map, in a draft of what is then in force', async () => {
    const first = await signedByAll(await open(await draftWith('lith', 'opening-claims', 40.45)));
    const second = await signedByAll(await open(await draftWith('lith', 'opening-claims', 40.5)));
    const enacted = await enact(first);
    const stale = await present(second);
    const { conflicts } = await previewRebase(service.db, analyser, changeOf(stale));
    expect(conflicts[0]).toMatchObject({ kind: 'territory', association: 'lith' });
    expect(await refusal(rebaseProposal(service.db, analyser, changeOf(stale)))).toBe('rebase-conflicts');
    const old = (await draftWith('lith', 'opening-claims', 40.5)) as PlanId;
    expect(await refusal(reviseProposal(service.db, analyser, { ...changeOf(stale), draft: old }))).toBe(
      'draft-on-another-base',
    );
    const anew = (await draftWith('lith', enacted.revision.plan, 40.5)) as PlanId;
    const settled = await reviseProposal(service.db, analyser, { ...changeOf(stale), draft: anew });
    expect(settled).toMatchObject({ state: 'open', revision: { base: enacted.revision.plan } });
  });

  test('a draft of the plan before it is stale from the start', async () => {
    const draft = await draftWith('lith');
    await enact(await signedByAll(await open('draft-whole')));
    expect((await open(draft)).state).toBe('stale');
  });
});

test('all that happens to a proposal is recorded with who did it in which role, and without their names', async () => {
  const proposal = await enact(await signedByAll(await open('draft-whole')));
  const { rows } = await sql<{ act: string; person_id: string; role: string; data: string }>`
    select act, person_id, role, data from record_entry where subject_id = ${proposal.id} order by number`.execute(
    service.db,
  );
  expect(rows.map(({ act, person_id, role }) => [act, person_id, role])).toEqual([
    ['proposal-opened', 'p-lith', 'coordinator'],
    ...ALL.map((id) => ['proposal-signed', `p-${id}`, 'coordinator']),
    ['proposal-enacted', 'p-council', 'council'],
  ]);
  for (const { data } of rows) expect(data).not.toContain('Coordinator');
  expect(await verifyRecord(service.db)).toMatchObject([{ isWhole: true }]);
});
