import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withPlanInForce } from '../support/area-variants.ts';
import { problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';
import { ask, type Items, KINDS, type Link, pathOf, query, read, readItems } from './feature-requests.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
let service: TestService;
let folder: Awaited<ReturnType<typeof shippedArea>>;

beforeAll(async () => {
  folder = withPlanInForce(await shippedArea(), 'opening-claims');
  service = await startTestService({ folder, now: () => NOW });
});
afterAll(() => service.close());

interface Collection {
  readonly id: string;
  readonly links: readonly Link[];
  readonly extent: { readonly spatial: { readonly bbox: readonly (readonly number[])[] } };
}
const relsOf = ({ links }: { links: readonly Link[] }) => links.map(({ rel }) => rel);
const collections = () => read<{ collections: Collection[]; links: Link[] }>(service.app, '/collections');
const inside = (path: string) => read<{ links: Link[] }>(service.app, path);

/** Named after the requirements of OGC API – Features, Part 1: Core (17-069r4). */
describe('Part 1, core', () => {
  test('/req/core/http, root-op, root-success: the landing page is at the root, and leads to everything', async () => {
    const landing = await inside('');
    expect(relsOf(landing)).toEqual(
      expect.arrayContaining(['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data']),
    );
    for (const { href, type } of landing.links) {
      const response = await service.app.inject(pathOf(href));
      expect([href, response.statusCode]).toEqual([href, 200]);
      expect(response.headers['content-type']).toMatch(type.split(';')[0] ?? '');
    }
  });

  test('/req/core/api-definition-op, api-definition-success: the API is described', async () => {
    const api = await ask(service.app, '/api', { accept: 'application/vnd.oai.openapi+json;version=3.0' });
    expect(api.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
    expect(api.json()).toMatchObject({ openapi: '3.0.3' });
  });

  test('/req/core/conformance-op, conformance-success: the classes are listed', async () => {
    const { conformsTo } = await read<{ conformsTo: string[] }>(service.app, '/conformance');
    expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
  });

  test.each([
    '',
    '/conformance',
    '/api',
    '/collections',
    '/collections/areas',
    '/collections/areas/queryables',
    '/collections/areas/items',
    '/collections/areas/items/al-lith',
  ])('/req/core/query-param-unknown, query-param-invalid: %s refuses what it does not know', async (path) => {
    const unknown = await ask(service.app, `${path}?colour=red`);
    expect([unknown.statusCode, problemCode(unknown)]).toEqual([400, 'query-parameter-unknown']);
    for (const wrong of ['f=xml', 'lang=fr', 'f=json&f=html']) {
      const invalid = await ask(service.app, `${path}?${wrong}`);
      expect([wrong, invalid.statusCode, problemCode(invalid)]).toEqual([
        wrong,
        400,
        'query-parameter-invalid',
      ]);
    }
    expect((await ask(service.app, `${path}/`)).statusCode).toBe(200);
  });

  test('/req/core/crs84: positions are longitude and latitude', async () => {
    const { features } = await readItems(service.app, 'seats', { association: 'lith' });
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [40.2722, 20.1527] });
  });

  test('/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links: every collection is listed with links to its items', async () => {
    const all = await collections();
    expect(relsOf(all)).toEqual(['self', 'alternate']);
    expect(all.collections.map(({ id }) => id)).toEqual([...KINDS, 'territories.al-lith.opening-claims']);
    for (const one of all.collections) {
      const types = one.links.filter(({ rel }) => rel === 'items').map(({ type }) => type);
      expect(types).toEqual(['application/geo+json', 'text/html']);
    }
  });

  test('/req/core/fc-md-extent, fc-md-extent-multi: everything lies in the extent of its collection', async () => {
    for (const { id, extent } of (await collections()).collections) {
      const [west = 0, south = 0, east = 0, north = 0] = extent.spatial.bbox[0] ?? [];
      const { features } = await readItems(service.app, id);
      for (const [lon, lat] of features.flatMap(({ geometry }) => positionsOf(geometry?.coordinates))) {
        expect(west <= lon && lon <= east && south <= lat && lat <= north, `${id} ${lon} ${lat}`).toBe(true);
      }
    }
  });

  test('/req/core/sfc-md-op, sfc-md-success: one collection is described as in the list', async () => {
    for (const one of (await collections()).collections) {
      expect(await read(service.app, `/collections/${one.id}`)).toEqual(one);
    }
    const unknown = await ask(service.app, '/collections/camels');
    expect([unknown.statusCode, problemCode(unknown)]).toEqual([404, 'feature-collection-not-found']);
  });

  test('/req/core/fc-op, fc-response: the items are GeoJSON, each with an id of its own', async () => {
    for (const id of KINDS) {
      const { type, features } = await readItems(service.app, id);
      expect(type).toBe('FeatureCollection');
      expect(features.length).toBeGreaterThan(0);
      expect(new Set(features.map((one) => one.id)).size).toBe(features.length);
    }
    expect((await readItems(service.app, 'villages')).numberMatched).toBe(folder.villages.length);
  });

  test('/req/core/fc-limit-definition, fc-limit-response-1: a page has at most as many as are asked for', async () => {
    for (const limit of [1, 5, 100]) {
      const { features } = await readItems(service.app, 'villages', { limit });
      expect(features.length).toBe(Math.min(limit, folder.villages.length));
    }
    expect((await readItems(service.app, 'villages', { limit: 999_999 })).numberReturned).toBe(
      folder.villages.length,
    );
    for (const limit of ['0', '-1', '1.5', 'ten', '']) await refused('villages', { limit });
  });

  test('/req/core/fc-bbox-definition, fc-bbox-response: only what lies in the box, wherever it begins', async () => {
    const bbox = '40.2,20.1,40.3,20.2';
    const within = await readItems(service.app, 'villages', { bbox });
    const expected = folder.villages
      .filter(({ location }) => location && location[0] >= 40.2 && location[0] <= 40.3)
      .filter(({ location }) => location && location[1] >= 20.1 && location[1] <= 20.2);
    expect(within.features.map(({ id }) => id).toSorted()).toEqual(
      expected.map(({ id }) => `al-lith.${id}`).toSorted(),
    );
    expect(expected.length).toBeGreaterThan(0);
    const high = await readItems(service.app, 'villages', { bbox: '40.2,20.1,-10,40.3,20.2,3000' });
    expect(high.features).toEqual(within.features);
    expect((await readItems(service.app, 'areas', { bbox: '170,20,40,21' })).numberMatched).toBe(1);
    expect((await readItems(service.app, 'areas', { bbox: '170,20,-170,21' })).numberMatched).toBe(0);
    for (const wrong of ['1,2,3', '1,2,3,x', '1,21,2,20', '1,2,3,4,5', '0,0,1e999,1'])
      await refused('villages', { bbox: wrong });
  });

  test('/req/core/fc-time-definition, fc-time-response: only what was so at the time', async () => {
    const count = async (datetime: string, collection = 'territories') =>
      (await readItems(service.app, collection, { datetime })).numberMatched;
    // In force from the first of November in Riyadh on.
    expect(await count('2026-11-01')).toBe(4);
    expect(await count('2026-10-31')).toBe(0);
    expect(await count('2026-10-31T20:59:59Z')).toBe(0);
    expect(await count('2026-10-31T21:00:00Z')).toBe(4);
    expect(await count('2026-11-01T00:00:00+03:00')).toBe(4);
    expect(await count('../2026-10-31')).toBe(0);
    expect(await count('/2026-11-01')).toBe(4);
    expect(await count('2026-11-10/..')).toBe(4);
    expect(await count('2020-01-01/2030-01-01')).toBe(4);
    expect(await count('../..')).toBe(4);
    for (const collection of ['gaps', 'overlaps']) expect(await count('2026-10-31', collection)).toBe(0);
    expect(await count('2026-10-31', 'villages')).toBe(folder.villages.length);
    for (const wrong of [
      'yesterday',
      '2026-02-31',
      '2026-11-02/2026-11-01',
      '1/2/3',
      '',
      '2026-11-01T00:00:00',
    ]) {
      await refused('territories', { datetime: wrong });
    }
  });

  test('/req/core/fc-links, fc-rel-type, fc-timeStamp, fc-numberMatched, fc-numberReturned: pages lead to each other, through everything once', async () => {
    const ids: string[] = [];
    const backwards: string[] = [];
    let href: string | undefined = '/ogc/collections/villages/items?limit=10';
    while (href !== undefined) {
      const page: Items = (await service.app.inject(pathOf(href))).json<Items>();
      // The time of an answer may be told or not: without it, equal answers are equal bytes for caches.
      expect(page).not.toHaveProperty('timeStamp');
      expect(page.numberMatched).toBe(folder.villages.length);
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.links.every(({ rel, type }) => rel !== '' && type !== '')).toBe(true);
      expect(relsOf(page)).toEqual(expect.arrayContaining(['self', 'alternate']));
      ids.push(...page.features.map(({ id }) => id));
      backwards.push(...page.links.filter(({ rel }) => rel === 'prev').map((link) => link.href));
      href = page.links.find(({ rel }) => rel === 'next')?.href;
    }
    expect(ids.toSorted()).toEqual(folder.villages.map(({ id }) => `al-lith.${id}`).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(backwards).toHaveLength(3);
  });

  test('/req/core/f-op, f-success, f-links: every feature can be read by itself', async () => {
    for (const collection of KINDS) {
      for (const { id, geometry, properties } of (await readItems(service.app, collection)).features) {
        const one = await read<{ links: Link[] }>(service.app, `/collections/${collection}/items/${id}`);
        expect(one).toMatchObject({ type: 'Feature', id, geometry, properties });
        expect(relsOf(one)).toEqual(['self', 'alternate', 'collection']);
      }
    }
    const unknown = await ask(service.app, '/collections/villages/items/al-lith.nowhere');
    expect([unknown.statusCode, problemCode(unknown)]).toEqual([404, 'feature-not-found']);
  });
});

