import { createNitaqClient } from '@nitaq/client';
import type { AssociationId, MadeApiKey } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AREA } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let baseUrl: string;

beforeAll(async () => {
  service = await startTestService({ as: { role: 'coordinator', association: 'lith' as AssociationId } });
  baseUrl = await service.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => service.close());

const query = { q: 'غميقه', area: 'al-lith' };

test('a program asks who covers a village, and knows the shape of the answer', async () => {
  const { data } = await createNitaqClient({ baseUrl }).GET('/api/v1/coverage', { params: { query } });
  expect([data?.status, data?.village?.id, data?.associations[0]?.id]).toEqual([
    'covered',
    'ghumayqah',
    'ghumayqah',
  ]);
});

test('a refusal is a value, with the problem that the service tells', async () => {
  const { data, error, response } = await createNitaqClient({ baseUrl }).GET('/api/v1/coverage', {
    params: { query: { village: 'atlantis' } },
  });
  expect([data, response.status, error?.type]).toEqual([
    undefined,
    404,
    'urn:nitaq:problem:village-not-found',
  ]);
});

test('a key goes along in the header of each request', async () => {
  const made = await service.app.inject({
    method: 'POST',
    url: `${AREA}/associations/lith/api-keys`,
    payload: { title: 'Program', addresses: ['coverage'], areas: null },
  });
  const { secret: key } = made.json<MadeApiKey>();
  const { response } = await createNitaqClient({ baseUrl, key }).GET('/api/v1/coverage', {
    params: { query },
  });
  expect([response.status, response.headers.get('ratelimit-limit')]).toEqual([200, '12000']);
  const wrong = await createNitaqClient({ baseUrl, key: 'nitaq_wrong' }).GET('/api/v1/coverage', {
    params: { query },
  });
  expect(wrong.error?.type).toBe('urn:nitaq:problem:api-key-unknown');
});
