import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { type OpenDatabase, openServer } from '../../src/database/open-database.ts';
import { importArea } from '../../src/services/import-area.ts';
import { addSomethingOfAll, PEOPLE_OF_THE_AREA, reaches } from '../support/row-security.ts';
import { ACTS_ACROSS, SOMETHING_JOINT, whoReaches } from '../support/row-security-across-areas.ts';
import { ACTS } from '../support/row-security-acts.ts';
import { MEETING_ACTS, SOMETHING_OF_MEETINGS } from '../support/row-security-meetings.ts';
import { REPORT_ACTS, SOMETHING_OF_REPORTS } from '../support/row-security-reports.ts';
import { shippedArea } from '../support/test-service.ts';

const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
let admin: OpenDatabase;
/** As a user who owns the database and may make no roles. */
let owner: OpenDatabase;

beforeAll(async () => {
  const base = process.env.TEST_DATABASE_URL ?? '';
  admin = await openServer(base, () => {});
  await sql`create role ${sql.id(name)} login password 'secret'`.execute(admin.db);
  await sql`create database ${sql.id(name)} owner ${sql.id(name)}`.execute(admin.db);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const asAdmin = await openServer(url.href, () => {});
  await sql`create extension postgis`.execute(asAdmin.db);
  await sql`create extension btree_gist`.execute(asAdmin.db);
  await asAdmin.close();
  owner = await openServer(Object.assign(url, { username: name, password: 'secret' }).href, () => {});
  await migrate(owner.db);
  await importArea(owner.db, await shippedArea());
  await addSomethingOfAll(owner.db);
  for (const statement of [...SOMETHING_OF_MEETINGS, ...SOMETHING_OF_REPORTS])
    await sql.raw(statement).execute(owner.db);
});
afterAll(async () => {
  await owner.close();
  await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db);
  await sql`drop role ${sql.id(name)}`.execute(admin.db);
  await admin.close();
});

test('where no role can be made the owner of the tables is bound by the policies itself', async () => {
  const { rows } = await sql`select rolname from pg_roles where rolname = ${`${name}_people`}`.execute(
    owner.db,
  );
  expect(rows).toEqual([]);
});

test.for(Object.entries(PEOPLE_OF_THE_AREA))(
  'and %s reads and changes what the rights say',
  async ([, who]) => {
    const acts = [...ACTS, ...MEETING_ACTS, ...REPORT_ACTS];
    const reached = await Promise.all(
      acts.map(async (act) => [act.what, await reaches(owner.db, who, act)] as const),
    );
    expect(Object.fromEntries(reached)).toEqual(
      Object.fromEntries(acts.map(({ what, may }) => [what, may(who)])),
    );
  },
);

test('and people of other areas that take part in an initiative read and change what they may there', async () => {
  for (const statement of SOMETHING_JOINT) await sql.raw(statement).execute(owner.db);
  for (const [what, statement, may] of ACTS_ACROSS)
    expect([what, await whoReaches(owner.db, what, statement)]).toEqual([what, may]);
});
