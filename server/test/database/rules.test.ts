import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { makeDraft } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

/** The code with which the database refuses a statement. */
async function refusal(statement: string): Promise<{ code: unknown; constraint: unknown }> {
  const outcome: object = await sql
    .raw(statement)
    .execute(service.db)
    .catch((error: Error) => error);
  return { code: Reflect.get(outcome, 'code'), constraint: Reflect.get(outcome, 'constraint') };
}

const EXCLUSION = '23P01';
const CHECK = '23514';
const UNIQUE = '23505';
const NO_LONGER_A_DRAFT = 'NT001';
const IS_KEPT = 'NT005';

describe('two plans of an area are never in force at the same instant:', () => {
  const insert = (id: string, number: number, period: string) =>
    `insert into plan (area_id, plan_id, number, title_ar, title_en, state, in_force_from, in_force_to)
     values ('al-lith', '${id}', ${number}, 'أ', 'A', ${period})`;

  test.for([
    ['from the same day on', `'in-force', '2026-10-31T21:00Z', null`],
    ['while the other is', `'in-force', '2027-01-01', null`],
    ['from before the other', `'in-force', '2026-01-01', null`],
    ['until a millisecond after the other began', `'superseded', '2026-01-01', '2026-10-31T21:00:00.001Z'`],
    ['for a while within the other', `'superseded', '2026-12-01', '2026-12-02'`],
  ] as const)('%s', async ([, period]) => {
    expect(await refusal(insert('second', 77, period))).toEqual({
      code: EXCLUSION,
      constraint: 'plan_one_in_force',
    });
  });

  test('one may end at the instant at which the other begins', async () => {
    await sql
      .raw(insert('before', 78, `'superseded', '2026-01-01', '2026-10-31T21:00Z'`))
      .execute(service.db);
  });

  test('an area of its own may have its own', async () => {
    await sql
      .raw(`insert into area (area_id, name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2)
        select 'other', name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2 from area`)
      .execute(service.db);
    await sql
      .raw(insert('first', 1, `'in-force', '2026-10-31T21:00Z', null`).replace('al-lith', 'other'))
      .execute(service.db);
  });

  test.for([
    ['in force without a beginning', `'in-force', null, null`],
    ['in force with an end', `'in-force', '2025-01-01', '2025-02-01'`],
    ['superseded without an end', `'superseded', '2025-01-01', null`],
    ['superseded before it began', `'superseded', '2025-02-01', '2025-01-01'`],
    ['a draft with a beginning', `'draft', '2025-02-01', null`],
  ] as const)('and no plan is %s', async ([, period]) => {
    expect(await refusal(insert('second', 77, period))).toEqual({
      code: CHECK,
      constraint: 'plan_in_force_period',
    });
  });

  test('and no two plans have the same number, and none the name of the alias', async () => {
    expect(await refusal(insert('second', 1, `'draft', null, null`))).toMatchObject({ code: UNIQUE });
    expect(await refusal(insert('in-force', 79, `'draft', null, null`))).toMatchObject({ code: CHECK });
  });
});

describe('the territories of a plan in force stay as they were signed, whoever asks the database:', () => {
  const mine = `area_id = 'al-lith' and plan_id = 'opening-claims'`;
  test.for([
    ['changed', `update territory set boundary = null where ${mine} and association_id = 'lith'`],
    ['touched', `update territory set version = version where ${mine}`],
    ['removed', `delete from territory where ${mine} and association_id = 'lith'`],
    ['all removed', 'truncate territory'],
    ['all removed with their plan', 'truncate plan cascade'],
    [
      'moved to a draft',
      `with gone as (delete from territory where plan_id = 'draft-whole' and association_id = 'lith')
       update territory set plan_id = 'draft-whole' where ${mine} and association_id = 'lith'`,
    ],
    [
      'moved in from a draft',
      `update territory set plan_id = 'opening-claims' where plan_id = 'draft-whole'`,
    ],
    [
      'joined by another',
      `with extra as (
         insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour)
         values ('al-lith', 'extra', 'أ', 'A', 'أ', 'A', 9))
       insert into territory (area_id, plan_id, association_id) values ('al-lith', 'opening-claims', 'extra')`,
    ],
    ['removed with their plan', `delete from plan where ${mine}`],
  ] as const)('they are not %s', async ([what, statement]) => {
    const all = () => sql`select * from territory order by 1, 2, 3`.execute(service.db);
    const before = (await all()).rows;
    const { code } = await refusal(statement);
    expect(code).toBe(what === 'removed with their plan' ? IS_KEPT : NO_LONGER_A_DRAFT);
    expect((await all()).rows).toEqual(before);
  });

  test('those of a draft may be changed and removed', async () => {
    const { id } = await makeDraft(service.app);
    const ofDraft = sql`area_id = 'al-lith' and plan_id = ${id}`;
    await sql`update territory set boundary = null where ${ofDraft}`.execute(service.db);
    await sql`delete from territory where ${ofDraft}`.execute(service.db);
    await sql`delete from plan where ${ofDraft}`.execute(service.db);
  });
});

describe('what no form can hold is refused by the database itself:', () => {
  const draw = (text: string) =>
    `update territory set boundary = ST_GeomFromText('${text}', 4326) where plan_id = 'draft-whole' and association_id = 'lith'`;
  test.for([
    ['a territory that crosses itself', draw('MULTIPOLYGON(((40 20, 41 21, 41 20, 40 21, 40 20)))'), CHECK],
    ['an empty territory', draw('MULTIPOLYGON EMPTY'), CHECK],
    ['a territory of another kind', draw('POINT(40 20)'), '22023'],
    ['a territory of another reference system', draw('MULTIPOLYGON EMPTY').replace('4326', '3857'), '22023'],
    ['an id with capitals', `update village set village_id = 'Saya' where village_id = 'saya'`, CHECK],
    ['a village of no area', `update village set area_id = 'atlantis' where village_id = 'saya'`, '23503'],
    [
      'a plan on a plan of another area',
      `insert into plan (area_id, plan_id, number, title_ar, title_en, state, base_plan_id)
      values ('other', 'x', 9, 'أ', 'A', 'draft', 'draft-whole')`,
      '23503',
    ],
  ] as const)('%s', async ([, statement, code]) => {
    expect((await refusal(statement)).code).toBe(code);
  });
});

test('a transaction is stored as a whole or not at all', async () => {
  const countPlans = async () => (await sql`select plan_id from plan`.execute(service.db)).rows.length;
  const before = await countPlans();
  const half = inTransaction(service.db, async (db) => {
    await sql`update plan set title_en = 'half' where plan_id = 'draft-whole'`.execute(db);
    await sql`insert into plan (area_id, plan_id, number, title_ar, title_en, state)
      values ('al-lith', 'half', 99, 'أ', 'A', 'draft')`.execute(db);
    throw new Error('changed my mind');
  });
  await expect(half).rejects.toThrow('changed my mind');
  expect(await countPlans()).toBe(before);
  const { rows } = await sql`select title_en from plan where title_en = 'half'`.execute(service.db);
  expect(rows).toEqual([]);
});

test('ids are sorted by their bytes, whatever language the server sorts in', async () => {
  const { rows } = await sql<{
    id: string;
  }>`select village_id as id from village order by village_id`.execute(service.db);
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
});
