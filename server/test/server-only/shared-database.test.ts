import { randomUUID } from 'node:crypto';
import type { Plan } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { signedIn } from '../support/people.ts';
import { type RunningService, runService, runUntilItEnds } from '../support/run-service.ts';
import { square } from '../support/shapes.ts';

const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
let operator: OpenDatabase;

beforeAll(async () => {
  operator = await openServer(process.env.TEST_DATABASE_URL ?? '', () => {});
  await sql`create database ${sql.id(name)}`.execute(operator.db);
});
afterAll(async () => {
  await sql`drop database ${sql.id(name)} with (force)`.execute(operator.db);
  await sql`drop role if exists ${sql.id(`${name}_people`)}`.execute(operator.db);
  await operator.close();
});

/** The address of the database of these tests, with parameters of the connection. */
function databaseUrl(change: (url: URL) => void = () => {}): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  change(url);
  return url.href;
}

describe('two services that start at the same time on one new database', () => {
  let services: RunningService[] = [];
  beforeAll(async () => {
    services = await Promise.all([0, 1].map(() => runService({ DATABASE_URL: databaseUrl() })));
  });
  afterAll(() => Promise.all(services.map((service) => service.end('SIGTERM'))));

  /** Sends the same to both in turn, all at once. */
  const sendToBoth = (count: number, path: string, request: (i: number) => RequestInit) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        fetch(`${services[i % 2]?.address}/api/v1/areas/al-lith${path}`, request(i)),
      ),
    );
  const json = { 'content-type': 'application/json' };

  test('make it and import the shipped area once, and both answer', async () => {
    const lists = await sendToBoth(2, '/plans', () => ({ headers: signedIn }));
    const [first, second] = await Promise.all(lists.map((response) => response.text()));
    expect(JSON.parse(String(first)).items.map(({ id, number }: Plan) => [id, number])).toEqual([
      ['draft-whole', 2],
      ['opening-claims', 1],
    ]);
    expect(second).toBe(first);
    expect(await (await fetch(`${services[0]?.address}/api/v1/areas`)).json()).toMatchObject({
      items: [{ id: 'al-lith', villages: { located: 28, unlocated: 5 } }],
    });
  });

  test('number the plans that are made at both one after the other, and make a repeated one once', async () => {
    const made = await sendToBoth(10, '/plans', (i) => ({
      method: 'POST',
      headers: { ...signedIn, ...json, 'idempotency-key': `key-${Math.floor(i / 2)}` },
      body: JSON.stringify({ title: `Plan ${Math.floor(i / 2)}` }),
    }));
    const plans = await Promise.all(made.map(async (response) => (await response.json()) as Plan));
    const numbers = [...new Map(plans.map(({ id, number }) => [id, number])).values()];
    expect(numbers.toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7]);
  });

  test('take one of two writes on the same version, and show it at both', async () => {
    const answers = await sendToBoth(2, '/plans/draft-whole/territories/lith', (i) => ({
      method: 'PUT',
      headers: { ...signedIn, ...json, 'if-match': '"1"' },
      body: JSON.stringify(square(40.45 + i / 100)),
    }));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const reports = await sendToBoth(2, '/plans/draft-whole/coverage', () => ({ headers: signedIn }));
    const [first, second] = await Promise.all(reports.map((response) => response.text()));
    expect(second).toBe(first);
    expect(JSON.parse(String(first))).toMatchObject({ version: 2 });
  });
});

describe('a service that cannot use its database says why in one line and changes nothing:', () => {
  const outcomeOf = async (url: string) => {
    const { exitCode, stderr } = await runUntilItEnds({ DATABASE_URL: url });
    expect(exitCode).toBe(1);
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
    expect(stderr).not.toContain(new URL(url).password);
    return stderr;
  };
  /** What the service asks the server, answered by objects that hide the server's own. */
  const pretending = async (schema: string, postgis: string | null, serverVersion: string) => {
    const own = await openServer(databaseUrl(), () => {});
    await sql`create schema ${sql.id(schema)}`.execute(own.db);
    await sql
      .raw(
        `create view ${schema}.pg_available_extensions as select 'postgis' as name, ${
          postgis === null ? 'null' : `'${postgis}'`
        }::text as default_version where ${postgis !== null};
         create function ${schema}.current_setting(text) returns text language sql as $$ select '${serverVersion}' $$`,
      )
      .execute(own.db);
    await own.close();
    return databaseUrl((url) => {
      url.searchParams.set('options', `-c search_path=${schema},pg_catalog,public`);
    });
  };

  test('PostgreSQL is too old', async () => {
    const line = await outcomeOf(await pretending('old_server', '3.3.0', '140011'));
    expect(line).toMatch(/PostgreSQL 14; at least 15 is needed/);
  });

  test('PostGIS is too old', async () => {
    const line = await outcomeOf(await pretending('old_postgis', '3.2.10', '150000'));
    expect(line).toMatch(/PostGIS 3\.2\.10; at least 3\.3 is needed/);
  });

  test('PostGIS is missing', async () => {
    const line = await outcomeOf(await pretending('no_postgis', null, '150000'));
    expect(line).toMatch(/has no PostGIS/);
  });

  test('a PostGIS of two digits is newer than one of one', async () => {
    const url = await pretending('new_postgis', '3.10.0', '180000');
    const service = await runService({ DATABASE_URL: url });
    await service.end('SIGTERM');
  });

  test('the password is wrong, the database is not there', async () => {
    // Where the server trusts this machine, a wrong user is refused like a wrong password.
    const wrong = databaseUrl((url) =>
      Object.assign(url, { username: `nobody_${name}`, password: 'wrong-secret' }),
    );
    expect(await outcomeOf(wrong)).toMatch(/cannot be reached/);
    const nowhere = databaseUrl((url) => Object.assign(url, { pathname: '/no_such_database' }));
    expect(await outcomeOf(nowhere)).toMatch(/cannot be reached: .*no_such_database/);
  });

  test('nothing listens at any address of the name', async () => {
    expect(await outcomeOf('postgresql://nitaq:secret@localhost:1/nitaq')).toMatch(
      /cannot be reached: .*ECONNREFUSED/,
    );
  });

  test('its user may not make tables', async () => {
    const role = `reader_${name}`;
    const other = `${name}_bare`;
    await sql`create database ${sql.id(other)}`.execute(operator.db);
    await sql.raw(`create role ${role} login password 'reader-secret'`).execute(operator.db);
    const url = databaseUrl((to) =>
      Object.assign(to, { pathname: `/${other}`, username: role, password: 'reader-secret' }),
    );
    expect(await outcomeOf(url)).toMatch(/could not be brought up to date: .*Nothing was changed/);
    const bare = await openServer(
      databaseUrl((to) => Object.assign(to, { pathname: `/${other}` })),
      () => {},
    );
    const { rows } = await sql`select from pg_tables where schemaname = 'public'`.execute(bare.db);
    expect(rows).toEqual([]);
    await bare.close();
    await sql`drop database ${sql.id(other)} with (force)`.execute(operator.db);
    await sql.raw(`drop role ${role}`).execute(operator.db);
  });
});
