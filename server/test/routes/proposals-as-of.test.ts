import { type AreaId, type AreaRole, dayAt, type Proposal, type Thread } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AFAF, ALL, LITH } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const DAY_MS = 86_400_000;
const tomorrow = dayAt(Date.now() + DAY_MS, 'Asia/Riyadh');
const deadline = new Date(Date.now() + 7 * DAY_MS).toISOString();

let service: TestService;
const cookies: Record<string, string> = {};
/** What could be read at instants between the acts. */
const seen: { at: string; known: [{ items: Proposal[] }, ...unknown[]] }[] = [];
let followed: string | null = null;

beforeAll(async () => {
  service = await startTestService({ as: { role: 'coordinator', association: LITH } });
  const roles: [string, AreaRole][] = [
    ...ALL.map((association): [string, AreaRole] => [association, { role: 'coordinator', association }]),
    ['council', { role: 'council', association: null }],
  ];
  for (const [name, role] of roles) {
    cookies[name] = await join(service.app, service.db, 'al-lith' as AreaId, role);
  }
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(service.db);
});
afterAll(() => service.close());

async function done<T>(
  who: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  { payload, version }: { payload?: object; version?: number } = {},
): Promise<T> {
  const response = await service.app.inject({
    method,
    url: `${AREA}/${url}`,
    headers: {
      cookie: cookies[who] ?? '',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(response.statusCode, response.body).toBeLessThan(300);
  if (method !== 'GET') await look();
  return JSON.parse(response.body) as T;
}

/** Everything there is to read of the proposals, as of an instant. */
async function known(query = ''): Promise<[{ items: Proposal[] }, ...unknown[]]> {
  const parts = followed === null ? [] : ['', '/revisions', '/threads'];
  const own = parts.map((part) => done(LITH, 'GET', `proposals/${followed}${part}${query}`));
  return [await done(LITH, 'GET', `proposals${query}`), ...(await Promise.all(own))];
}

async function look(): Promise<void> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(service.db);
  const at = new Date(Math.ceil(rows[0]?.now.getTime() ?? 0) + 1);
  // The next act is of another millisecond.
  await sql`select pg_sleep(0.005)`.execute(service.db);
  seen.push({ at: at.toISOString(), known: await known() });
}

const answer = (association: string, { id, revision }: Proposal, objected = false) =>
  done<Proposal>(association, 'PUT', `proposals/${id}/answers/${association}`, {
    payload: objected
      ? { answer: 'objected', contentHash: revision.contentHash, reason: 'قرية سعيا لنا' }
      : { answer: 'signed', contentHash: revision.contentHash },
  });

const open = (who: string, draft: string) =>
  done<Proposal>(who, 'POST', 'proposals', {
    payload: { draft, title: 'خطة بلا فجوات', reason: 'لكي لا تُنسى قرية', deadline },
  });

test('whatever happens to proposals later, what was known of them on the way is told again as it was', async () => {
  const before = new Date(Date.now() - DAY_MS).toISOString();
  const first = await open(LITH, 'draft-whole');
  followed = first.id;
  await look();
  await answer(AFAF, first, true);
  const thread = await done<Thread>(AFAF, 'POST', `proposals/${first.id}/threads`, {
    payload: { pin: { kind: 'whole' }, text: 'أقرب إلينا' },
  });
  await done(LITH, 'POST', `proposals/${first.id}/threads/${thread.id}/comments`, {
    payload: { text: 'صحيح' },
  });
  await done(LITH, 'PATCH', `proposals/${first.id}/threads/${thread.id}`, {
    payload: { resolved: true },
    version: 2,
  });

  const { id: draft } = await makeDraft(service.app, 'draft-whole');
  await putTerritory(service.app, { plan: draft, association: 'afaf', body: square(40.45), ifMatch: '*' });
  const other = await open(AFAF, draft);
  const { version } = await done<Proposal>(LITH, 'GET', `proposals/${first.id}`);
  let present = await done<Proposal>(LITH, 'POST', `proposals/${first.id}/revisions`, {
    payload: { draft },
    version,
  });
  for (const association of present.revision.affected) present = await answer(association, present);
  expect(present.state).toBe('agreed');
  const enacted = await done<Proposal>('council', 'POST', `proposals/${first.id}/enactment`, {
    payload: { from: tomorrow },
    version: present.version,
  });
  const lost = await done<Proposal>(LITH, 'GET', `proposals/${other.id}`);
  expect([enacted.state, lost.state]).toEqual(['scheduled', 'stale']);
  await done(AFAF, 'POST', `proposals/${other.id}/withdrawal`, { version: lost.version });

  for (const { at, known: then } of seen.slice(1)) expect([at, await known(`?at=${at}`)]).toEqual([at, then]);
  const then = seen[2]?.known[0].items[0];
  expect([then?.state, then?.version]).toEqual(['objected', 2]);

  expect(await done(LITH, 'GET', `proposals?at=${before}`)).toEqual({ items: [], next: null });
  const early = await service.app.inject({
    url: `${AREA}/proposals/${first.id}?at=${before}`,
    headers: { cookie: cookies[LITH] ?? '' },
  });
  expect([early.statusCode, problemCode(early)]).toEqual([404, 'proposal-not-found']);
  expect((await done<Proposal>(LITH, 'GET', `proposals/${first.id}?at=${tomorrow}`)).state).toBe('in-force');
});

test('what a proposal was to change then is told by the revision of then', async () => {
  const revisions = await done<{ revisions: Proposal['revision'][] }>(
    LITH,
    'GET',
    `proposals/${followed}/revisions`,
  );
  const [early, late] = revisions.revisions;
  const changes = (at: string) =>
    done<{ plan: string }>(LITH, 'GET', `proposals/${followed}/changes?at=${at}`).then(({ plan }) => plan);
  expect(await changes(seen[2]?.at ?? '')).toBe(early?.plan);
  expect(await changes(seen.at(-1)?.at ?? '')).toBe(late?.plan);
});
