import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Plan } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { openStream } from '../support/event-stream.ts';
import { signedIn } from '../support/people.ts';
import { type RunningService, runService } from '../support/run-service.ts';

const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
const url = new URL(process.env.TEST_DATABASE_URL ?? '');
let operator: OpenDatabase;
let here: RunningService;
let there: RunningService;
let plan: Plan;

const start = () => runService({ DATABASE_URL: Object.assign(url, { pathname: `/${name}` }).href });

beforeAll(async () => {
  operator = await openServer(process.env.TEST_DATABASE_URL ?? '', () => {});
  await sql`create database ${sql.id(name)}`.execute(operator.db);
  [here, there] = [await start(), await start()];
  plan = (await (await send(here, 'POST', '/plans', { title: 'Draft' })).json()) as Plan;
});
afterAll(async () => {
  await Promise.all([here, there].map((service) => service.end('SIGTERM')));
  await sql`drop database ${sql.id(name)} with (force)`.execute(operator.db);
  await sql`drop role if exists ${sql.id(`${name}_people`)}`.execute(operator.db);
  await operator.close();
});

function send(service: RunningService, method: string, path: string, body: object): Promise<Response> {
  return fetch(`${service.address}/api/v1/areas/al-lith${path}`, {
    method,
    headers: { ...signedIn, 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify(body),
  });
}
const rename = (service: RunningService) => send(service, 'PATCH', `/plans/${plan.id}`, { title: 'Again' });
const versions = (events: readonly { data: Record<string, unknown> }[]) =>
  events.map(({ data }) => data.version);

test('what is saved by any process, and who is there, is told by every process in the same order', async () => {
  const streams = [await openStream(here.address), await openStream(there.address)];
  await Promise.all(Array.from({ length: 20 }, (_, i) => rename(i % 2 === 0 ? here : there)));
  for (const stream of streams) {
    expect(versions(await stream.received(20))).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  }
  expect(streams[0]?.events).toEqual(streams[1]?.events);
  const presence = { client: 'tab-1', name: 'A', pointer: null, editing: null };
  await send(here, 'POST', `/plans/${plan.id}/presence`, presence);
  for (const stream of streams) {
    expect((await stream.received(21)).at(-1)).toMatchObject({ id: null, data: presence });
    stream.close();
  }
});

test('a reader of a process that is killed goes on at another, from where it was', async () => {
  const doomed = await start();
  const stream = await openStream(doomed.address);
  await rename(here);
  await stream.received(1);
  await doomed.end('SIGKILL');
  await stream.ended;
  await rename(here);
  await rename(there);
  const resumed = await openStream(there.address, { lastEventId: stream.lastEventId() });
  const [first = 0] = versions(stream.events);
  expect(versions(await resumed.received(2))).toEqual([Number(first) + 1, Number(first) + 2]);
  resumed.close();
});

test('while its listening connection is gone a process misses nothing, and then listens again', async () => {
  const stream = await openStream(there.address);
  const listening = async () =>
    (
      await sql<{ pid: number }>`select pid from pg_stat_activity
        where datname = ${name} and application_name = 'nitaq-events'`.execute(operator.db)
    ).rows;
  while ((await listening()).length === 0) await new Promise(setImmediate);
  const before = await listening();
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = ${name} and application_name = 'nitaq-events'`.execute(operator.db);
  await rename(here);
  await stream.received(1);
  while ((await listening()).length < before.length) await new Promise((resolve) => setTimeout(resolve, 100));
  const begun = Date.now();
  await rename(here);
  await stream.received(2);
  expect(Date.now() - begun).toBeLessThan(1_500);
  stream.close();
});

test('a service that is stopped ends its streams and is gone', async () => {
  const stopped = await start();
  const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(stopped.address)));
  const gone = once(stopped.process, 'exit');
  const begun = Date.now();
  stopped.process.kill('SIGTERM');
  expect((await gone)[0]).toBe(0);
  expect(Date.now() - begun).toBeLessThan(3_000);
  await Promise.all(streams.map((stream) => stream.ended));
});