describe('Part 1, GeoJSON, HTML and OpenAPI 3.0', () => {
  test('/req/geojson/definition, content: features are application/geo+json', async () => {
    for (const path of ['/collections/areas/items', '/collections/areas/items/al-lith']) {
      for (const accept of ['application/geo+json', 'application/json', '*/*']) {
        const { headers } = await ask(service.app, path, { accept });
        expect(headers['content-type']).toBe('application/geo+json');
      }
    }
  });

  test.each([
    ['ar', 'rtl', 'مناطق التخطيط'],
    ['en', 'ltr', 'Planning areas'],
  ])('/req/html/definition, content: people read pages in %s', async (language, direction, title) => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': language };
    for (const path of [
      '',
      '/conformance',
      '/api',
      '/collections',
      '/collections/areas',
      '/collections/areas/queryables',
      '/collections/areas/items',
      '/collections/areas/items/al-lith',
    ]) {
      const page = await ask(service.app, path, headers);
      expect([path, page.headers['content-type']]).toEqual([path, 'text/html; charset=utf-8']);
      expect(page.headers['content-language']).toBe(language);
      expect(page.body).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(page.body).not.toContain('undefined');
    }
    expect((await ask(service.app, '/collections', headers)).body).toContain(title);
    expect((await ask(service.app, `/collections?f=html&lang=${language}`)).body).toContain(title);
  });

  test('/req/oas30/oas-definition-1, oas-definition-2, oas-impl, completeness, exception-codes, security: what is described is there, with its parameters', async () => {
    const api = await read<{
      paths: Record<
        string,
        { get: { parameters: ({ $ref: string } | { name: string })[]; responses: object } }
      >;
      components: { parameters: Record<string, object>; securitySchemes: object };
    }>(service.app, '/api');
    for (const [path, { get }] of Object.entries(api.paths)) {
      const response = await ask(
        service.app,
        path.replace(/^\/$/, '').replace('{featureId}', await firstOf(path)),
      );
      expect([path, response.statusCode]).toEqual([path, 200]);
      expect(Object.keys(get.responses)).toEqual(['200', '4XX']);
      for (const parameter of get.parameters) {
        if ('$ref' in parameter)
          expect(api.components.parameters).toHaveProperty(parameter.$ref.split('/')[3] ?? '');
      }
    }
    expect(api.components.securitySchemes).toEqual({
      session: { type: 'apiKey', in: 'cookie', name: 'nitaq.session_token' },
    });
    expect(api.components.parameters).toMatchObject({
      limit: {
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1 },
        style: 'form',
        explode: false,
      },
      bbox: { schema: { type: 'array', items: { type: 'number' } }, style: 'form', explode: false },
      datetime: { schema: { type: 'string' }, style: 'form', explode: false },
    });
  });
});

