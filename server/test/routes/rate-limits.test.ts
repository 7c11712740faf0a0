import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const A_MINUTE = 120;
let service: TestService;
let behindProxy: TestService;

beforeAll(async () => {
  service = await startTestService({ as: null });
  behindProxy = await startTestService({ as: null, trustProxy: ['127.0.0.1'] });
});
afterAll(async () => {
  await service.close();
  await behindProxy.close();
});

const ask = ({ app }: TestService, from: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/coverage/batch',
    headers: { 'content-type': 'text/csv', 'x-forwarded-for': from, ...headers },
    payload: 'village\nghumayqah\n',
  });

describe('without a proxy that is believed', () => {
  test('what is left is told, then one is asked to wait in one’s language, whoever one says one is', async () => {
    const first = await ask(service, '192.0.2.1');
    expect(first.headers).toMatchObject({
      'ratelimit-limit': String(A_MINUTE),
      'ratelimit-remaining': String(A_MINUTE - 1),
      'ratelimit-reset': expect.stringMatching(/^\d+$/),
    });
    for (let i = 1; i < A_MINUTE; i++) await ask(service, `192.0.2.${i}`);
    const last = await ask(service, '192.0.2.250', { 'accept-language': 'ar' });
    expect(problemIn(last)).toMatchObject({ status: 429, title: 'طلبات كثيرة' });
    expect(last.headers['retry-after']).toMatch(/^\d+$/);
  });

  test('lookups and searches have limits of their own', async () => {
    const limits = await Promise.all(
      ['/api/v1/coverage?village=ghumayqah', '/api/v1/villages?q=gh'].map(
        async (url) => (await service.app.inject(url)).headers['ratelimit-limit'],
      ),
    );
    expect(limits).toEqual(['12000', '3000']);
  });
});

test.each([
  ['/api/v1/coverage?village=ghumayqah', 'GET /api/v1/coverage'],
  ['/api/v1/villages?q=gh', 'GET /api/v1/villages'],
  ['/ogc/collections/areas', 'GET /ogc/collections/{collection}'],
  ['/tiles/areas/0/0/0.mvt', 'GET /tiles/{layer}/{z}/{x}/{y}.mvt'],
])('the description says the limit that %s tells', async (url, route) => {
  const { description } = (await service.app.inject('/openapi.json')).json<Described>().info;
  const limit = (await service.app.inject(url)).headers['ratelimit-limit'];
  expect(description).toContain(`| \`${route}\` | ${Number(limit).toLocaleString('en')} |`);
});

interface Described {
  readonly info: { readonly description: string };
}

const withKey = ({ app }: TestService, from: string, secret: string) =>
  app.inject({
    url: '/api/v1/coverage?village=ghumayqah',
    headers: { 'x-forwarded-for': from, authorization: `Bearer ${secret}` },
  });

test('who guesses keys is asked to wait, and nobody else', async () => {
  for (let i = 0; i < 60; i++) {
    expect((await withKey(behindProxy, '192.0.2.7', `nitaq_${i}`)).statusCode).toBe(401);
  }
  const late = await withKey(behindProxy, '192.0.2.7', 'nitaq_60');
  expect([late.statusCode, problemIn(late).title]).toEqual([429, 'Too many requests']);
  expect(late.headers).toMatchObject({
    'ratelimit-limit': '60',
    'ratelimit-remaining': '0',
    'ratelimit-reset': expect.stringMatching(/^\d+$/),
    'retry-after': expect.stringMatching(/^\d+$/),
  });
  expect((await withKey(behindProxy, '192.0.2.8', 'nitaq_0')).statusCode).toBe(401);
  const without = { url: '/api/v1/coverage?village=ghumayqah', headers: { 'x-forwarded-for': '192.0.2.7' } };
  expect((await behindProxy.app.inject(without)).statusCode).toBe(200);
});

test.each([
  ['/ogc/collections/areas/items', '1200'],
  ['/ogc', '1200'],
  ['/tiles/villages.json', '12000'],
  ['/tiles/villages/6/39/28.mvt', '12000'],
])('what GIS programs read has a limit of its own: %s', async (url, limit) => {
  const answer = await service.app.inject(url);
  expect(answer.statusCode).toBeLessThan(300);
  expect(answer.headers['ratelimit-limit']).toBe(limit);
  expect(Number(answer.headers['ratelimit-remaining'])).toBeLessThan(Number(limit));
});

test('behind a proxy that is believed each person has a limit of their own', async () => {
  for (let i = 0; i < A_MINUTE; i++) await ask(behindProxy, '192.0.2.1');
  expect((await ask(behindProxy, '192.0.2.1')).statusCode).toBe(429);
  expect((await ask(behindProxy, '192.0.2.2')).statusCode).toBe(200);
});
