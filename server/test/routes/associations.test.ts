import type { AreaId, Association, AssociationId, RecordEntry } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { join } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const AL_LITH = 'al-lith' as AreaId;

let service: TestService;
let [coordinator, council] = ['', ''];

beforeAll(async () => {
  service = await startTestService({ as: null });
  const ofLith = { role: 'coordinator', association: 'lith' as AssociationId } as const;
  coordinator = await join(service.app, service.db, AL_LITH, ofLith);
  council = await join(service.app, service.db, AL_LITH, { role: 'council', association: null });
});
afterAll(() => service.close());

const state = (
  what: string,
  { cookie, version = '*' }: { cookie: string; version?: string },
  payload: object,
) =>
  service.app.inject({
    method: 'PUT',
    url: `${AREA}/associations/${what}`,
    payload,
    headers: { cookie, 'if-match': version },
  });
const associations = async () =>
  (await service.app.inject({ url: `${AREA}/associations`, headers: { cookie: '' } })).json<{
    items: Association[];
  }>().items;
const lastEntry = async () =>
  (await service.app.inject({ url: `${AREA}/record?limit=1`, headers: { cookie: council } })).json<{
    items: RecordEntry[];
  }>().items[0];

describe.for([
  ['capacity', 120, { capacity: 120 }, {}],
  ['phone', '+966501234567', { phone: '+966501234567' }, { phone: '+966501234567' }],
] as const)('the %s of an association', ([what, value, stated, recorded]) => {
  test('is stated by its own coordinator or the council, for everybody to see, and recorded', async () => {
    expect(problemCode(await state(`wasqah/${what}`, { cookie: coordinator }, stated))).toBe('not-allowed');
    expect(problemCode(await state(`lith/${what}`, { cookie: '' }, stated))).toBe('sign-in-needed');
    const own = await state(`lith/${what}`, { cookie: coordinator }, stated);
    expect(own.json()).toMatchObject({ id: 'lith', ...stated });
    expect(await lastEntry()).toMatchObject({
      act: `${what}-stated`,
      subject: { id: 'lith' },
      data: recorded,
    });
    expect((await state(`wasqah/${what}`, { cookie: council }, stated)).statusCode).toBe(200);
    const known = await associations();
    expect(known.filter((one) => one[what] === value).map(({ id }) => id)).toEqual(['lith', 'wasqah']);
  });

  test('outlasts an import', async () => {
    await state(`lith/${what}`, { cookie: coordinator }, stated);
    await importArea(service.db, await shippedArea());
    expect((await associations()).find(({ id }) => id === 'lith')).toMatchObject(stated);
  });

  test('is taken away again, and not by who has seen an older version', async () => {
    const { headers } = await state(`lith/${what}`, { cookie: coordinator }, stated);
    const version = String(headers.etag);
    const none = { [what]: null };
    expect((await state(`lith/${what}`, { cookie: coordinator, version }, none)).json()).toMatchObject(none);
    const late = await state(`lith/${what}`, { cookie: coordinator, version }, stated);
    expect([late.statusCode, problemCode(late)]).toEqual([412, 'changed-since']);
  });
});

test.for(['', '12', '0501 234 567', '+', '1234567890123456', 'none'])(
  '«%s» is no telephone number',
  async (phone) => {
    expect((await state('lith/phone', { cookie: coordinator }, { phone })).statusCode).toBe(422);
  },
);
