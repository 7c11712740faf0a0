import type { AreaId, CoverageReport, Person, RecordEntry } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import { join } from '../support/people.ts';
import { AREA, getPlan, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const page = async (query = '') => {
  const response = await service.app.inject({ url: `${AREA}/record${query}` });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: RecordEntry[]; next: string | null }>();
};
/** The association whose coordinator asks: the first of the area. */
const OWN = 'lith';
/** The villages that an association alone covers in the plan in force. */
async function coveredBy(association: string): Promise<string[]> {
  const { villages } = (await service.app.inject(`${AREA}/plans/in-force/coverage`)).json<CoverageReport>();
  return villages.filter(({ associations }) => String(associations) === association).map(({ id }) => id);
}
const lastNumber = async () => (await page('?limit=1')).items[0]?.number ?? 0;

describe('what is done to a draft is recorded, each act once and in its order:', () => {
  test('it is made, drawn on, reasoned about, renamed and deleted', async () => {
    const before = await lastNumber();
    const { id } = await makeDraft(service.app);
    await putTerritory(service.app, { plan: id, body: square() });
    await service.app.inject({
      method: 'POST',
      url: `${AREA}/plans/${id}/reasons`,
      payload: { line: [[40.5, 20.3]], associations: ['lith'], text: 'وادي' },
    });
    const url = `${AREA}/plans/${id}`;
    const headers = { 'if-match': '*' };
    await service.app.inject({ method: 'PATCH', url, payload: { title: 'Renamed' }, headers });
    await service.app.inject({ method: 'DELETE', url, headers });
    const { items, next } = await page(`?kind=plan&id=${id}`);
    expect(items.map(({ act, number }) => [act, number - before])).toEqual([
      ['draft-deleted', 5],
      ['draft-renamed', 4],
      ['reason-added', 3],
      ['territories-saved', 2],
      ['draft-created', 1],
    ]);
    expect(next).toBeNull();
    for (const { person, role } of items) expect([typeof person, role]).toEqual(['string', 'coordinator']);
    expect(items[3]?.data).toEqual({
      version: 2,
      territories: { lith: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await lastNumber()).toBe(before + 5);
  });

  test('a village and a seat are put elsewhere', async () => {
    const put = (url: string) =>
      service.app.inject({
        method: 'PUT',
        url: `${AREA}/${url}/location`,
        payload: { location: [40.3, 20.2] },
        headers: { 'if-match': '*' },
      });
    expect((await put('villages/saya')).statusCode).toBe(200);
    const { items } = await page('?limit=1');
    expect(items).toMatchObject([
      { act: 'village-located', subject: { kind: 'village', id: 'saya' }, data: { location: [40.3, 20.2] } },
    ]);
  });

  test('need is counted and shared, a capacity is stated: all that without a count', async () => {
    const before = await lastNumber();
    const put = (url: string, payload: object) =>
      service.app.inject({ method: 'PUT', url: `${AREA}/${url}`, payload, headers: { 'if-match': '*' } });
    const counts = { round: '2026-11', orphans: 3, widows: 4, families: 2 };
    expect((await put('villages/al-wasqah/need', counts)).statusCode).toBe(403);
    expect(await lastNumber()).toBe(before);
    const [village = ''] = await coveredBy(OWN);
    expect((await put(`villages/${village}/need`, counts)).statusCode).toBe(204);
    expect((await put('need/shares/wasqah', { until: '2999-01-01T00:00:00Z' })).statusCode).toBe(204);
    expect((await put('need/shares/wasqah', { until: null })).statusCode).toBe(204);
    expect((await put(`associations/${OWN}/capacity`, { capacity: 17 })).statusCode).toBe(200);
    const { items } = await page('?limit=4');
    expect(items.map(({ act, subject, data }) => [act, subject.id, data])).toEqual([
      ['capacity-stated', OWN, {}],
      ['need-share-ended', OWN, { reader: 'wasqah' }],
      ['need-shared', OWN, { reader: 'wasqah', until: '2999-01-01T00:00:00.000Z' }],
      ['need-counted', village, { round: '2026-11' }],
    ]);
    for (const { person, role } of items) expect([typeof person, role]).toEqual(['string', 'coordinator']);
  });

  test('somebody is invited, takes the role and loses it again: all that without their name or address', async () => {
    const before = await lastNumber();
    const cookie = await join(service.app, service.db, 'al-lith' as AreaId, {
      role: 'observer',
      association: null,
    });
    const { person } = (await service.app.inject({ url: '/api/v1/session', headers: { cookie } })).json<{
      person: Person;
    }>();
    const url = `${AREA}/people/${person.id}`;
    expect((await service.app.inject({ method: 'DELETE', url, headers: { cookie } })).statusCode).toBe(204);
    const items = (await page('?limit=3')).items.toReversed();
    expect(items.map(({ act, subject, data }) => [act, subject.kind, data])).toEqual([
      ['person-invited', 'area', { invitation: expect.any(String), role: 'observer', association: null }],
      ['role-given', 'person', { role: 'observer', association: null }],
      ['role-taken', 'person', { role: 'observer', association: null }],
    ]);
    expect(JSON.stringify(items)).not.toContain(person.name);
    expect(await lastNumber()).toBe(before + 3);
  });

  test('but not what is refused, and not what is only asked', async () => {
    const { id } = await makeDraft(service.app);
    const before = await lastNumber();
    await putTerritory(service.app, { plan: id, body: square(), ifMatch: '"9"' });
    await putTerritory(service.app, { plan: 'opening-claims', body: square() });
    await getPlan(service.app, id);
    expect(await lastNumber()).toBe(before);
  });

  test('and what was imported, with the hash of each plan', async () => {
    const { items } = await page('?limit=500');
    const imported = items.filter(({ act }) => act.endsWith('-imported')).toReversed();
    expect(imported.map(({ act, subject }) => [act, subject.id])).toEqual([
      ['plan-imported', 'opening-claims'],
      ['plan-imported', 'draft-whole'],
      ['area-imported', 'al-lith'],
    ]);
    expect(imported[0]?.data).toMatchObject({ contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('the record', () => {
  test('is read page by page, each entry once, the newest first', async () => {
    const all = (await page('?limit=500')).items;
    const paged: RecordEntry[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, next }: { items: RecordEntry[]; next: string | null } = await page(
        `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...items);
      cursor = next;
    }
    expect(paged).toEqual(all);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, i) => all.length - i));
    for (const [i, { previousHash }] of all.entries()) expect(previousHash).toBe(all[i + 1]?.hash ?? null);
  });

  test('ends with a page that is exactly full', async () => {
    const { length } = (await page('?limit=500')).items;
    expect((await page(`?limit=${length}`)).next).toBeNull();
    expect((await page(`?limit=${length - 1}`)).next).not.toBeNull();
  });

  test('of no area, or at a cursor that is none, is a problem', async () => {
    const elsewhere = await service.app.inject({ url: '/api/v1/areas/atlantis/record' });
    expect(problemCode(elsewhere)).toBe('area-not-found');
    expect(problemCode(await service.app.inject({ url: `${AREA}/record?cursor=x` }))).toBe('cursor-invalid');
  });

  test('has no gap and no fork when many write at once, and nothing of what is undone', async () => {
    const before = await lastNumber();
    const undone = inTransaction(service.db, async (db) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('record al-lith', 0))`.execute(db);
      throw new Error('undone');
    });
    await Promise.all([
      ...Array.from({ length: 8 }, () => makeDraft(service.app)),
      expect(undone).rejects.toThrow('undone'),
    ]);
    expect(await lastNumber()).toBe(before + 8);
    expect(await verifyRecord(service.db)).toMatchObject([
      { area: 'al-lith', isWhole: true, entries: before + 8 },
    ]);
  });
});

describe('nobody changes what is recorded, whoever asks the database:', () => {
  const forged = (number: string, previous: string) => `
    insert into record_entry select area_id, ${number}, now(), null, null, act, subject_kind, subject_id, data,
      ${previous}, hash from record_entry where number = 1`;
  const next = '(select max(number) + 1 from record_entry)';
  test.for([
    ['it is not changed', `update record_entry set data = '{}' where number = 1`],
    ['nor touched', 'update record_entry set number = number'],
    ['nor removed', 'delete from record_entry where number = 1'],
    ['nor emptied', 'truncate record_entry'],
    ['nor continued after a gap', forged('1000', `''`)],
    ['nor from another entry than the last', forged(next, `repeat('0', 64)`)],
    ['nor begun again', forged('1', `''`)],
  ] as const)('%s', async ([, statement]) => {
    const all = () => sql`select * from record_entry order by area_id, number`.execute(service.db);
    const before = (await all()).rows;
    await expect(sql.raw(statement).execute(service.db)).rejects.toMatchObject({ code: 'NT003' });
    expect((await all()).rows).toEqual(before);
  });
});

describe('verifying finds the first entry that is not as it was written:', () => {
  afterEach(async () => {
    await sql`alter table record_entry enable trigger all`.execute(service.db);
  });

  test.for([
    [
      'of whom another act is told',
      `update record_entry set act = 'draft-created' where number = 3`,
      3,
      'changed',
    ],
    ['whose data is another', `update record_entry set data = '{}' where number = 2`, 2, 'changed'],
    [
      'that is dated back',
      `update record_entry set happened_at = '2001-01-01' where number = 3`,
      3,
      'changed',
    ],
    ['that is not there', 'delete from record_entry where number = 4', 4, 'missing'],
    [
      'that stands after one which was written anew',
      `update record_entry set hash = repeat('0', 64) where number = 3`,
      3,
      'changed',
    ],
  ] as const)('%s', async ([, statement, entry, fault]) => {
    await sql`alter table record_entry disable trigger all`.execute(service.db);
    const verdicts = inTransaction(service.db, async (db) => {
      await sql.raw(statement).execute(db);
      expect(await verifyRecord(db)).toEqual([{ area: 'al-lith', isWhole: false, entry, fault }]);
      throw new Error('put back');
    });
    await expect(verdicts).rejects.toThrow('put back');
    expect(await verifyRecord(service.db)).toMatchObject([{ isWhole: true }]);
  });
});
