import type { Person } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { buildApp } from '../../src/app.ts';
import { actFor, forPeople } from '../../src/database/acting.ts';
import { AREA_ID, NOW } from '../support/negotiation.ts';
import { join, PEOPLE } from '../support/people.ts';
import { addSomethingOfAll, PEOPLE_OF_THE_AREA, reaches } from '../support/row-security.ts';
import { ACTS } from '../support/row-security-acts.ts';
import { MEETING_ACTS, SOMETHING_OF_MEETINGS } from '../support/row-security-meetings.ts';
import { REPORT_ACTS, SOMETHING_OF_REPORTS } from '../support/row-security-reports.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ now: () => NOW });
  await addSomethingOfAll(service.db);
  for (const statement of [...SOMETHING_OF_MEETINGS, ...SOMETHING_OF_REPORTS])
    await sql.raw(statement).execute(service.db);
});
afterAll(() => service.close());

describe.each(Object.entries(PEOPLE_OF_THE_AREA))(
  'whatever a route asks of the database for %s',
  (_, who) => {
    test('it reads and changes what the rights say, and nothing else', async () => {
      const reached: Record<string, boolean> = {};
      for (const act of [...ACTS, ...MEETING_ACTS, ...REPORT_ACTS]) {
        reached[act.what] = await reaches(service.db, who, act).catch((error: Error) => {
          throw new Error(`${act.what}: ${error.message}`);
        });
      }
      expect(reached).toEqual(
        Object.fromEntries(
          [...ACTS, ...MEETING_ACTS, ...REPORT_ACTS].map(({ what, may }) => [what, may(who)]),
        ),
      );
    });
  },
);

describe('a route that forgets to ask', () => {
  /** Open to everybody, and asks for all there is. */
  async function forgetful() {
    const analyser = createAnalyser();
    const database = { db: service.db, notifications: service.notifications };
    const app = await buildApp({
      ...database,
      analyser,
      people: PEOPLE,
      logger: { level: 'fatal' },
      now: () => NOW,
    });
    const db = forPeople(service.db);
    const config = { action: 'session.open' } as const;
    app.get('/api/v1/forgetful', { config }, async () => {
      const [plans, record] = [
        await sql`select plan_id from plan`.execute(db),
        await sql`select 1 from record_entry`.execute(db),
      ];
      return { plans: plans.rows, record: record.rows.length };
    });
    app.post('/api/v1/forgetful', { config }, async () => {
      await sql`update proposal set state = 'withdrawn', withdrawn_at = now()`.execute(db);
      const { rows } = await sql<{ who: string }>`select acting_person() as who`.execute(db);
      return { who: rows[0]?.who };
    });
    app.addHook('onClose', () => analyser.close());
    return app;
  }

  test('tells the public the plan in force alone, and changes nothing for them', async () => {
    const app = await forgetful();
    const proposals = () => sql`select * from proposal`.execute(service.db);
    const before = await proposals();
    const told = await app.inject({ url: '/api/v1/forgetful' });
    expect(told.json()).toEqual({ plans: [{ plan_id: 'opening-claims' }], record: 0 });
    await app.inject({ method: 'POST', url: '/api/v1/forgetful', payload: {} });
    expect((await proposals()).rows).toEqual(before.rows);
    await app.close();
  });

  test('tells whoever has a role what their role may see, also after a body was read', async () => {
    const app = await forgetful();
    const cookie = await join(app, service.db, AREA_ID, { role: 'observer', association: null });
    const told = await app.inject({ url: '/api/v1/forgetful', headers: { cookie } });
    expect(told.json<{ plans: unknown[] }>().plans).toHaveLength(6);
    expect(told.json<{ record: number }>().record).toBeGreaterThan(0);
    const posted = await app.inject({
      method: 'POST',
      url: '/api/v1/forgetful',
      payload: { a: 1 },
      headers: { cookie },
    });
    const { person } = (await app.inject({ url: '/api/v1/session', headers: { cookie } })).json<{
      person: Person;
    }>();
    expect(posted.json()).toEqual({ who: person.id });
    await app.close();
  });
});

describe('the handle that people act through', () => {
  const people = () => forPeople(service.db);
  const asked = (work: () => Promise<unknown>) =>
    actFor({ person: PEOPLE_OF_THE_AREA['the council'] ?? null, now: () => NOW }, work);

  test('leaves nothing of anybody on the connections that it gives back', async () => {
    const count = async () => (await sql`select 1 from record_entry`.execute(service.db)).rows.length;
    const before = await count();
    await asked(() => sql`select 1 from plan`.execute(people()));
    await asked(() => sql`select 1 / 0`.execute(people())).catch(() => {});
    await Promise.all(Array.from({ length: 20 }, async () => expect(await count()).toBe(before)));
  });

  test('acts for nobody where it is not said for whom', async () => {
    expect((await sql`select 1 from plan`.execute(people())).rows).toHaveLength(1);
    expect((await sql`select 1 from record_entry`.execute(people())).rows).toEqual([]);
  });

  test('keeps addresses of mail from everybody', async () => {
    const refused = await asked(() => sql`select email from person`.execute(people())).catch(
      (error: Error) => error,
    );
    expect(refused).toMatchObject({ code: '42501' });
  });

  test.for([
    `update record_entry set data = '{}'`,
    'delete from record_entry',
    'truncate record_entry',
    'truncate area cascade',
    'alter table record_entry disable trigger all',
    'drop trigger record_entry_only_added on record_entry',
    'alter table record_entry no force row level security',
    'drop table record_entry',
    `set local session_replication_role = 'replica'`,
  ])('neither changes the record nor switches off what guards it: %s', async (statement) => {
    const all = () => sql`select * from record_entry order by area_id, number`.execute(service.db);
    const before = (await all()).rows;
    const refused = await asked(() => sql.raw(statement).execute(people())).catch((error: Error) => error);
    expect(refused).toMatchObject({ code: expect.stringMatching(/^(42501|NT003)$/) });
    expect((await all()).rows).toEqual(before);
  });

  test('is bound as soon as a role is taken away', async () => {
    const who = PEOPLE_OF_THE_AREA['an observer'] ?? null;
    const seen = () =>
      actFor(
        { person: who, now: () => NOW },
        async () => (await sql`select 1 from record_entry`.execute(people())).rows.length,
      );
    expect(await seen()).toBeGreaterThan(0);
    await sql`delete from membership where person_id = ${who?.id}`.execute(service.db);
    expect(await seen()).toBe(0);
  });
});

test('every table that holds something is protected', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema::regnamespace and not relrowsecurity
      and relname not in ('kysely_migration', 'kysely_migration_lock', 'spatial_ref_sys')`.execute(
    service.db,
  );
  expect(rows).toEqual([]);
});