describe('who may read what', () => {
  test('drafts are collections of those with a role alone', async () => {
    const asPerson = await service.app.inject('/ogc/collections');
    expect(asPerson.json<{ collections: Collection[] }>().collections.map(({ id }) => id)).toContain(
      'territories.al-lith.draft-whole',
    );
    expect(asPerson.headers['cache-control']).toBe('private, no-cache');
    const url = '/ogc/collections/territories.al-lith.draft-whole/items';
    expect((await service.app.inject(url)).json<Items>().numberMatched).toBe(4);
    for (const path of ['', '/items', '/items/al-lith.draft-whole.lith', '/queryables']) {
      const response = await ask(service.app, `/collections/territories.al-lith.draft-whole${path}`);
      expect([path, response.statusCode, problemCode(response)]).toEqual([path, 401, 'sign-in-needed']);
    }
    expect((await ask(service.app, '/collections/territories.al-lith.nothing')).statusCode).toBe(401);
    expect((await ask(service.app, '/collections/territories.nowhere.nothing')).statusCode).toBe(404);
    expect(
      (await ask(service.app, '/collections/territories/items/al-lith.draft-whole.lith')).statusCode,
    ).toBe(404);
    const { headers } = await ask(service.app, '/collections/areas/items');
    expect(headers).toMatchObject({
      'cache-control': expect.stringContaining('public'),
      etag: expect.any(String),
    });
  });

  test('no count of need is in any of it', async () => {
    for (const id of KINDS) {
      const names = Object.keys((await readItems(service.app, id)).features[0]?.properties ?? {});
      expect(names.filter((name) => /orphan|widow|famil|need|capacity/.test(name))).toEqual([]);
    }
  });
});

async function refused(collection: string, parameters: Record<string, string>): Promise<void> {
  const response = await ask(service.app, `/collections/${collection}/items?${query(parameters)}`);
  const found = response.statusCode === 400 ? problemCode(response) : response.statusCode;
  expect([parameters, found]).toEqual([parameters, 'query-parameter-invalid']);
}

async function firstOf(path: string): Promise<string> {
  const [, collection] = /^\/collections\/([^/]+)\/items\//.exec(path) ?? [];
  if (collection === undefined) return '';
  return (await readItems(service.app, collection)).features[0]?.id ?? '';
}

function positionsOf(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]];
  return coordinates.flatMap(positionsOf);
}
