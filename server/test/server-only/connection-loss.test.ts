import type { Plan } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUnavailable } from '../../src/database/is-unavailable.ts';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { AREA, getTerritory, makeDraft, problemIn, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let draft: Plan;
let name: string;
/** Another connection to the server, for what its operator does. */
let operator: OpenDatabase;

beforeAll(async () => {
  service = await startTestService();
  draft = await makeDraft(service.app);
  name =
    (await sql<{ name: string }>`select current_database() as name`.execute(service.db)).rows[0]?.name ?? '';
  operator = await openServer(process.env.TEST_DATABASE_URL ?? '', () => {});
});
afterAll(async () => {
  await operator.close();
  await service.close();
});

/** Ends every connection of the service, as a restart of the database does; returns how many there were. */
async function endConnections(): Promise<number> {
  const { rows } = await sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${name}`.execute(
    operator.db,
  );
  return rows.length;
}

const get = (url: string) => service.app.inject({ url });

test('after its connections were ended, the service answers as before', async () => {
  await Promise.all(Array.from({ length: 20 }, () => get('/api/v1/coverage?village=ghumayqah')));
  expect(await endConnections()).toBeGreaterThan(1);
  const first = await Promise.all(
    Array.from({ length: 20 }, () => get('/api/v1/coverage?village=ghumayqah')),
  );
  for (const response of first) {
    if (response.statusCode !== 200) {
      expect(problemIn(response)).toMatchObject({
        status: 503,
        type: 'urn:nitaq:problem:database-unavailable',
      });
    }
  }
  expect((await get('/health/ready')).statusCode).toBe(200);
  expect((await get('/api/v1/coverage?village=ghumayqah')).json()).toMatchObject({ status: 'covered' });
});

test('while connections are ended again and again, every answer is right or a 503, and no acknowledged write is lost', async () => {
  const acknowledged: Plan[] = [];
  let isOver = false;
  const ending = (async () => {
    while (!isOver) await endConnections();
  })();
  await Promise.all(
    Array.from({ length: 4 }, async (_, worker) => {
      for (let i = 0; i < 15; i++) {
        const payload = { title: `${worker}-${i}`, from: 'draft-whole' };
        const response = await service.app.inject({ method: 'POST', url: `${AREA}/plans`, payload });
        if (response.statusCode === 201) acknowledged.push(response.json<Plan>());
        else expect(problemIn(response)).toMatchObject({ status: 503 });
      }
    }),
  );
  isOver = true;
  await ending;
  // The pool may still hold a connection that has just been ended.
  while ((await get('/health/ready')).statusCode === 503);
  for (const plan of acknowledged) {
    expect((await get(`${AREA}/plans/${plan.id}`)).json()).toEqual(plan);
    const { features } = (await get(`${AREA}/plans/${plan.id}/territories`)).json();
    expect(features).toHaveLength(4);
  }
});

test('a write whose connection is lost is a 503 and stored not at all, and can be sent again', async () => {
  const blocking = await openServer(
    Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ''), { pathname: `/${name}` }).href,
    () => {},
  );
  await blocking.db.transaction().execute(async (db) => {
    // Held here, the plan keeps the write waiting in the middle of its transaction.
    await sql`select from plan where plan_id = ${draft.id} for update`.execute(db);
    const writing = putTerritory(service.app, { plan: draft.id, body: square() });
    let waiting: unknown[] = [];
    while (waiting.length === 0) {
      waiting = (
        await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
          where datname = ${name} and wait_event_type = 'Lock'`.execute(operator.db)
      ).rows;
    }
    expect(problemIn(await writing)).toMatchObject({
      status: 503,
      type: 'urn:nitaq:problem:database-unavailable',
    });
  });
  await blocking.close();
  expect((await getTerritory(service.app, draft.id)).properties.version).toBe(1);
  expect((await putTerritory(service.app, { plan: draft.id, body: square() })).statusCode).toBe(200);
});

test('a connection that is lost between two statements of a transaction harms nobody else', async () => {
  const broken = inTransaction(service.db, async (db) => {
    await sql`update plan set title_en = 'half' where plan_id = ${draft.id}`.execute(db);
    await endConnections();
    await sql`update plan set title_ar = 'half' where plan_id = ${draft.id}`.execute(db);
  });
  const error = await broken.catch((reason: Error) => reason);
  expect(error instanceof Error && isUnavailable(error), String(error)).toBe(true);
  expect((await get(`${AREA}/plans/${draft.id}`)).json()).toMatchObject({ title: { en: 'Draft' } });
});

test('without its database the service lives, is not ready, and recovers by itself', async () => {
  await sql`alter database ${sql.id(name)} with allow_connections false`.execute(operator.db);
  await endConnections();
  expect((await get('/health/live')).statusCode).toBe(200);
  expect(problemIn(await get('/health/ready'))).toMatchObject({ status: 503 });
  expect(problemIn(await get('/api/v1/coverage?village=ghumayqah'))).toMatchObject({ status: 503 });
  await sql`alter database ${sql.id(name)} with allow_connections true`.execute(operator.db);
  expect((await get('/health/ready')).statusCode).toBe(200);
  expect((await get('/api/v1/coverage?village=ghumayqah')).statusCode).toBe(200);
});
