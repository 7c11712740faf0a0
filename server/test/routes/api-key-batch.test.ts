import type { AreaId, AssociationId, BatchLegend, MadeApiKey } from '@nitaq/core';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const KEYS = `${AREA}/associations/lith/api-keys`;
const BATCH = '/api/v1/coverage/batch';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ as: { role: 'coordinator', association: 'lith' as AssociationId } });
  // Upon the first, with the same villages: where both are asked a point belongs to the first, and a name to neither.
  const folder = await shippedArea();
  await importArea(service.db, { ...folder, area: { ...folder.area, id: 'other' as AreaId } });
});
afterAll(() => service.close());

async function make(areas: readonly string[] | null, addresses = ['batch']): Promise<string> {
  const payload = { title: 'Partner', addresses, areas };
  const response = await service.app.inject({ method: 'POST', url: KEYS, payload });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<MadeApiKey>().secret;
}
const post = (secret: string, payload: string | Buffer, { query = '', type = 'text/csv' } = {}) =>
  service.app.inject({
    method: 'POST',
    url: `${BATCH}${query}`,
    headers: { cookie: '', authorization: `Bearer ${secret}`, 'content-type': type },
    payload,
  });
const legendFor = (secret: string) =>
  service.app.inject({
    url: `${BATCH}/legend`,
    headers: { cookie: '', authorization: `Bearer ${secret}` },
  });
const rowsOf = ({ body }: { readonly body: string }): Record<string, string>[] =>
  parse(body, { columns: true, bom: true });
const LIST = 'lon,lat,village\n40.447,20.316,\n,,ghumayqah\n,,Ghumaiqa\n';

describe('a key for lists', () => {
  test('has lists answered, as many as an address has', async () => {
    const response = await post(await make(null), LIST);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers).toMatchObject({ 'ratelimit-limit': '120', 'ratelimit-remaining': '119' });
    expect(rowsOf(response)[0]).toMatchObject({ status: 'covered', area: 'al-lith' });
  });

  test.each(['al-lith', 'other'])('of one area is answered from that area alone: %s', async (area) => {
    const response = await post(await make([area]), LIST);
    expect(response.statusCode, response.body).toBe(200);
    for (const row of rowsOf(response)) {
      expect(row).toMatchObject({ status: 'covered', area, association_id: 'ghumayqah', error: '' });
    }
  });

  test('of one area has the numbers of that area, in a legend that is kept for nobody else', async () => {
    const secret = await make(['other']);
    const pairs = Float64Array.of(40.447, 20.316);
    const answer = await post(secret, Buffer.from(pairs.buffer), { type: 'application/octet-stream' });
    const legend = await legendFor(secret);
    expect(legend.headers['cache-control']).toBe('no-store');
    expect(answer.headers['nitaq-legend']).toBe(legend.headers.etag);
    const { plans, associations } = legend.json<BatchLegend>();
    expect(plans.map(({ area }) => area)).toEqual(['other']);
    expect(associations[answer.rawPayload.readInt32LE(0) - 1]).toMatchObject({ id: 'ghumayqah' });
    const open = await service.app.inject({ url: `${BATCH}/legend`, headers: { cookie: '' } });
    expect(open.json<BatchLegend>().plans).toHaveLength(2);
    expect(open.headers.vary).toMatch(/authorization/i);
  });

  test('names no area but its own, and opens nothing else', async () => {
    const secret = await make(['other']);
    expect(problemCode(await post(secret, LIST, { query: '?area=al-lith' }))).toBe('api-key-out-of-scope');
    expect((await post(secret, LIST, { query: '?area=other' })).statusCode).toBe(200);
    const lookups = await make(null, ['coverage']);
    expect(problemCode(await post(lookups, LIST))).toBe('api-key-out-of-scope');
    expect(problemCode(await legendFor(lookups))).toBe('api-key-out-of-scope');
  });
});
