import { randomUUID } from 'node:crypto';
import type { CoverageAnswer, PlanId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { invite } from '../../src/services/invite.ts';
import { answerProposal } from '../../src/services/proposals/answer-proposal.ts';
import { openProposal } from '../../src/services/proposals/open-proposal.ts';
import { AREA_ID, coordinatorOf, LITH } from '../support/negotiation.ts';
import { PASSWORD, signedIn } from '../support/people.ts';
import { type RunningService, runService } from '../support/run-service.ts';

/** No process answers by what was before, so long after it changed. */
const AT_MOST_MS = 2_000;
const DAY_MS = 86_400_000;

const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
const url = new URL(process.env.TEST_DATABASE_URL ?? '');
let operator: OpenDatabase;
let here: RunningService;
let there: RunningService;

const start = () => runService({ DATABASE_URL: Object.assign(url, { pathname: `/${name}` }).href });

beforeAll(async () => {
  operator = await openServer(process.env.TEST_DATABASE_URL ?? '', () => {});
  await sql`create database ${sql.id(name)}`.execute(operator.db);
  [here, there] = [await start(), await start()];
});
afterAll(async () => {
  await Promise.all([here, there].map((service) => service.end('SIGTERM')));
  await sql`drop database ${sql.id(name)} with (force)`.execute(operator.db);
  await operator.close();
});

async function pin(service: RunningService, lon: number): Promise<void> {
  const { status } = await fetch(`${service.address}/api/v1/areas/al-lith/villages/saya/location`, {
    method: 'PUT',
    headers: { ...signedIn, 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ location: [lon, 19.99] }),
  });
  expect(status).toBe(200);
}

async function whereIsSaya(service: RunningService): Promise<number | null | undefined> {
  const answer = await fetch(`${service.address}/api/v1/coverage?village=saya`);
  return ((await answer.json()) as CoverageAnswer).village?.lon;
}

/** The same as GIS programs read it. */
async function whereIsSayaDrawn(service: RunningService): Promise<number | undefined> {
  const answer = await fetch(`${service.address}/ogc/collections/villages/items/al-lith.saya`);
  const { geometry } = (await answer.json()) as {
    readonly geometry: { readonly coordinates: number[] } | null;
  };
  return geometry?.coordinates[0];
}

async function tagOfTile(service: RunningService): Promise<string | null> {
  return (await fetch(`${service.address}/tiles/villages/10/627/453.mvt`)).headers.get('etag');
}

async function untilToldOf(service: RunningService, lon: number): Promise<number> {
  const begun = Date.now();
  while ((await whereIsSaya(service)) !== lon) expect(Date.now() - begun).toBeLessThan(AT_MOST_MS);
  while ((await whereIsSayaDrawn(service)) !== lon) expect(Date.now() - begun).toBeLessThan(AT_MOST_MS);
  return Date.now() - begun;
}

test('what one process changes it answers at once, and the other soon', async () => {
  for (let i = 0; i < 10; i++) {
    const [writes, reads] = i % 2 === 0 ? [here, there] : [there, here];
    await whereIsSaya(reads);
    const before = await tagOfTile(reads);
    await pin(writes, 40.5 + i / 1000);
    expect(await whereIsSaya(writes)).toBe(40.5 + i / 1000);
    expect(await whereIsSayaDrawn(writes)).toBe(40.5 + i / 1000);
    const tag = await tagOfTile(writes);
    expect(tag).not.toBe(before);
    await untilToldOf(reads, 40.5 + i / 1000);
    expect(await tagOfTile(reads)).toBe(tag);
  }
});

