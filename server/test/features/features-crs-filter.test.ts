import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withPlanInForce } from '../support/area-variants.ts';
import { problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';
import { ask, CRS84, epsg, KINDS, query, read, readItems } from './feature-requests.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const SYSTEMS = [CRS84, epsg(4326), epsg(3857), epsg(32637)];
let service: TestService;

beforeAll(async () => {
  const folder = withPlanInForce(await shippedArea(), 'opening-claims');
  service = await startTestService({ folder, now: () => NOW });
});
afterAll(() => service.close());

const refusal = async (collection: string, parameters: Record<string, string>) => {
  const response = await ask(service.app, `/collections/${collection}/items?${query(parameters)}`);
  return [response.statusCode, problemCode(response)];
};
const idsOf = async (collection: string, parameters: Record<string, string>) =>
  (await readItems(service.app, collection, { limit: 1000, ...parameters })).features.map(({ id }) => id);

/** Named after the requirements of OGC API – Features, Part 2: Coordinate Reference Systems by Reference (18-058r1). */
describe('Part 2, coordinate reference systems', () => {
  test('/req/crs/crs-uri, fc-md-crs-list, fc-md-crs-list-global, fc-md-storageCrs, fc-md-storageCrs-valid-value: every collection lists them', async () => {
    const all = await read<{ crs: string[]; collections: { crs: string[]; storageCrs: string }[] }>(
      service.app,
      '/collections',
    );
    expect(all.crs).toEqual(SYSTEMS);
    for (const { crs, storageCrs } of all.collections) {
      expect(crs).toEqual(SYSTEMS);
      expect(storageCrs).toBe(CRS84);
    }
  });

  // The seat in Al Lith, 40.2722 east and 20.1527 north; metres as PROJ 9.1 gives them (gdaltransform -s_srs OGC:CRS84).
  test.each([
    [CRS84, [40.2722, 20.1527]],
    [epsg(4326), [20.1527, 40.2722]],
    [epsg(3857), [4_483_080.797, 2_291_129.139]],
    [epsg(32637), [632_958.363, 2_228_887.849]],
  ])(
    '/req/crs/fc-crs-action, geojson, ogc-crs-header, ogc-crs-header-value: %s comes with its axes in their order',
    async (crs, expected) => {
      for (const path of ['items', 'items/al-lith.lith']) {
        const response = await ask(service.app, `/collections/seats/${path}?${query({ crs })}`);
        expect(response.headers['content-crs']).toBe(`<${crs}>`);
        const json = response.json();
        const feature =
          json.type === 'Feature'
            ? json
            : json.features.find(({ id }: { id: string }) => id === 'al-lith.lith');
        for (const [i, value] of feature.geometry.coordinates.entries()) {
          expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThan(0.01);
        }
      }
    },
  );

  test('/req/crs/fc-crs-definition, fc-crs-valid-value, fc-crs-default-value, fc-bbox-crs-definition, fc-bbox-crs-valid-value, fc-bbox-crs-default-value: others are refused, and CRS84 is what is meant', async () => {
    for (const parameter of ['crs', 'bbox-crs', 'filter-crs']) {
      for (const value of [epsg(32638), 'EPSG:4326', '']) {
        expect(await refusal('seats', { [parameter]: value })).toEqual([400, 'query-parameter-invalid']);
      }
    }
    const { headers } = await ask(service.app, '/collections/seats/items');
    expect(headers['content-crs']).toBe(`<${CRS84}>`);
  });

  // The last is the box around the corners as PROJ projects them: in UTM the sides of a box of degrees are no straight lines.
  test.each([
    [CRS84, '40.2,20.1,40.3,20.2'],
    [epsg(4326), '20.1,40.2,20.2,40.3'],
    [epsg(3857), '4475043.53,2284881.07,4486175.48,2296738.78'],
    [epsg(32637), '625374,2222998.9,635909.7,2234145.7'],
  ])('/req/crs/fc-bbox-crs-action: a box in %s finds the same villages', async (crs, bbox) => {
    const found = await idsOf('villages', { bbox, 'bbox-crs': crs });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await idsOf('villages', { bbox: '40.2,20.1,40.3,20.2' }));
  });

  test('a box in EPSG:4326 runs over the 180th meridian by its longitudes', async () => {
    expect(await idsOf('areas', { bbox: '20,170,21,40', 'bbox-crs': epsg(4326) })).toEqual(['al-lith']);
    expect(await refusal('areas', { bbox: '21,40,20,41', 'bbox-crs': epsg(4326) })).toEqual([
      400,
      'query-parameter-invalid',
    ]);
  });
});

