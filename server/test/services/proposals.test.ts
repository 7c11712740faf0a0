import type { PlanId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { findPlan, findPlanInForce } from '../../src/repositories/plan-repository.ts';
import { contentHashOf, loadContent } from '../../src/services/proposals/plan-content.ts';
import { previewRebase, rebaseProposal } from '../../src/services/proposals/rebase-proposal.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import { AFAF, ALL, AREA_ID, changeOf, LITH, NOW, negotiationOn, refusal } from '../support/negotiation.ts';
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

describe('a proposal', () => {
  test('is opened with the content of its draft, which may change from then on without changing it', async () => {
    const proposal = await open('draft-whole');
    expect(proposal).toMatchObject({ state: 'open', version: 1, association: 'lith' });
    expect(proposal.revision).toMatchObject({
      number: 1,
      kind: 'proposed',
      base: 'opening-claims',
      affected: ALL,
    });
    expect(proposal.standings.map(({ standing }) => standing)).toEqual(Array(4).fill('silent'));
    await putTerritory(service.app, { plan: 'draft-whole', body: square() });
    const content = await loadContent(service.db, AREA_ID, proposal.revision.plan);
    expect(contentHashOf(content)).toBe(proposal.revision.contentHash);
    expect(await findPlan(service.db, AREA_ID, proposal.revision.plan, NOW)).toMatchObject({
      state: 'proposed',
      base: 'opening-claims',
    });
  });

  test('opened again with its key is the same, also several times at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => open('draft-whole', { key: 'once' })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await refusal(open('draft-whole', { key: 'once', deadline: '2026-12-02T00:00:00Z' }))).toBe(
      'idempotency-key-reused',
    );
  });

  test('that changes nothing, whose deadline is over, or of a plan in force is refused', async () => {
    const { id } = await makeDraft(service.app);
    expect(await refusal(open(id))).toBe('proposal-changes-nothing');
    expect(await refusal(open('draft-whole', { deadline: '2026-11-24T09:00:00Z' }))).toBe(
      'deadline-in-the-past',
    );
    expect(await refusal(open('opening-claims'))).toBe('plan-not-a-draft');
  });
});

describe('signatures', () => {
  test('of everyone affected make it agreed; an objection in between takes that away', async () => {
    let proposal = await open('draft-whole');
    for (const association of ALL) proposal = await answer(proposal, association);
    expect(proposal.state).toBe('agreed');
    proposal = await answer(proposal, AFAF, { objects: true });
    expect(proposal.state).toBe('objected');
    expect(proposal.standings[0]).toMatchObject({
      association: 'afaf',
      standing: 'objected',
      answer: { reason: 'My villages', by: { person: 'p-afaf', name: 'Coordinator of afaf' } },
    });
    expect((await answer(proposal, AFAF)).state).toBe('agreed');
  });

  test('given twice are given once', async () => {
    const proposal = await answer(await open('draft-whole'), LITH);
    expect((await answer(proposal, LITH)).version).toBe(proposal.version);
  });

  test('to another content or after the deadline are refused', async () => {
    const proposal = await open(await draftWith('lith'));
    expect(await refusal(answer(proposal, LITH, { hash: '0'.repeat(64) }))).toBe('content-changed');
    const late = new Date('2026-12-01T00:00:00.001Z');
    expect(await refusal(answer(proposal, LITH, { now: late }))).toBe('deadline-passed');
    expect((await present(proposal)).standings.every(({ standing }) => standing === 'silent')).toBe(true);
  });

  test('given by all at once are all there', async () => {
    const proposal = await open('draft-whole');
    await Promise.all(ALL.map((association) => answer(proposal, association)));
    expect(await present(proposal)).toMatchObject({ state: 'agreed', version: 5 });
  });

  test('are stale after a revision, and the database lets none be changed or taken away', async () => {
    const proposal = await signedByAll(await open('draft-whole'));
    const draft = (await draftWith('lith', 'draft-whole')) as PlanId;
    const revised = await reviseProposal(service.db, analyser, { ...changeOf(proposal), draft });
    expect(revised).toMatchObject({ state: 'open', revision: { number: 2, kind: 'revised' } });
    expect(new Set(revised.standings.map(({ standing }) => standing))).toEqual(new Set(['stale']));
    for (const statement of [
      sql`update proposal_answer set revision = 2, content_hash = ${revised.revision.contentHash}`,
      sql`delete from proposal_answer`,
      sql`truncate proposal_answer`,
      sql`update proposal_revision set affected = '{lith}'`,
      sql`delete from proposal_revision`,
      sql`truncate proposal_revision cascade`,
    ]) {
      await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT004' });
    }
    const again = { ...changeOf(revised), draft };
    expect(await refusal(reviseProposal(service.db, analyser, again))).toBe('proposal-changes-nothing');
    expect(await refusal(reviseProposal(service.db, analyser, { ...again, version: [1] }))).toBe(
      'changed-since',
    );
  });
});

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

  test.for(['2026-11-24', '2026-11-23', '2020-01-01'])('is never dated back, to %s', async (from) => {
    const proposal = await signedByAll(await open('draft-whole'));
    const outcome = await enact(proposal, from).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'enactment-too-early', values: { earliest: '2026-11-25' } });
    expect((await present(proposal)).state).toBe('agreed');
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

  test('is not enacted before everyone has, nor by the database itself', async () => {
    let proposal = await open('draft-whole');
    for (const association of ALL.slice(1)) proposal = await answer(proposal, association);
    const outcome = await enact(proposal).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'proposal-not-agreed', values: { missing: 'afaf' } });
    await sql`update plan set state = 'superseded', in_force_to = now() where plan_id = 'opening-claims'`.execute(
      service.db,
    );
    const forced = sql`update plan set state = 'in-force', in_force_from = now() where plan_id = ${proposal.revision.plan}`;
    await expect(forced.execute(service.db)).rejects.toMatchObject({ code: 'NT005' });
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

test('withdrawn, a proposal stays to be read and nothing happens to it any more', async () => {
  const proposal = await withdrawProposal(service.db, changeOf(await open('draft-whole')));
  expect(proposal).toMatchObject({ state: 'withdrawn', withdrawnAt: NOW.toISOString() });
  expect(await refusal(answer(proposal, LITH))).toBe('proposal-closed');
  expect(await refusal(withdrawProposal(service.db, changeOf(proposal)))).toBe('proposal-closed');
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