test('a process that has lost its listening connection answers by what is, too', async () => {
  await whereIsSaya(there);
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = ${name} and application_name = 'nitaq-events'`.execute(operator.db);
  await pin(here, 40.55);
  await untilToldOf(there, 40.55);
});

test('a process that is killed takes nothing of it along', async () => {
  const doomed = await start();
  await pin(doomed, 40.56);
  await doomed.end('SIGKILL');
  await untilToldOf(here, 40.56);
  await untilToldOf(there, 40.56);
});

/** A proposal that everybody affected has signed; the versions and the plan are what an enactment names. */
async function signedProposal() {
  const database = await openServer(url.href, () => {});
  const analyser = createAnalyser();
  const now = new Date();
  const who = { area: AREA_ID, client: null, now };
  let proposal = await openProposal(database.db, analyser, {
    ...who,
    input: {
      draft: 'draft-whole' as PlanId,
      title: 'مقترح',
      reason: 'لكي لا تُنسى قرية',
      deadline: new Date(now.getTime() + 30 * DAY_MS).toISOString(),
    },
    actor: coordinatorOf(LITH),
    idempotencyKey: null,
  });
  const { affected, contentHash } = proposal.revision;
  for (const association of affected) {
    proposal = await answerProposal(database.db, {
      ...who,
      proposal: proposal.id,
      association,
      input: { answer: 'signed', contentHash },
      actor: coordinatorOf(association),
    });
  }
  const to = { role: 'council', association: null } as const;
  const { secret } = await invite(database.db, { area: AREA_ID, to, email: null, invitedBy: null, now });
  const account = { name: 'Council', email: 'council@example.org', password: PASSWORD };
  const joined = await fetch(`${here.address}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, account }),
  });
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(database.db);
  await analyser.close();
  await database.close();
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { proposal, cookie };
}

/** The plan that is in force the day after an enactment begins, as a process answers those who may know. */
async function planOf(service: RunningService): Promise<string | null> {
  const at = new Date(Date.now() + 3 * DAY_MS).toISOString();
  const answer = await fetch(`${service.address}/api/v1/coverage?village=ghumayqah&at=${at}`, {
    headers: signedIn,
  });
  return ((await answer.json()) as CoverageAnswer).plan;
}

test('of a process that is killed while it puts a plan into force, all others answer by what was stored of it', async () => {
  const { proposal, cookie } = await signedProposal();
  const from = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
  const before = await planOf(here);
  expect(before).not.toBe(proposal.revision.plan);
  // Each is killed later in its enactment, the last once it has answered.
  for (const moment of ['asked', 'writing', 'answered'] as const) {
    if (await isEnacted()) break;
    const doomed = await start();
    await planOf(doomed);
    let answered: number | null = null;
    const enacting = fetch(`${doomed.address}/api/v1/areas/al-lith/proposals/${proposal.id}/enactment`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'if-match': `"${proposal.version}"` },
      body: JSON.stringify({ from }),
    }).then(
      ({ status }) => {
        answered = status;
      },
      () => {},
    );
    if (moment === 'writing') while (answered === null && !(await isWriting()));
    if (moment === 'answered') await enacting;
    await doomed.end('SIGKILL');
    await enacting;
    if (moment === 'answered') expect(answered).toBe(200);
    await untilAllAnswerByWhatIsStored();
  }
  await untilAllAnswerByWhatIsStored();
  expect(await planOf(here)).toBe(proposal.revision.plan);

  async function untilAllAnswerByWhatIsStored(): Promise<void> {
    const begun = Date.now();
    for (;;) {
      const stored = (await isEnacted()) ? proposal.revision.plan : before;
      const asked = Date.now();
      const told = await Promise.all([here, there].map(planOf));
      if (told.every((plan) => plan === stored)) return;
      expect(asked - begun).toBeLessThan(AT_MOST_MS);
    }
  }

  /** Some transaction has begun to write. */
  async function isWriting(): Promise<boolean> {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = ${name} and xact_start is not null and backend_xid is not null`.execute(operator.db);
    return rows.length > 0;
  }

  async function isEnacted(): Promise<boolean> {
    const answer = await fetch(`${here.address}/api/v1/areas/al-lith/proposals/${proposal.id}`, {
      headers: { cookie },
    });
    return ((await answer.json()) as { readonly state: string }).state === 'scheduled';
  }
});
