import type { Proposal, ProposalChanges, Revision } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { ALL, LITH, NOW, negotiationOn } from '../support/negotiation.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let analyser: Analyser;
let proposal: Proposal;

beforeAll(async () => {
  analyser = createAnalyser();
  service = await startTestService({ now: () => NOW });
  const { open, answer } = negotiationOn(service, analyser);
  proposal = await answer(await open('draft-whole'), LITH, { objects: true });
});
afterAll(async () => {
  await service.close();
  await analyser.close();
});

const get = async <T>(url: string) => {
  const response = await service.app.inject({ url: `${AREA}/proposals${url}` });
  expect(response.statusCode, response.body).toBe(200);
  return { body: response.json<T>(), headers: response.headers };
};

test('a proposal is read with how everyone affected stands to it, and its ETag', async () => {
  const { body, headers } = await get<Proposal>(`/${proposal.id}`);
  expect(body).toEqual(proposal);
  expect(body).toMatchObject({ state: 'objected', title: { ar: 'مقترح', en: 'مقترح' } });
  expect([headers.etag, headers['cache-control']]).toEqual(['"2"', 'no-cache']);
  expect((await get<{ items: Proposal[] }>('')).body.items).toEqual([body]);
});

test('what it changes for whom is told: ground, villages and borders', async () => {
  const { affected, base, plan } = (await get<ProposalChanges>(`/${proposal.id}/changes`)).body;
  expect([base, plan]).toEqual(['opening-claims', proposal.revision.plan]);
  expect(affected.map(({ association }) => association)).toEqual(ALL);
  for (const { association, borders } of affected) {
    for (const { associations } of borders) expect(associations).toContain(association);
  }
  const gained = affected.flatMap(({ villagesGained }) => villagesGained);
  expect(gained.length).toBeGreaterThan(0);
});

test('all that was put and answered is kept to be read', async () => {
  const { body } = await get<{ revisions: Revision[]; answers: unknown[] }>(`/${proposal.id}/revisions`);
  expect(body.revisions).toEqual([proposal.revision]);
  expect(body.answers).toEqual([proposal.standings.find(({ association }) => association === LITH)?.answer]);
});

test('what is not there, or does not need it, is a problem', async () => {
  for (const [url, code] of [
    [`${AREA}/proposals/nothing`, 'proposal-not-found'],
    [`${AREA}/proposals/nothing/changes`, 'proposal-not-found'],
    [`${AREA}/proposals/nothing/threads`, 'proposal-not-found'],
    ['/api/v1/areas/atlantis/proposals', 'area-not-found'],
    ['/api/v1/areas/atlantis/proposals/nothing', 'area-not-found'],
    [`${AREA}/proposals/${proposal.id}/rebase`, 'proposal-not-stale'],
  ] as const) {
    expect(problemCode(await service.app.inject({ url }))).toBe(code);
  }
});
