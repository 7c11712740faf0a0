import type { PlanId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { findPlan } from '../../src/repositories/plan-repository.ts';
import { contentHashOf, loadContent } from '../../src/services/proposals/plan-content.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
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

beforeAll(async () => {
  analyser = createAnalyser();
  service = await startTestService({ now: () => NOW });
  ({ open, answer, enact, signedByAll, present } = negotiationOn(service, analyser));
});
afterAll(async () => {
  await service.close();
  await analyser.close();
});

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
    const draft = (await draftWith('lith', 'draft-whole', 40.5)) as PlanId;
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

describe('to be enacted, a proposal', () => {
  test('needs the signature of everyone affected, and the database itself sees to it', async () => {
    let proposal = await open('draft-whole');
    for (const association of ALL.slice(1)) proposal = await answer(proposal, association);
    const outcome = await enact(proposal).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'proposal-not-agreed', values: { missing: 'afaf' } });
    const forced = inTransaction(service.db, async (db) => {
      await sql`update plan set state = 'superseded', in_force_to = now() where plan_id = 'opening-claims'`.execute(
        db,
      );
      const mine = sql`plan_id = ${proposal.revision.plan}`;
      await sql`update plan set state = 'in-force', in_force_from = now() where ${mine}`.execute(db);
    });
    await expect(forced).rejects.toMatchObject({ code: 'NT005' });
  });

  test('is given a day that is still to come', async () => {
    const proposal = await signedByAll(await open('draft-whole'));
    for (const from of ['2026-11-24', '2026-11-23', '2020-01-01']) {
      const outcome = await enact(proposal, from).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ code: 'enactment-too-early', values: { earliest: '2026-11-25' } });
    }
    expect((await present(proposal)).state).toBe('agreed');
  });
});

test('withdrawn, a proposal stays to be read and nothing happens to it any more', async () => {
  const proposal = await withdrawProposal(service.db, changeOf(await open('draft-whole')));
  expect(proposal).toMatchObject({ state: 'withdrawn', withdrawnAt: NOW.toISOString() });
  expect(await refusal(answer(proposal, LITH))).toBe('proposal-closed');
  expect(await refusal(withdrawProposal(service.db, changeOf(proposal)))).toBe('proposal-closed');
});
