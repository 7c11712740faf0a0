import type { AreaId, AssociationId, Plan, PlanId, VillageId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaFolder } from '../../src/area-folder/read-area-folder.ts';
import { importArea } from '../../src/services/import-area.ts';
import { AREA, getTerritory, makeDraft, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let folder: AreaFolder;
const NOTHING = { added: 0, changed: 0 };
const NOTHING_LEFT = { plans: [], associations: [], villages: [] };

beforeAll(async () => {
  folder = await shippedArea();
  service = await startTestService({ folder });
});
afterAll(() => service.close());

/** Every row of every table, to compare. */
async function everything(): Promise<unknown[]> {
  const tables = ['area', 'association', 'village', 'plan', 'territory'];
  const contents = tables.map((table) =>
    sql`select to_jsonb(one) as row from ${sql.table(table)} as one order by to_jsonb(one)::text collate "C"`.execute(
      service.db,
    ),
  );
  return (await Promise.all(contents)).map(({ rows }) => rows);
}

const withVillage = (id: string, change: object): AreaFolder => ({
  ...folder,
  villages: folder.villages.map((village) => (village.id === id ? { ...village, ...change } : village)),
});
const read = async (path: string) => (await service.app.inject({ url: `${AREA}${path}` })).json();
const place = (path: string, location: unknown, version: number) =>
  service.app.inject({
    method: 'PUT',
    url: `${AREA}${path}`,
    headers: { 'if-match': `"${version}"` },
    payload: { location },
  });

describe('an import that is repeated', () => {
  test('names the plans that differ from the folder and what the folder no longer has, and keeps them', async () => {
    const before = await everything();
    const [claims, whole] = folder.plans;
    if (claims === undefined || whole === undefined) throw new Error('The folder has two plans');
    const leftBy = async (change: Partial<AreaFolder>) =>
      (await importArea(service.db, { ...folder, ...change })).leftAlone;
    const changes = [
      { title: { ar: 'آخر', en: 'Other' } },
      { example: false },
      { territories: claims.territories.slice(1) },
      { inForceFrom: '2026-01-01T00:00:00.000Z' },
    ];
    for (const change of changes) {
      const changed = { ...claims, ...change } as typeof claims;
      expect(await leftBy({ plans: [whole, changed] })).toEqual({ ...NOTHING_LEFT, plans: [claims.id] });
    }
    expect(
      await leftBy({
        villages: folder.villages.filter(({ id }) => id !== 'miftah'),
        associations: folder.associations.filter(({ id }) => id !== 'afaf'),
        plans: [],
      }),
    ).toEqual({ plans: [], associations: ['afaf'], villages: ['miftah'] });
    expect(
      await leftBy({ plans: [claims, { ...whole, territories: whole.territories.toReversed() }] }),
    ).toEqual(NOTHING_LEFT);
    expect(await everything()).toEqual(before);
  });

  test('brings back no draft that was deleted, and takes what is made from it as made from its base', async () => {
    const [claims] = folder.plans.filter(({ state }) => state === 'in-force');
    const [whole] = folder.plans.filter(({ state }) => state === 'draft');
    if (claims === undefined || whole === undefined) throw new Error('The folder has a draft too');
    const of = async (service: TestService, plan: string) =>
      (await service.app.inject({ url: `${AREA}/plans/${plan}` })).json<Plan>();
    const other = await startTestService();
    try {
      const { version } = await of(other, whole.id);
      const url = `${AREA}/plans/${whole.id}`;
      await other.app.inject({ method: 'DELETE', url, headers: { 'if-match': `"${version}"` } });
      const next = { ...whole, id: 'draft-next' as PlanId, base: whole.id };
      const { leftAlone, plans } = await importArea(other.db, { ...folder, plans: [claims, whole, next] });
      expect([leftAlone.plans, plans.added]).toEqual([[whole.id], 1]);
      expect((await other.app.inject({ url })).statusCode).toBe(404);
      expect((await of(other, next.id)).base).toBe(whole.base);
    } finally {
      await other.close();
    }
  });

  test('changes nothing', async () => {
    const before = await everything();
    expect(await importArea(service.db, folder)).toEqual({
      area: 'al-lith',
      areas: { ...NOTHING, unchanged: 1 },
      associations: { ...NOTHING, unchanged: 4 },
      villages: { ...NOTHING, unchanged: 33 },
      plans: { ...NOTHING, unchanged: 2 },
      leftAlone: NOTHING_LEFT,
    });
    expect(await everything()).toEqual(before);
  });

  test('ten times at once changes nothing either', async () => {
    const before = await everything();
    await Promise.all(Array.from({ length: 10 }, () => importArea(service.db, folder)));
    expect(await everything()).toEqual(before);
  });

  test('brings in what the folder changed, and that alone', async () => {
    const changed = withVillage('miftah', {
      name: { ar: 'مفتاح الجديدة', en: 'New Miftah' },
      aliases: ['Miftah', 'المفتاح, "القديم" {}'],
      location: [40.8, 20.01],
    });
    expect((await importArea(service.db, changed)).villages).toEqual({ added: 0, changed: 1, unchanged: 32 });
    expect(await read('/villages/miftah')).toEqual({
      id: 'miftah',
      name: { ar: 'مفتاح الجديدة', en: 'New Miftah' },
      aliases: ['Miftah', 'المفتاح, "القديم" {}'],
      kind: 'village',
      centre: null,
      location: [40.8, 20.01],
      version: 2,
    });
    const found = await read(`/villages?q=${encodeURIComponent('الجديدة')}`);
    expect(found.items.map(({ id }: { id: string }) => id)).toEqual(['miftah']);
    expect((await importArea(service.db, folder)).villages.changed).toBe(1);
    expect(await read('/villages/miftah')).toMatchObject({ name: { en: 'Miftah' }, version: 3 });
  });

  test('brings in the centre of a village, and takes it away again', async () => {
    const centre = 'ghumayqah' as VillageId;
    const changed = withVillage('al-barid', { centre });
    expect((await importArea(service.db, changed)).villages.changed).toBe(1);
    expect(await read('/villages/al-barid')).toMatchObject({ centre });
    expect((await importArea(service.db, folder)).villages.changed).toBe(1);
    expect(await read('/villages/al-barid')).toMatchObject({ centre: null });
  });

  test('brings in a new name, note, boundary and seat', async () => {
    const { boundary } = folder.area;
    const area = {
      ...folder.area,
      name: { ar: 'اسم', en: 'Name' },
      note: null,
      boundary: { ...boundary, coordinates: boundary.coordinates.slice(0, 1) },
    };
    const associations = folder.associations.map((one) => ({ ...one, capacity: 40 }));
    const summary = await importArea(service.db, { ...folder, area, associations });
    expect([summary.areas.changed, summary.associations.changed]).toEqual([1, 4]);
    const stored = await read('');
    expect(stored).toMatchObject({ name: { ar: 'اسم', en: 'Name' }, note: null });
    expect(stored.boundary).toEqual(area.boundary);
    expect(await read('/associations/lith')).toMatchObject({ capacity: 40, version: 2 });
    await importArea(service.db, folder);
    expect((await read('')).boundary).toEqual(boundary);
  });

  test('leaves what was pinned by hand where it is', async () => {
    await place('/villages/miftah/location', [40.7, 20.2], 3);
    await place('/associations/lith/seat/location', [40.3, 20.2], 3);
    const summary = await importArea(service.db, withVillage('miftah', { location: [40.81, 20.02] }));
    expect([summary.villages.changed, summary.associations.changed]).toEqual([0, 0]);
    expect(await read('/villages/miftah')).toMatchObject({ location: [40.7, 20.2], version: 4 });
    expect((await read('/associations/lith')).seat.location).toEqual([40.3, 20.2]);
    await importArea(service.db, withVillage('miftah', { name: { ar: 'م', en: 'M' }, location: null }));
    expect(await read('/villages/miftah')).toMatchObject({ name: { en: 'M' }, location: [40.7, 20.2] });
    await place('/villages/miftah/location', null, 5);
    await importArea(service.db, folder);
    expect(await read('/villages/miftah')).toMatchObject({ location: [40.8371, 20.0054] });
  });

  test('leaves the plans that exist as they are', async () => {
    const response = await putTerritory(service.app, { plan: 'draft-whole', body: square() });
    expect(response.statusCode).toBe(200);
    const made = await makeDraft(service.app);
    const emptied = folder.plans.map((plan) => ({
      ...plan,
      title: { ar: 'آخر', en: 'Other' },
      territories: [],
    }));
    expect((await importArea(service.db, { ...folder, plans: emptied })).plans).toEqual({
      ...NOTHING,
      unchanged: 2,
    });
    expect(await getTerritory(service.app, 'draft-whole')).toEqual(response.json());
    expect(await read('/plans/draft-whole')).toMatchObject({
      title: { en: 'Draft without gaps or overlaps (example)' },
    });
    expect(await read(`/plans/${made.id}`)).toEqual(made);
  });

  test('gives drafts an empty territory for an association that is new, and no plan in force', async () => {
    const [first] = folder.associations;
    if (first === undefined) throw new Error('The folder has no association');
    const fifth = { ...first, id: 'fifth' as AssociationId, colour: 4 };
    const inForce = (await service.app.inject({ url: `${AREA}/plans/in-force/territories` })).body;
    await importArea(service.db, { ...folder, associations: [...folder.associations, fifth] });
    expect(await getTerritory(service.app, 'draft-whole', 'fifth')).toMatchObject({
      geometry: null,
      properties: { areaKm2: 0, version: 1 },
    });
    const put = { plan: 'draft-whole', association: 'fifth', body: square() };
    expect((await putTerritory(service.app, put)).statusCode).toBe(200);
    expect((await service.app.inject({ url: `${AREA}/plans/in-force/territories` })).body).toBe(inForce);
  });
});

describe('an import that fails leaves nothing behind', () => {
  const variants = {
    'when it brings a second plan in force': (): AreaFolder => ({
      ...withVillage('haffar', { name: { ar: 'ح', en: 'H' } }),
      plans: folder.plans.map((plan) => ({ ...plan, id: `new-${plan.id}` as PlanId, base: null })),
    }),
    'when its last village has an id that is none': (): AreaFolder => ({
      ...withVillage('haffar', { name: { ar: 'ح', en: 'H' } }),
      villages: [
        ...folder.villages,
        ...folder.villages.slice(-1).map((one) => ({ ...one, id: 'Not An Id' as VillageId })),
      ],
    }),
    'when the area is new': (): AreaFolder => ({
      ...folder,
      area: { ...folder.area, id: 'new-area' as AreaId },
      plans: folder.plans.map((plan) => ({ ...plan, id: 'in-force' as PlanId, base: null })),
    }),
  };
  test.for(Object.entries(variants))('%s', async ([, variant]) => {
    const before = await everything();
    await expect(importArea(service.db, variant())).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });
});

test('the same ids may stand in another area, and then a village is asked for with its area', async () => {
  const other = { ...folder, area: { ...folder.area, id: 'other' as AreaId } };
  expect((await importArea(service.db, other)).villages.added).toBe(33);
  const ask = (query: string) => service.app.inject({ url: `/api/v1/coverage?${query}` });
  const ambiguous = await ask('village=ghumayqah');
  expect([ambiguous.statusCode, ambiguous.json().type]).toEqual([409, 'urn:nitaq:problem:village-ambiguous']);
  expect((await ask('village=ghumayqah&area=other')).json()).toMatchObject({
    area: 'other',
    status: 'covered',
  });
  // Where areas lie upon each other a point belongs to the first.
  expect((await ask('lon=40.447&lat=20.316')).json()).toMatchObject({ area: 'al-lith', status: 'covered' });
  await place('/villages/saya/location', [40.5, 20.3], 1);
  expect((await service.app.inject({ url: '/api/v1/areas/other/villages/saya' })).json().location).toBeNull();
});
