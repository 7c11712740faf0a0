import { randomUUID } from 'node:crypto';
import type { CoverageAnswer } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { signedIn } from '../support/people.ts';
import { type RunningService, runService } from '../support/run-service.ts';

/** No process answers by what was before, so long after it changed. */
const AT_MOST_MS = 2_000;

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

async function untilToldOf(service: RunningService, lon: number): Promise<number> {
  const begun = Date.now();
  while ((await whereIsSaya(service)) !== lon) expect(Date.now() - begun).toBeLessThan(AT_MOST_MS);
  return Date.now() - begun;
}

test('what one process changes it answers at once, and the other soon', async () => {
  for (let i = 0; i < 10; i++) {
    const [writes, reads] = i % 2 === 0 ? [here, there] : [there, here];
    await whereIsSaya(reads);
    await pin(writes, 40.5 + i / 1000);
    expect(await whereIsSaya(writes)).toBe(40.5 + i / 1000);
    await untilToldOf(reads, 40.5 + i / 1000);
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
