import type { MissingVillage, RecordEntry, Village, VillageFound } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

/** In the area, some kilometres from every village. */
const PLACE = [40.6534567, 20.3234567];

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const report = (payload: object, key: string | null = null) =>
  service.app.inject({
    method: 'POST',
    url: `${AREA}/missing-villages`,
    // As the public does: signed in as nobody.
    headers: { cookie: '', ...(key !== null && { 'idempotency-key': key }) },
    payload,
  });
const waiting = async () =>
  (await service.app.inject({ url: `${AREA}/missing-villages` })).json<{ items: MissingVillage[] }>().items;
const waitingAs = async (name: string) => (await waiting()).filter((one) => one.name === name);
const settle = ({ id, version }: MissingVillage, payload: object) =>
  service.app.inject({
    method: 'POST',
    url: `${AREA}/missing-villages/${id}/settlement`,
    headers: { 'if-match': `"${version}"` },
    payload,
  });
const search = async (q: string) =>
  (await service.app.inject({ url: '/api/v1/villages', query: { q } }))
    .json<{ items: VillageFound[] }>()
    .items.map(({ village }) => String(village.id));
const record = async () =>
  (await service.app.inject({ url: `${AREA}/record` })).json<{ items: RecordEntry[] }>().items;
async function reported(name: string, location: readonly number[] | null = PLACE): Promise<MissingVillage> {
  expect((await report({ name, location })).statusCode).toBe(204);
  const [found] = await waitingAs(name);
  if (found === undefined) throw new Error(`${name} does not wait`);
  return found;
}

describe('reporting a village as missing', () => {
  test('takes anybody, says nothing back, and keeps its place to about 100 m', async () => {
    const response = await report({ name: ' قرية الغدير ', location: PLACE, words: 'بعد الوادي' });
    expect([response.statusCode, response.body]).toEqual([204, '']);
    expect(await waiting()).toMatchObject([
      { name: 'قرية الغدير', location: [40.653, 20.323], words: ['بعد الوادي'], reports: 1 },
    ]);
  });

  test('counts reports of one name nearby as one, however they are written and whoever comes first', async () => {
    const again = { name: 'قريه الغدير', location: [40.66, 20.33], words: 'قرب المدرسة' };
    await Promise.all([
      report(again),
      report({ ...again, location: null }),
      report({ name: 'عين الماء', location: null }),
      report({ name: 'عين الماء', location: PLACE }),
    ]);
    const items = await waiting();
    expect(items.map(({ name, reports }) => [name, reports])).toEqual([
      ['قرية الغدير', 3],
      ['عين الماء', 2],
    ]);
    expect(items[0]).toMatchObject({ location: [40.653, 20.323], words: ['بعد الوادي', 'قرب المدرسة'] });
    expect(items[1]?.location).toEqual([40.653, 20.323]);
  });

  test('with the same key counts once, also where both come together', async () => {
    const payload = { name: 'Twice', location: null };
    await Promise.all([report(payload, 'key-1'), report(payload, 'key-1')]);
    await report(payload, 'key-1');
    expect(await waitingAs('Twice')).toMatchObject([{ reports: 1 }]);
    expect(problemCode(await report({ ...payload, name: 'Another' }, 'key-1'))).toBe(
      'idempotency-key-reused',
    );
  });

  test('is refused outside the area, without a name, and with more about somebody than is asked', async () => {
    expect(problemCode(await report({ name: 'Far', location: [10, 50] }))).toBe('location-outside-area');
    expect(problemCode(await report({ name: ' ', location: null }))).toBe('request-invalid');
    const withPhone = { name: 'Wadi', location: null, phone: '0551234567' };
    expect(problemCode(await report(withPhone))).toBe('request-invalid');
  });
});

