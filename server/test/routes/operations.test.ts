import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const get = (url: string, headers: Record<string, string> = {}) => service.app.inject({ url, headers });

describe('an unknown address', () => {
  test.for(['/nothing', '/api/v1', '/api/v1/nothing', `${AREA}/nothing`, '/health', '/..%2f..%2fetc/passwd'])(
    'is a problem and never a page, also for a browser: %s',
    async (url) => {
      const response = await get(url, { accept: 'text/html,*/*' });
      expect([response.statusCode, problemCode(response)]).toEqual([404, 'address-unknown']);
    },
  );

  test.for([
    ['ar-SA,ar;q=0.9,en;q=0.8', 'ar', 'عنوان غير معروف'],
    ['en-GB,en;q=0.9', 'en', 'Unknown address'],
    ['fr, ar;q=0.5', 'ar', 'عنوان غير معروف'],
    ['de', 'en', 'Unknown address'],
    ['', 'en', 'Unknown address'],
    [';;;q=x', 'en', 'Unknown address'],
  ] as const)('is told in the language of the reader: %s', async ([accepted, language, title]) => {
    const response = await get('/nothing', { 'accept-language': accepted });
    expect(response.headers['content-language']).toBe(language);
    expect(response.headers.vary).toContain('accept-language');
    expect(problemIn(response)).toMatchObject({ title, type: 'urn:nitaq:problem:address-unknown' });
  });

  test.for(['/%zz', '/api/v1/areas/%ff', `${AREA}/villages/%c3%28`, '/%'])(
    'whose bytes are no text is a problem too: %s',
    async (url) => {
      expect(problemIn(await get(url)).status).toBe(400);
    },
  );

  test('of any length is a problem', async () => {
    expect(problemIn(await get(`/api/v1/areas/${'a'.repeat(250)}`)).status).toBe(414);
    expect(problemIn(await get(`/api/v1/areas/${'a'.repeat(100)}`)).status).toBe(400);
    expect(problemIn(await get(`/${'a/'.repeat(1_000)}`)).status).toBe(404);
  });

  test('stays unknown with any method and body', async () => {
    for (const url of ['/nothing', '/api/v1/areas/', '/api/v1/areas//plans', `${AREA}/nothing`]) {
      const response = await service.app.inject({ method: 'DELETE', url });
      expect([response.statusCode, problemCode(response)]).toEqual([404, 'address-unknown']);
      expect(response.headers.allow).toBeUndefined();
    }
  });
});

describe('a known address asked with a method that it does not have', () => {
  test.for([
    ['DELETE', '/api/v1/areas', 'GET, HEAD'],
    ['PUT', `${AREA}/villages?q=a`, 'GET, HEAD, POST'],
    ['PATCH', `${AREA}/plans`, 'GET, HEAD, POST'],
    ['POST', `${AREA}/plans/draft-whole/territories/lith`, 'GET, HEAD, PUT'],
    ['GET', `${AREA}/villages/saya/location`, 'PUT'],
    ['GET', '/api/v1/coverage/analyse', 'POST'],
    ['OPTIONS', '/health/ready', 'GET, HEAD'],
    ['PUT', '/openapi.json', 'GET, HEAD'],
  ] as const)('tells the methods that it has: %s %s', async ([method, url, allowed]) => {
    const response = await service.app.inject({ method, url });
    expect([response.statusCode, problemCode(response)]).toEqual([405, 'method-not-allowed']);
    expect(response.headers.allow).toBe(allowed);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(problemIn(response).detail).toContain(allowed);
  });

  test('tells them whatever the body is, and in the language of the reader', async () => {
    const response = await service.app.inject({
      method: 'PATCH',
      url: `${AREA}/plans`,
      headers: { 'content-type': 'text/plain', 'accept-language': 'ar' },
      payload: 'not even JSON',
    });
    expect(problemIn(response)).toMatchObject({ status: 405, title: 'الطريقة غير مقبولة هنا' });
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and describes every route under /api, /ogc, /tiles and /health, in words', async () => {
    const response = await get('/openapi.json');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    const { openapi, paths } = response.json<OpenApi>();
    expect(openapi).toMatch(/^3\.1\./);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).toEqual(
      routesOf(service).filter((route) => / \/(api|ogc|tiles|health)(\/.*)?(?<!\/)$/.test(route)),
    );
    for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(operation.summary).toBeTruthy();
      expect(Object.keys(operation.responses)).toContainEqual(expect.stringMatching(/^20[0124]$/));
    }
  });

  test('has no reference that leads nowhere, and every parameter of an address', async () => {
    const document = (await get('/openapi.json')).json<OpenApi>();
    const text = JSON.stringify(document);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#([^"]*)"/g)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>(
          (at, step) => (Object(at) === at ? Reflect.get(Object(at), step) : undefined),
          document,
        );
      expect(found, pointer).toBeDefined();
    }
    expect(text).not.toMatch(/"\$ref":"[^#]/);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        for (const operation of Object.values(methods)) {
          expect(JSON.stringify(operation)).toContain(`"in":"path","name":"${name}","required":true`);
        }
      }
    }
  });

  test('says of every failure that it is problem details', async () => {
    const { paths } = (await get('/openapi.json')).json<OpenApi>();
    for (const methods of Object.values(paths)) {
      for (const { responses } of Object.values(methods)) {
        expect(responses).toMatchObject({ '4XX': { content: { 'application/problem+json': {} } } });
      }
    }
  });

  test('is shown to people at /docs, from this service alone', async () => {
    const page = await get('/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => String(source));
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) {
      expect((await get(source)).statusCode, source).toBe(200);
    }
  });
});

/** “GET /path/:parameter” for each route, as the router prints them. */
function routesOf({ app }: TestService): string[] {
  const routes: string[] = [];
  const stack: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^(?<indent>[│ ]*)[├└]── (?<path>.*?)(?: \((?<methods>[^)]*)\))?$/.exec(line);
    if (!match?.groups) continue;
    const depth = (match.groups.indent ?? '').length / 4;
    stack.length = depth;
    stack.push(match.groups.path ?? '');
    for (const method of (match.groups.methods ?? '').split(', ')) {
      if (method !== '' && method !== 'HEAD') routes.push(`${method} ${stack.join('')}`);
    }
  }
  return routes.toSorted();
}

test('the service tells whether it lives and whether its database answers', async () => {
  for (const url of ['/health/live', '/health/ready']) {
    const response = await get(url);
    expect([response.statusCode, response.json()]).toEqual([200, { status: 'ok' }]);
  }
});

test('metrics count routes and statuses, and tell no name and no place that anyone asked about', async () => {
  await get('/api/v1/coverage?lon=40.44731&lat=20.31641');
  await get(`${AREA}/villages?q=${encodeURIComponent('غميقة')}`);
  await get(`${AREA}/villages/umm-ash-shawk`);
  await get('/umm-ash-shawk');
  const { body, headers } = await get('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/coverage",status="200"\} \d/,
  );
  expect(body).toContain('route="/api/v1/areas/:area/villages/:village"');
  expect(body).toContain('route="unknown"');
  for (const asked of ['40.4473', 'umm-ash-shawk', 'غميقة', '%D8', 'al-lith'])
    expect(body).not.toContain(asked);
});

test('answers tell browsers to load nothing from elsewhere', async () => {
  const { headers } = await get('/health/live');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});