/** Named after the requirements of OGC API – Features, Part 3: Filtering (19-079r2). */
describe('Part 3, filtering', () => {
  test('/req/queryables/get-queryables-op, get-queryables-response, queryables-link: every collection says what can be asked for', async () => {
    for (const id of KINDS) {
      const response = await ask(service.app, `/collections/${id}/queryables`);
      expect(response.headers['content-type']).toBe('application/schema+json');
      const schema = response.json();
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.properties.geometry).toMatchObject({ 'x-ogc-role': 'primary-geometry' });
      const { features } = await readItems(service.app, id);
      expect(Object.keys(schema.properties)).toEqual(
        expect.arrayContaining(Object.keys(features[0]?.properties ?? {})),
      );
      const { links } = await read<{ links: { rel: string }[] }>(service.app, `/collections/${id}`);
      const rel = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
      expect(links.map((link) => link.rel)).toContain(rel);
      const { headers } = await ask(service.app, `/collections/${id}/items`);
      expect(headers.link).toContain(`<${schema.$id}>; rel="${rel}"`);
    }
  });

  test('/req/queryables-query-parameters/parameters: each property is a parameter', async () => {
    for (const collection of KINDS) {
      const [first] = (await readItems(service.app, collection)).features;
      for (const [name, value] of Object.entries(first?.properties ?? {})) {
        if (value !== null) expect(await idsOf(collection, { [name]: String(value) })).toContain(first?.id);
      }
    }
    expect(await idsOf('seats', { association: 'lith', area: 'al-lith' })).toEqual(['al-lith.lith']);
    expect(await refusal('areas', { area_km2: 'large' })).toEqual([400, 'query-parameter-invalid']);
    expect(await refusal('areas', { geometry: 'x' })).toEqual([400, 'query-parameter-unknown']);
  });

  test('/req/filter/filter-param, response, /req/queryables/expression-construction: what passes the filter, and nothing else', async () => {
    const all = (await readItems(service.app, 'villages', { limit: 1000 })).features;
    const gap = all.filter(({ properties }) => properties.status === 'gap').map(({ id }) => id);
    expect(gap.length).toBeGreaterThan(1);
    expect(await idsOf('villages', { filter: "status = 'gap'" })).toEqual(gap);
    expect(await idsOf('villages', { filter: "status = 'gap'", 'filter-lang': 'cql2-text' })).toEqual(gap);
    const json = JSON.stringify({ op: '=', args: [{ property: 'status' }, 'gap'] });
    expect(await idsOf('villages', { filter: json, 'filter-lang': 'cql2-json' })).toEqual(gap);
    const rest = await idsOf('villages', { filter: "NOT status = 'gap'" });
    expect(rest.length + gap.length).toBe(all.length);
  });

  test('/req/filter/filter-lang-param, mixing-expressions, /req/features-filter/response: with the other parameters, and only in languages there are', async () => {
    const both = await idsOf('villages', { filter: "status = 'gap'", bbox: '40,20,41,21', kind: 'village' });
    const apart = await Promise.all([
      idsOf('villages', { filter: "status = 'gap'" }),
      idsOf('villages', { bbox: '40,20,41,21' }),
      idsOf('villages', { kind: 'village' }),
    ]);
    expect(both).toEqual(apart[0]?.filter((id) => apart.every((ids) => ids.includes(id))));
    expect(await refusal('villages', { filter: 'true', 'filter-lang': 'sql' })).toEqual([
      400,
      'query-parameter-invalid',
    ]);
  });

  test.each([
    [CRS84, '40.2,20.1,40.3,20.2', '40.2722 20.1527'],
    [epsg(4326), '20.1,40.2,20.2,40.3', '20.1527 40.2722'],
    [epsg(3857), '4475043.53,2284881.07,4486175.48,2296738.78', '4483080.797 2291129.139'],
  ])('/req/filter/filter-crs-wgs84, filter-crs-param: places are written in %s', async (crs, box, point) => {
    const found = await idsOf('villages', {
      filter: `S_INTERSECTS(geometry,BBOX(${box}))`,
      'filter-crs': crs,
    });
    expect(found).toEqual(await idsOf('villages', { bbox: '40.2,20.1,40.3,20.2' }));
    const owners = await idsOf('territories', {
      filter: `S_INTERSECTS(geometry,POINT(${point}))`,
      'filter-crs': crs,
    });
    expect(owners).toContain('al-lith.opening-claims.lith');
  });

  test.each([
    ['status =', 'filter-syntax'],
    ["owner = 'x'", 'filter-property-unknown'],
    ['status = 3', 'filter-types-differ'],
    ['S_WITHIN(geometry, POINT(1 2))', 'filter-not-supported'],
    [`${'('.repeat(50)}true${')'.repeat(50)}`, 'filter-too-deep'],
    ['', 'filter-syntax'],
  ])(
    '/req/features-filter/filter-lang-param, /req/basic-cql2/property: %s is refused as %s',
    async (filter, code) => {
      expect(await refusal('villages', { filter })).toEqual([400, code]);
    },
  );

  test.each(['{', '[]', '3', '{"op":"="}', '{"__proto__":1}'])(
    '/req/features-filter/filter-lang-param: %s is no CQL2 JSON, and refused',
    async (filter) => {
      const [status] = await refusal('villages', { filter, 'filter-lang': 'cql2-json' });
      expect(status).toBe(400);
    },
  );

  test('names are found in Arabic, whatever the marks on Latin letters', async () => {
    expect(await idsOf('villages', { filter: "name_ar LIKE '%عفف%'" })).toEqual(['al-lith.afaf']);
    expect(await idsOf('seats', { filter: "CASEI(ACCENTI(seat_en)) LIKE casei('%LITH%')" })).toEqual([
      'al-lith.lith',
    ]);
  });
});