describe('settling a report', () => {
  test('by adding the village makes one that is found by both names and that plans cover', async () => {
    const before = (await service.app.inject({ url: `${AREA}/villages` })).json<{ items: Village[] }>();
    const missing = await reported('الروضة الجديدة');
    const name = { ar: 'الروضة الجديدة', en: 'Ar Rawḍah al-Jadīdah' };
    const village = { name, centre: 'ghumayqah', location: missing.location };
    expect((await settle(missing, { answer: 'village', village })).statusCode).toBe(204);
    expect(await waitingAs('الروضة الجديدة')).toEqual([]);
    const id = 'ar-rawdah-al-jadidah';
    expect(await search('روضه جديده')).toContain(id);
    expect((await search('Rawda Jadida'))[0]).toBe(id);
    const answer = (await service.app.inject({ url: `/api/v1/coverage?village=${id}` })).json();
    expect(answer).toMatchObject({ village: { id, lon: 40.653, lat: 20.323 } });
    expect(answer.status).not.toBe('unlocated');
    const after = (await service.app.inject({ url: `${AREA}/villages` })).json<{ items: Village[] }>();
    expect(after.items).toHaveLength(before.items.length + 1);
    expect((await record()).at(0)).toMatchObject({
      act: 'village-added',
      role: 'coordinator',
      subject: { kind: 'village', id },
      data: { name, centre: 'ghumayqah' },
    });
  });

  test('by an alias has a known village found by it, also after the next import', async () => {
    const missing = await reported('Zaytoona');
    const settled = await settle(missing, { answer: 'alias', village: 'ghumayqah', name: 'Zaytoona' });
    expect(settled.statusCode).toBe(204);
    expect((await search('zaitouna'))[0]).toBe('ghumayqah');
    expect((await record()).at(0)).toMatchObject({ act: 'village-also-called', data: { text: 'Zaytoona' } });
    const summary = await importArea(service.db, await shippedArea());
    expect(summary.villages).toEqual({ added: 0, changed: 0, unchanged: 33 });
    expect((await search('zaitouna'))[0]).toBe('ghumayqah');
  });

  test('by dismissing it records the reason and nothing of what the public wrote', async () => {
    const missing = await reported('Abu Secret');
    expect((await settle(missing, { answer: 'dismissed', reason: 'A well, not a village' })).statusCode).toBe(
      204,
    );
    const [entry] = await record();
    expect(entry).toMatchObject({
      act: 'missing-village-dismissed',
      data: { text: 'A well, not a village' },
    });
    expect(JSON.stringify(await record())).not.toContain('Secret');
    expect(await waitingAs('Abu Secret')).toEqual([]);
    const again = await settle(missing, { answer: 'dismissed', reason: 'Again' });
    expect([again.statusCode, problemCode(again)]).toEqual([404, 'missing-village-not-found']);
  });

  test('is refused on a report that has grown since, and leaves it where the answer is refused', async () => {
    const missing = await reported('Growing');
    await report({ name: 'Growing', location: PLACE });
    const late = await settle(missing, { answer: 'dismissed', reason: 'No' });
    expect([late.statusCode, problemCode(late)]).toEqual([412, 'changed-since']);
    const [present] = await waitingAs('Growing');
    if (present === undefined) throw new Error('It has gone');
    const alias = { answer: 'alias', village: 'atlantis', name: 'Growing' };
    expect(problemCode(await settle(present, alias))).toBe('village-not-found');
    const name = { ar: 'نامية', en: 'Growing' };
    const far = { answer: 'village', village: { name, centre: null, location: [10, 50] } };
    expect(problemCode(await settle(present, far))).toBe('location-outside-area');
    const centre = { answer: 'village', village: { name, centre: 'al-barid', location: null } };
    expect(problemCode(await settle(present, centre))).toBe('village-centre-unknown');
    expect(await waitingAs('Growing')).toEqual([present]);
  });
});

describe('adding a village', () => {
  const add = (payload: object, key?: string) =>
    service.app.inject({
      method: 'POST',
      url: `${AREA}/villages`,
      payload,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });
  const village = { name: { ar: 'وادي', en: 'Wadi' }, centre: null, location: null };

  test('gives each an id of its own, and with the same key makes nothing new', async () => {
    await service.app.inject({ url: '/api/v1/coverage', query: { village: 'ghumayqah' } });
    const first = await add(village, 'add-1');
    expect([first.statusCode, first.json<Village>().id]).toEqual([201, 'wadi']);
    expect(first.headers.location).toBe(`${AREA}/villages/wadi`);
    expect((await add(village, 'add-1')).json<Village>()).toEqual(first.json());
    // Somebody asked before it was there, so that what is known of the area has to grow by it.
    const { id } = first.json<Village>();
    const answer = await service.app.inject({ url: '/api/v1/coverage', query: { village: id } });
    expect(answer.json()).toMatchObject({ village: { id } });
    const others = await Promise.all([add(village), add(village)]);
    expect(others.map((one) => one.json<Village>().id).toSorted()).toEqual(['wadi-2', 'wadi-3']);
    expect(problemCode(await add({ ...village, centre: 'lith' }, 'add-1'))).toMatch(
      /village-centre-unknown|idempotency-key-reused/,
    );
  });
});

test('one address reports not without end', async () => {
  const payload = { name: 'Too often', location: null };
  const answers = [];
  for (let asked = 0; asked <= 20; asked++) answers.push(await report(payload));
  const refused = answers.at(-1);
  if (refused === undefined) throw new Error('Nothing was asked');
  expect([refused.statusCode, problemCode(refused)]).toEqual([429, 'too-many-requests']);
  expect(refused.headers).toMatchObject({ 'ratelimit-limit': '20', 'ratelimit-remaining': '0' });
});
