import type {
  AreaId,
  AreaRole,
  AssociationId,
  CoverageAnswer,
  Proposal,
  RecordEntry,
  Thread,
} from '@nitaq/core';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AFAF, ALL, LITH } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let now = new Date('2026-11-24T09:00:00Z');
/** The session of each coordinator, by association; of the council, a member, an observer and nobody. */
const cookies: Record<string, string> = { nobody: '' };

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: { role: 'coordinator', association: LITH } });
  const area = 'al-lith' as AreaId;
  const roles: [string, AreaRole][] = [
    ...ALL.map((association): [string, AreaRole] => [association, { role: 'coordinator', association }]),
    ['council', { role: 'council', association: null }],
    ['observer', { role: 'observer', association: null }],
    ['member', { role: 'member', association: AFAF }],
  ];
  for (const [name, role] of roles) cookies[name] = await join(service.app, service.db, area, role);
});
afterAll(() => service.close());

const send = (
  who: string,
  method: InjectOptions['method'],
  url: string,
  rest: Omit<InjectOptions, 'url'> = {},
) =>
  service.app.inject({
    ...rest,
    method: method ?? 'GET',
    url: `${AREA}/${url}`,
    headers: { ...rest.headers, cookie: cookies[who] ?? '' },
  });

async function done<T>(response: ReturnType<typeof send>, status = 200): Promise<T> {
  const { statusCode, body } = await response;
  expect(statusCode, body).toBe(status);
  return JSON.parse(body) as T;
}

const open = (who: string, draft: string, more: object = {}) =>
  send(who, 'POST', 'proposals', {
    payload: {
      draft,
      title: 'خطة بلا فجوات',
      reason: 'لكي لا تُنسى قرية',
      deadline: '2026-12-24T00:00:00Z',
      ...more,
    },
  });
const on = ({ id, version }: Proposal, part: string) => ({
  url: `proposals/${id}/${part}`,
  headers: { 'if-match': `"${version}"` },
});
const answer = (who: string, { id, revision }: Proposal, association: AssociationId, body: object = {}) =>
  send(who, 'PUT', `proposals/${id}/answers/${association}`, {
    payload: { answer: 'signed', contentHash: revision.contentHash, ...body },
  });
const coverageAt = async (at: string) =>
  (await service.app.inject(`/api/v1/coverage?village=saya&at=${at}`)).json<CoverageAnswer>();

test('from claims over an objection, a counter-proposal and a revision to a plan in force that everyone has signed', async () => {
  const first = await done<Proposal>(open(LITH, 'draft-whole'), 201);
  expect([first.state, first.association, first.revision.affected]).toEqual(['open', LITH, ALL]);

  // Afaf objects and says why, where it is meant.
  const objected = await done<Proposal>(
    answer(AFAF, first, AFAF, { answer: 'objected', reason: 'قرية سعيا لنا' }),
  );
  expect(objected.state).toBe('objected');
  const pin = { kind: 'village', village: 'saya' };
  const thread = await done<Thread>(
    send(AFAF, 'POST', `proposals/${first.id}/threads`, { payload: { pin, text: 'هذه القرية أقرب إلينا' } }),
    201,
  );
  const answered = await done<Thread>(
    send('member', 'POST', `proposals/${first.id}/threads/${thread.id}/comments`, {
      payload: { text: 'صحيح' },
    }),
    201,
  );
  expect(answered.comments.map(({ text }) => text)).toEqual(['هذه القرية أقرب إلينا', 'صحيح']);

  // Its own proposal, from the same base.
  const copy = await done<{ id: string }>(
    send(AFAF, 'POST', 'plans', { payload: { title: 'Counter', from: 'draft-whole' } }),
    201,
  );
  await putTerritory(service.app, { plan: copy.id, association: 'afaf', body: square(40.45) });
  const counter = await done<Proposal>(open(AFAF, copy.id, { counterTo: first.id }), 201);
  expect([counter.counterTo, counter.revision.base]).toEqual([first.id, first.revision.base]);

  // Lith signs, and takes it back by a revision that everybody has to sign anew.
  const signed = await done<Proposal>(answer(LITH, objected, LITH));
  const revise = on(signed, 'revisions');
  expect(problemCode(await send(AFAF, 'POST', revise.url, { ...revise, payload: { draft: copy.id } }))).toBe(
    'not-allowed',
  );
  let present = await done<Proposal>(
    send(LITH, 'POST', revise.url, { headers: revise.headers, payload: { draft: copy.id } }),
    201,
  );
  expect(present.standings.map(({ standing }) => standing)).toEqual(['stale', 'silent', 'stale', 'silent']);
  expect(problemCode(await answer(AFAF, signed, AFAF))).toBe('content-changed');

  // Nobody signs for another; the council enacts nothing that is not agreed.
  expect(problemCode(await answer(LITH, present, AFAF))).toBe('not-allowed');
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(service.db);
  const enact = (proposal: Proposal, from: string) => {
    const { url, headers } = on(proposal, 'enactment');
    return send('council', 'POST', url, { headers, payload: { from } });
  };
  expect(problemCode(await enact(present, '2026-11-25'))).toBe('proposal-not-agreed');
  for (const association of ALL) present = await done(answer(association, present, association));
  expect(present.state).toBe('agreed');

  expect(problemCode(await enact(present, '2026-11-24'))).toBe('enactment-too-early');
  const enacted = await done<Proposal>(enact(present, '2026-11-25'));
  expect(enacted).toMatchObject({ state: 'scheduled', inForceFrom: '2026-11-24T21:00:00.000Z' });
  const other = await done<Proposal>(send('observer', 'GET', `proposals/${counter.id}`));
  expect(other.state).toBe('stale');

  const asked = `proposals/${enacted.id}`;
  const { headers: kept } = await send('observer', 'GET', asked);

  // With the clock moved on, answers are by the new plan, and as of the day before by the old one.
  expect((await coverageAt('2026-11-24T20:59:59Z')).plan).toBe('opening-claims');
  now = new Date('2026-11-25T09:00:00Z');
  expect((await service.app.inject('/api/v1/coverage?village=saya')).json()).toMatchObject({
    plan: enacted.revision.plan,
  });
  expect((await coverageAt('2026-11-24T09:00:00Z')).plan).toBe('opening-claims');
  // A copy that was kept of it says so too, though nothing was done to it.
  const again = await send('observer', 'GET', asked, { headers: { 'if-none-match': `${kept.etag}` } });
  expect([again.statusCode, again.json<Proposal>().state]).toEqual([200, 'in-force']);
  const states = await done<{ items: { id: string; state: string }[] }>(send('nobody', 'GET', 'plans'));
  expect(states.items.map(({ id, state }) => [id, state])).toEqual([
    [enacted.revision.plan, 'in-force'],
    ['opening-claims', 'superseded'],
  ]);
  const { items } = await done<{ items: RecordEntry[] }>(
    send('observer', 'GET', `record?kind=proposal&id=${first.id}`),
  );
  expect(items.map(({ act, role }) => [act, role])).toEqual([
    ['proposal-enacted', 'council'],
    ...ALL.map(() => ['proposal-signed', 'coordinator']),
    ['proposal-revised', 'coordinator'],
    ['proposal-signed', 'coordinator'],
    ['comment-added', 'member'],
    ['thread-opened', 'coordinator'],
    ['proposal-objected-to', 'coordinator'],
    ['proposal-opened', 'coordinator'],
  ]);
});

