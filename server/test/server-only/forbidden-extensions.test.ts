import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { runService, runUntilItEnds } from '../support/run-service.ts';

const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
let admin: OpenDatabase;
/** The address of a database for a role that owns it and is nothing more. */
let url: URL;

beforeAll(async () => {
  const base = process.env.TEST_DATABASE_URL ?? '';
  admin = await openServer(base, () => {});
  await sql`create role ${sql.id(name)} login password 'secret'`.execute(admin.db);
  await sql`create database ${sql.id(name)} owner ${sql.id(name)}`.execute(admin.db);
  url = new URL(base);
  Object.assign(url, { username: name, password: 'secret', pathname: `/${name}` });
});
afterAll(async () => {
  await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db);
  await sql`drop role ${sql.id(name)}`.execute(admin.db);
  await admin.close();
});

/** The statements between a colon and the end of the line. */
const statementsIn = (line: string) => /: (create extension .*;)$/.exec(line.trim())?.[1] ?? '';

test('a role that may not add extensions is told what an administrator has to run, and that is all it takes', async () => {
  const refused = await runUntilItEnds({ DATABASE_URL: url.href });
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr.trim().split('\n'), refused.stderr).toHaveLength(1);
  expect(refused.stderr).toMatch(/may not add extensions.*administrator/);
  const statements = statementsIn(refused.stderr);
  expect(statements).toBe(
    'create extension if not exists postgis; create extension if not exists btree_gist; create extension if not exists pg_trgm;',
  );
  const arabic = await runUntilItEnds({ DATABASE_URL: url.href, LANG: 'ar' });
  expect(statementsIn(arabic.stderr)).toBe(statements);

  const asAdmin = new URL(process.env.TEST_DATABASE_URL ?? '');
  asAdmin.pathname = url.pathname;
  const inDatabase = await openServer(asAdmin.href, () => {});
  for (const statement of statements.split(';').filter((one) => one.trim() !== '')) {
    await sql.raw(statement).execute(inDatabase.db);
  }
  await inDatabase.close();
  const service = await runService({ DATABASE_URL: url.href });
  expect((await fetch(`${service.address}/health/ready`)).status).toBe(200);
  await service.end('SIGTERM');
});
