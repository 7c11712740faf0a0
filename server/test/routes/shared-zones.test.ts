import type { CoverageReport, PlanZone } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, openStream } from '../support/event-stream.ts';
import { AREA, makeDraft, problemCode, problemIn, putTerritory } from '../support/requests.ts';
import { square, WEST } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now });
});
afterAll(() => service.close());

// Lith has the square from WEST on, Afaf the one from half of it on: the half in the middle is of both.
const BODY = {
  geometry: square(WEST + 0.05, 20.25, 0.1),
  lead: 'lith',
  partners: ['afaf'],
  services: ['سلال غذائية', 'Winter clothes'],
  endsOn: '2027-03-01',
};
const BOW = [
  [40.5, 20.25],
  [40.6, 20.35],
  [40.6, 20.25],
  [40.5, 20.35],
  [40.5, 20.25],
];
const UNKNOWN = 'b0a7c0de-0000-4000-8000-000000000000';

const zonesAt = (plan: string) => `${AREA}/plans/${plan}/shared-zones`;
const agree = (plan: string, body: object = BODY, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: zonesAt(plan), payload: body, headers });
const change = (plan: string, zone: string, body: object, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'PUT',
    url: `${zonesAt(plan)}/${zone}`,
    payload: body,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const remove = (plan: string, zone: string, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'DELETE',
    url: `${zonesAt(plan)}/${zone}`,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const list = (plan: string) => service.app.inject({ url: zonesAt(plan) });
const zonesOf = async (plan: string) => (await list(plan)).json<{ items: PlanZone[] }>().items;
const coverageOf = async (plan: string) =>
  (await service.app.inject({ url: `${AREA}/plans/${plan}/coverage` })).json<CoverageReport>();

async function overlappingDraft(): Promise<string> {
  const { id } = await makeDraft(service.app, null);
  await putTerritory(service.app, { plan: id, association: 'lith', body: square() });
  await putTerritory(service.app, { plan: id, association: 'afaf', body: square(WEST + 0.05) });
  return id;
}
async function draftWithZone() {
  const plan = await overlappingDraft();
  const response = await agree(plan);
  expect(response.statusCode, response.body).toBe(201);
  return { plan, zone: response.json<PlanZone>() };
}

describe('a shared zone', () => {
  test('is agreed in a draft, listed, and no overlap any more', async () => {
    const plan = await overlappingDraft();
    const before = await coverageOf(plan);
    const response = await agree(plan);
    expect(response.statusCode, response.body).toBe(201);
    expect(response.headers.etag).toBe('"1"');
    const zone = response.json<PlanZone>();
    const { geometry, ...terms } = BODY;
    expect(zone).toMatchObject({ ...terms, version: 1 });
    expect(zone.geometry.coordinates).toEqual([geometry.coordinates]);
    expect(await zonesOf(plan)).toEqual([zone]);
    const after = await coverageOf(plan);
    expect(before.overlaps.features).toHaveLength(1);
    expect(after.overlaps.features).toEqual([]);
    expect(after.shared.features.map(({ properties }) => properties)).toMatchObject([
      { ...terms, associations: ['lith', 'afaf'], zone: zone.id, endsSoon: false },
    ]);
    expect(after.totals.sharedKm2).toBeCloseTo(before.totals.overlapKm2, 6);
  });

  test('is raised again thirty days before its end, and is an overlap from that day on', async () => {
    const { plan } = await draftWithZone();
    const standing = async (at: string) => {
      now = new Date(at);
      const { shared, overlaps } = await coverageOf(plan);
      now = new Date('2026-11-24T09:00:00Z');
      return [shared.features.map(({ properties }) => properties.endsSoon), overlaps.features.length];
    };
    // Midnight in Riyadh is 21:00 of the day before in UTC.
    expect(await standing('2027-01-29T20:59:59Z')).toEqual([[false], 0]);
    expect(await standing('2027-01-29T21:00:00Z')).toEqual([[true], 0]);
    expect(await standing('2027-02-28T20:59:59Z')).toEqual([[true], 0]);
    expect(await standing('2027-02-28T21:00:00Z')).toEqual([[], 1]);
  });

  test('is changed as a whole, with its version, and taken away', async () => {
    const { plan, zone } = await draftWithZone();
    const body = { ...BODY, lead: 'afaf', partners: ['lith'], endsOn: '2027-06-01' };
    const response = await change(plan, zone.id, body);
    expect([response.statusCode, response.headers.etag]).toEqual([200, '"2"']);
    expect(await zonesOf(plan)).toMatchObject([
      { id: zone.id, lead: 'afaf', endsOn: '2027-06-01', version: 2 },
    ]);
    expect((await coverageOf(plan)).shared.features[0]?.properties.associations).toEqual(['afaf', 'lith']);
    const removed = await remove(plan, zone.id, '"2"');
    expect([removed.statusCode, removed.body]).toEqual([204, '']);
    expect((await coverageOf(plan)).overlaps.features).toHaveLength(1);
    for (const again of [await remove(plan, zone.id), await change(plan, zone.id, BODY)])
      expect([again.statusCode, problemCode(again)]).toEqual([404, 'zone-not-found']);
  });

  test.for([
    ['without If-Match', null, 428, 'if-match-missing'],
    ['on an old version', '"1"', 412, 'changed-since'],
  ] as const)('is neither changed nor taken away %s', async ([, ifMatch, status, code]) => {
    const { plan, zone } = await draftWithZone();
    await change(plan, zone.id, { ...BODY, services: ['Visits'] });
    const before = await zonesOf(plan);
    for (const response of [await change(plan, zone.id, BODY, ifMatch), await remove(plan, zone.id, ifMatch)])
      expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
    expect(await zonesOf(plan)).toEqual(before);
  });

  test('is agreed once, however often the request is repeated with its key', async () => {
    const plan = await overlappingDraft();
    const headers = { 'idempotency-key': 'once' };
    const [first, again] = [await agree(plan, BODY, headers), await agree(plan, BODY, headers)];
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(await zonesOf(plan)).toHaveLength(1);
    expect(problemCode(await agree(plan, { ...BODY, lead: 'afaf', partners: ['lith'] }, headers))).toBe(
      'idempotency-key-reused',
    );
    await remove(plan, first.json<PlanZone>().id);
    expect(problemCode(await agree(plan, BODY, headers))).toBe('zone-not-found');
  });

  test.for([
    ['where the two do not overlap', { geometry: square(WEST + 0.2) }, 'zone-without-overlap', '/geometry'],
    ['of others than claim the overlap', { partners: ['wasqah'] }, 'zone-without-overlap', '/geometry'],
    ['of more than claim the overlap', { partners: ['afaf', 'wasqah'] }, 'zone-without-overlap', '/geometry'],
    ['with an unknown association', { partners: ['nobody'] }, 'association-not-found', '/partners/0'],
    ['whose lead is a partner', { partners: ['afaf', 'lith'] }, 'zone-lead-is-partner', '/partners/1'],
    ['that ends today', { endsOn: '2026-11-24' }, 'zone-ends-too-early', '/endsOn'],
  ] as const)('is refused %s, and says where it is amiss', async ([, part, code, pointer]) => {
    const plan = await overlappingDraft();
    for (const language of ['ar', 'en']) {
      const response = await agree(plan, { ...BODY, ...part }, { 'accept-language': language });
      const { detail, errors } = problemIn(response);
      expect(problemCode(response)).toBe(code);
      expect(errors?.map((error) => error.pointer)).toEqual([pointer]);
      expect(/[\u0600-\u06ff]/.test(detail)).toBe(language === 'ar');
    }
    expect(await zonesOf(plan)).toEqual([]);
  });

  test.for([
    ['a shape that crosses itself', { geometry: { type: 'Polygon', coordinates: [BOW] } }],
    ['no service', { services: [] }],
    ['no partner', { partners: [] }],
    ['a day that is none', { endsOn: '2027-02-30' }],
    ['a member that is unknown', { colour: 1 }],
  ] as const)('with %s is refused', async ([, part]) => {
    const plan = await overlappingDraft();
    const response = await agree(plan, { ...BODY, ...part });
    expect([response.statusCode, problemIn(response).errors?.length]).toEqual([422, expect.any(Number)]);
    expect(await zonesOf(plan)).toEqual([]);
  });

  test('goes along to a draft that is made from its own, and with a draft that is deleted', async () => {
    const { plan, zone } = await draftWithZone();
    await agree(plan, { ...BODY, endsOn: '2027-04-01' }, { 'idempotency-key': 'gone' });
    const { id: copy } = await makeDraft(service.app, plan);
    expect(await zonesOf(copy)).toMatchObject([{ id: zone.id, version: 1 }, {}]);
    await remove(copy, zone.id);
    expect([(await zonesOf(copy)).length, (await zonesOf(plan)).length]).toEqual([1, 2]);
    const deleted = await service.app.inject({
      method: 'DELETE',
      url: `${AREA}/plans/${plan}`,
      headers: { 'if-match': '*' },
    });
    expect(deleted.statusCode, deleted.body).toBe(204);
    const { rows } = await sql`select plan_id from shared_zone where plan_id = ${plan}
      union all select plan_id from shared_zone_key where plan_id = ${plan}`.execute(service.db);
    expect(rows).toEqual([]);
  });

  test('cannot be agreed in a plan in force', async () => {
    for (const plan of ['opening-claims', 'in-force']) {
      const answers = [
        await agree(plan),
        await change(plan, UNKNOWN, BODY, '*'),
        await remove(plan, UNKNOWN, '*'),
      ];
      for (const response of answers)
        expect([response.statusCode, problemCode(response)]).toEqual([409, 'plan-not-a-draft']);
      expect((await list(plan)).headers['cache-control']).toMatch(/^public/);
    }
  });

  test('is kept by the database itself once its plan is no draft, and refused with a shape that is none', async () => {
    const { plan, zone } = await draftWithZone();
    const mine = sql`plan_id = ${plan} and zone_id = ${zone.id}`;
    await expect(
      sql`update shared_zone set place = ST_SetSRID(ST_GeomFromText(
        'MULTIPOLYGON(((40 20,41 21,41 20,40 21,40 20)))'), 4326) where ${mine}`.execute(service.db),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(
      sql`update shared_zone set partner_ids = array['nobody'] where ${mine}`.execute(service.db),
    ).rejects.toMatchObject({ code: '23503' });
    await sql`update plan set state = 'proposed' where plan_id = ${plan}`.execute(service.db);
    for (const statement of [
      sql`update shared_zone set ends_on = '2030-01-01' where ${mine}`,
      sql`delete from shared_zone where ${mine}`,
      sql`update shared_zone set plan_id = 'draft-whole' where ${mine}`,
      sql`truncate shared_zone`,
    ]) {
      await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT001' });
    }
    expect(await zonesOf(plan)).toEqual([zone]);
  });
});

test('what happens to a zone is told and recorded, each once', async () => {
  const plan = await overlappingDraft();
  const stream = await openStream(await listen(service.app));
  const headers = { 'x-client-id': 'tab-1', 'idempotency-key': 'told' };
  const zone = (await agree(plan, BODY, headers)).json<PlanZone>();
  await agree(plan, BODY, headers);
  await change(plan, zone.id, { ...BODY, services: ['Visits'] });
  await remove(plan, zone.id, '"2"');
  await stream.received(3);
  const data = { area: 'al-lith', plan, zone: zone.id };
  expect(stream.events.map(({ event, data: told }) => ({ event, told }))).toEqual([
    { event: 'zone', told: { ...data, change: 'created', version: 1, client: 'tab-1' } },
    { event: 'zone', told: { ...data, change: 'changed', version: 2, client: null } },
    { event: 'zone', told: { ...data, change: 'deleted', version: 2, client: null } },
  ]);
  stream.close();
  await stream.ended;
  const { rows } = await sql<{ act: string }>`select act from record_entry
    where subject_id = ${plan} and act like 'zone-%' order by number`.execute(service.db);
  expect(rows.map(({ act }) => act)).toEqual(['zone-agreed', 'zone-changed', 'zone-removed']);
});