test('what a change was made on is asked for, and what has changed since is refused without a loss', async () => {
  const { id } = await done<{ id: string }>(
    send(LITH, 'POST', 'plans', { payload: { title: 'Next', from: 'in-force' } }),
    201,
  );
  await putTerritory(service.app, { plan: id, body: square(40.5) });
  const proposal = await done<Proposal>(open(LITH, id), 201);
  expect(problemCode(await send(LITH, 'POST', `proposals/${proposal.id}/withdrawal`))).toBe(
    'if-match-missing',
  );
  const { url } = on(proposal, 'withdrawal');
  const response = await send(LITH, 'POST', url, { headers: { 'if-match': '"9"' } });
  expect([response.statusCode, problemCode(response)]).toEqual([412, 'changed-since']);
  const [one, again] = await Promise.all(
    [0, 1].map(() => send(LITH, 'POST', url, { headers: { 'if-match': '"1"' } })),
  );
  expect([one?.statusCode, again?.statusCode].sort()).toEqual([200, 412]);
});

test('the wrong role, and whoever is not signed in, changes nothing', async () => {
  const { items } = await done<{ items: Proposal[] }>(send('observer', 'GET', 'proposals'));
  const [proposal] = items;
  if (proposal === undefined) throw new Error('There are proposals');
  const before = await done<{ items: RecordEntry[] }>(send('observer', 'GET', 'record?limit=1'));
  const writes = [
    [
      'POST',
      'proposals',
      { draft: 'draft-whole', title: 'T', reason: 'R', deadline: '2027-01-01T00:00:00Z' },
    ],
    ['POST', `proposals/${proposal.id}/revisions`, { draft: 'draft-whole' }],
    ['POST', `proposals/${proposal.id}/rebase`, undefined],
    ['POST', `proposals/${proposal.id}/withdrawal`, undefined],
    ['POST', `proposals/${proposal.id}/enactment`, { from: '2027-01-01' }],
    ['POST', `proposals/${proposal.id}/threads`, { pin: { kind: 'whole' }, text: 'T' }],
  ] as const;
  for (const who of ['nobody', 'observer']) {
    for (const [method, url, payload] of writes) {
      const headers = { 'if-match': '*' };
      const response = await send(
        who,
        method,
        url,
        payload === undefined ? { headers } : { headers, payload },
      );
      expect([url, response.statusCode]).toEqual([url, who === 'nobody' ? 401 : 403]);
    }
  }
  for (const url of ['proposals', `proposals/${proposal.id}`, `proposals/${proposal.id}/threads`, 'record']) {
    expect((await send('nobody', 'GET', url)).statusCode).toBe(401);
  }
  expect(await done(send('observer', 'GET', 'record?limit=1'))).toEqual(before);
});
