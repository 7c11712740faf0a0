import type { MissingVillage, Plan } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/routes/context.ts';
import { importArea } from '../../src/services/import-area.ts';
import { listen, type OpenStream, openStream } from '../support/event-stream.ts';
import { AREA, getPlan, makeDraft, problemCode, problemIn, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let app: App;
let address: string;
const opened: OpenStream[] = [];

beforeAll(async () => {
  service = await startTestService();
  app = service.app;
  address = await listen(app);
});
afterEach(async () => {
  for (const stream of opened.splice(0)) {
    stream.close();
    await stream.ended;
  }
});
afterAll(() => service.close());

async function open(options: Parameters<typeof openStream>[1] = {}): Promise<OpenStream> {
  const stream = await openStream(address, options);
  opened.push(stream);
  return stream;
}
const headers = { 'x-client-id': 'tab-1' };
const patch = (plan: string, territories: object[]) =>
  app.inject({
    method: 'PATCH',
    url: `${AREA}/plans/${plan}/territories`,
    payload: { territories },
    headers,
  });
const rename = (plan: string, ifMatch = '*') =>
  app.inject({
    method: 'PATCH',
    url: `${AREA}/plans/${plan}`,
    payload: { title: 'Renamed' },
    headers: { ...headers, 'if-match': ifMatch },
  });
const remove = (plan: string) =>
  app.inject({ method: 'DELETE', url: `${AREA}/plans/${plan}`, headers: { ...headers, 'if-match': '*' } });
const told = (stream: OpenStream) => stream.events.map(({ event, data }) => ({ event, data }));

describe('what is saved is told', () => {
  test('of territories: once for each write, with the versions and who it was', async () => {
    const { id: plan } = await makeDraft(app);
    const stream = await open();
    await putTerritory(app, { plan, body: square() });
    await patch(plan, [
      { association: 'lith', version: 2, geometry: null },
      { association: 'afaf', version: 1, geometry: square() },
    ]);
    await stream.received(2);
    expect(told(stream)).toEqual([
      {
        event: 'territories',
        data: { area: 'al-lith', plan, version: 2, associations: [{ id: 'lith', version: 2 }], client: null },
      },
      {
        event: 'territories',
        data: {
          area: 'al-lith',
          plan,
          version: 3,
          associations: [
            { id: 'lith', version: 3 },
            { id: 'afaf', version: 2 },
          ],
          client: 'tab-1',
        },
      },
    ]);
  });

  test('of plans: made, renamed, put on another base, deleted', async () => {
    const stream = await open();
    const first = await makeDraft(app);
    const second = await makeDraft(app, first.id);
    await rename(first.id);
    await remove(first.id);
    await stream.received(5);
    const data = { area: 'al-lith', client: 'tab-1' };
    expect(told(stream).map((event) => event.data)).toEqual([
      { ...data, plan: first.id, change: 'created', version: 1, client: null },
      { ...data, plan: second.id, change: 'created', version: 1, client: null },
      { ...data, plan: first.id, change: 'changed', version: 2 },
      { ...data, plan: second.id, change: 'changed', version: 2 },
      { ...data, plan: first.id, change: 'deleted', version: 2 },
    ]);
    expect(new Set(stream.events.map(({ event }) => event))).toEqual(new Set(['plan']));
  });

  test('of places: villages and seats', async () => {
    const stream = await open();
    for (const place of ['villages/saya', 'associations/lith/seat']) {
      await app.inject({
        method: 'PUT',
        url: `${AREA}/${place}/location`,
        payload: { location: [40.5, 20.3] },
        headers: { ...headers, 'if-match': '*' },
      });
    }
    await stream.received(2);
    expect(told(stream)).toEqual([
      {
        event: 'place',
        data: { area: 'al-lith', kind: 'village', id: 'saya', version: 2, client: 'tab-1' },
      },
      { event: 'place', data: { area: 'al-lith', kind: 'seat', id: 'lith', version: 2, client: 'tab-1' } },
    ]);
  });

  test('of need that is counted or shared: never a count', async () => {
    const stream = await open();
    const headers = { 'x-client-id': 'tab-1' };
    const payload = { round: '2026-11', orphans: 3, widows: 4, families: 2 };
    // Covered by `lith` alone, whose coordinator asks.
    const counted = `${AREA}/villages/al-ghalah/need`;
    expect((await service.app.inject({ method: 'PUT', url: counted, headers, payload })).statusCode).toBe(
      204,
    );
    const shared = { url: `${AREA}/need/shares/wasqah`, payload: { until: null } };
    expect((await service.app.inject({ method: 'PUT', headers, ...shared })).statusCode).toBe(204);
    await stream.received(2);
    expect(told(stream)).toEqual([
      { event: 'need', data: { area: 'al-lith', change: 'counted', village: 'al-ghalah', client: 'tab-1' } },
      { event: 'need', data: { area: 'al-lith', change: 'shared', village: null, client: 'tab-1' } },
    ]);
  });

  test('of villages that are missing: that one was reported or settled, and nothing of what was written', async () => {
    const stream = await open();
    const missing = `${AREA}/missing-villages`;
    const payload = { name: 'Abu Told', location: null, words: 'Behind the hill' };
    // As the public does: signed in as nobody.
    const asNobody = { cookie: '', 'idempotency-key': 'told' };
    await app.inject({ method: 'POST', url: missing, headers: asNobody, payload });
    await app.inject({ method: 'POST', url: missing, headers: asNobody, payload });
    const [one] = (await app.inject({ url: missing })).json<{ items: MissingVillage[] }>().items;
    await app.inject({
      method: 'POST',
      url: `${missing}/${one?.id}/settlement`,
      headers: { ...headers, 'if-match': '*' },
      payload: { answer: 'dismissed', reason: 'A well' },
    });
    await stream.received(2);
    expect(told(stream)).toEqual([
      { event: 'missing-village', data: { area: 'al-lith', client: null } },
      { event: 'missing-village', data: { area: 'al-lith', client: 'tab-1' } },
    ]);
  });

  test('of an import that changed something, as a reset; of one that did not, not at all', async () => {
    const folder = await shippedArea();
    const stream = await open();
    await importArea(service.db, folder);
    const area = { ...folder.area, name: { ar: 'الليث', en: 'Al-Lith renamed' } };
    await importArea(service.db, { ...folder, area });
    await stream.received(1);
    await importArea(service.db, folder);
    await stream.received(2);
    expect(told(stream)).toEqual([
      { event: 'reset', data: { area: 'al-lith' } },
      { event: 'reset', data: { area: 'al-lith' } },
    ]);
  });

  test('and nothing is told of what was refused, repeated or only read', async () => {
    const { id: plan } = await makeDraft(app);
    const stream = await open();
    await putTerritory(app, { plan, body: square(), ifMatch: '"7"' });
    await putTerritory(app, { plan, body: square(10, 50) });
    await patch(plan, [
      { association: 'lith', version: 1, geometry: null },
      { association: 'afaf', version: 9, geometry: null },
    ]);
    await rename(plan, '"7"');
    await remove('opening-claims');
    await app.inject({ url: `${AREA}/plans` });
    const create = { method: 'POST', url: `${AREA}/plans`, payload: { title: 'Once' } } as const;
    const made = await app.inject({ ...create, headers: { 'idempotency-key': 'told-once' } });
    await app.inject({ ...create, headers: { 'idempotency-key': 'told-once' } });
    await rename(plan);
    await stream.received(2);
    expect(stream.events.map(({ data }) => [data.plan, data.change])).toEqual([
      [made.json<Plan>().id, 'created'],
      [plan, 'changed'],
    ]);
  });
});

describe('a stream', () => {
  test('is neither compressed nor kept by anyone, and tells at once where it begins', async () => {
    const stream = await open();
    const { status, headers: received } = stream.response;
    expect(status).toBe(200);
    expect(received.get('content-type')).toBe('text/event-stream');
    expect(received.get('cache-control')).toBe('no-store, no-transform');
    expect(received.get('x-accel-buffering')).toBe('no');
    for (const absent of ['content-encoding', 'etag', 'content-length'])
      expect(received.get(absent)).toBeNull();
    expect(received.get('x-content-type-options')).toBe('nosniff');
    while (stream.lastEventId() === undefined) await new Promise(setImmediate);
    expect(stream.text()).toMatch(/^retry: 3000\n\nid: [0-9a-f]{12}-\d+\n\n$/);
  });

  test('goes on where it was broken off: nothing twice, nothing left out, in order', async () => {
    const { id: plan } = await makeDraft(app);
    const first = await open();
    await rename(plan);
    await first.received(1);
    first.close();
    for (let i = 0; i < 130; i++) await rename(plan);
    const second = await open({ lastEventId: first.lastEventId() });
    const during = Array.from({ length: 20 }, () => rename(plan));
    await second.received(150);
    await Promise.all(during);
    expect(second.events.map(({ data }) => data.version)).toEqual(
      Array.from({ length: 150 }, (_, i) => i + 3),
    );
    expect((await getPlan(app, plan)).version).toBe(152);
  });

  test('goes on from its beginning too, when it broke off before the first event', async () => {
    const { id: plan } = await makeDraft(app);
    const first = await open();
    while (first.lastEventId() === undefined) await new Promise(setImmediate);
    first.close();
    await rename(plan);
    const second = await open({ lastEventId: first.lastEventId() });
    expect((await second.received(1))[0]?.data).toMatchObject({ plan, version: 2 });
  });

  test('that many readers open while others write tells each of them all that comes after', async () => {
    const { id: plan } = await makeDraft(app);
    const start = await open();
    while (start.lastEventId() === undefined) await new Promise(setImmediate);
    const lastEventId = start.lastEventId();
    const writing = (async () => {
      for (let i = 0; i < 60; i++) await rename(plan);
    })();
    const readers: OpenStream[] = [];
    for (let i = 0; i < 12; i++) readers.push(await open({ lastEventId }));
    await writing;
    for (const reader of readers) {
      const events = await reader.received(60);
      expect(events.map(({ data }) => data.version)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
    }
  });

  test('is of one area alone', async () => {
    await sql
      .raw(`insert into area (area_id, name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2)
        select 'other', name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2 from area`)
      .execute(service.db);
    await sql`insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour)
      select 'other', association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour from association`.execute(
      service.db,
    );
    await sql`insert into membership (area_id, person_id, role, association_id)
      select 'other', person_id, role, association_id from membership`.execute(service.db);
    const other = await open({ query: 'area=other' });
    const payload = { title: 'Here' };
    await makeDraft(app);
    await app.inject({ method: 'POST', url: '/api/v1/areas/other/plans', payload });
    await other.received(1);
    expect(other.events[0]?.id).toMatch(/-1$/);
    expect(other.events[0]?.data).toMatchObject({ area: 'other', change: 'created' });
  });
});

describe('a reader that cannot go on is told to load afresh, and then follows:', () => {
  const past = async () => {
    const stream = await open();
    while (stream.lastEventId() === undefined) await new Promise(setImmediate);
    return String(stream.lastEventId());
  };
  test.for([
    ['an id of a log that is gone', (id: string) => id.replace(/^.{12}/, '0'.repeat(12))],
    ['an id to come', (id: string) => `${id}0`],
    ['an id that is none', () => 'abc'],
    ['a number alone', () => '1'],
    ['a number written otherwise', (id: string) => id.replace('-', '-0')],
  ] as const)('%s', async ([, idOf]) => {
    const { id: plan } = await makeDraft(app);
    const present = await past();
    const stream = await open({ lastEventId: idOf(present) });
    const [reset] = await stream.received(1);
    expect(reset).toEqual({ id: present, event: 'reset', data: { area: 'al-lith' } });
    await rename(plan);
    expect((await stream.received(2))[1]).toMatchObject({ event: 'plan', data: { plan, version: 2 } });
  });

  test('an event older than the 10,000 that are kept', async () => {
    const { id: plan } = await makeDraft(app);
    const before = await past();
    await rename(plan);
    const within = await past();
    // As if so many events had been told; the next one takes away what is too old.
    await sql`with log as (update event_log set last_number = last_number + 9999 where area_id = 'al-lith'
        returning last_number)
      insert into event (area_id, number, kind, data)
      select 'al-lith', number, 'reset', '{"area":"al-lith"}'
      from log, generate_series(last_number - 9998, last_number) as number`.execute(service.db);
    await rename(plan);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from event
      where area_id = 'al-lith'`.execute(service.db);
    expect(rows).toEqual([{ count: 10_000 }]);
    const kept = await open({ lastEventId: within });
    await kept.received(10_000);
    expect(kept.events.at(-1)?.data).toMatchObject({ plan, version: 3 });
    const old = await open({ lastEventId: before });
    expect((await old.received(1))[0]).toMatchObject({ id: within, event: 'reset' });
    await old.received(10_001);
    expect(old.lastEventId()).toBe(kept.lastEventId());
  });
});

describe('a stream is refused', () => {
  const get = (query: string, more: Record<string, string> = {}) =>
    app.inject({ url: `/api/v1/events${query}`, headers: more });
  test.for([
    ['without an area', '', 403, 'not-allowed'],
    ['of an area that there is not', '?area=atlantis', 404, 'area-not-found'],
    ['with an id that is none', '?area=A%20B', 404, 'area-not-found'],
    ['with a client that is none', '?area=al-lith&client=a%20b', 400, 'request-invalid'],
    ['with a parameter that it does not know', '?area=al-lith&plan=x', 400, 'request-invalid'],
  ] as const)('%s', async ([, query, status, code]) => {
    const response = await get(query);
    expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
  });

  test('with an endless Last-Event-ID', async () => {
    const response = await get('?area=al-lith', { 'last-event-id': 'x'.repeat(101) });
    expect(problemIn(response)).toMatchObject({ errors: [{ pointer: '/headers/last-event-id' }] });
  });

  test('to HEAD, which would wait for ever', async () => {
    const response = await app.inject({ method: 'HEAD', url: '/api/v1/events?area=al-lith' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET']);
  });
});

test('what happened is never rewritten, whoever asks the database', async () => {
  const rewriting = sql`update event set kind = 'reset' where area_id = 'al-lith'`.execute(service.db);
  await expect(rewriting).rejects.toMatchObject({ code: 'NT002' });
});
