import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { withPlanInForce } from '../support/area-variants.ts';
import { problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';
import { pathOf, readItems } from './feature-requests.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const LAYERS = ['areas', 'territories', 'villages'];
/** The tile of zoom 6 with all of Al-Lith: 39.375 to 45 degrees east. */
const WHOLE = { z: 6, x: 39, y: 28 };
let service: TestService;

beforeAll(async () => {
  const folder = withPlanInForce(await shippedArea(), 'opening-claims');
  service = await startTestService({ folder, now: () => NOW });
});
afterAll(() => service.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: `/tiles${path}`, headers: { cookie: '', ...headers } });
const addressOf = (layer: string, { z, x, y } = WHOLE) => `/${layer}/${z}/${x}/${y}.mvt`;

function decode(bytes: Buffer, layer: string, { z, x, y } = WHOLE) {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => {
    const { properties, geometry } = found?.feature(i).toGeoJSON(x, y, z) ?? {};
    return { properties: properties ?? {}, geometry };
  });
}

describe.each(LAYERS)('the layer %s', (layer) => {
  test('has in its tile every feature that has a place, with its properties', async () => {
    const response = await get(addressOf(layer));
    expect(response.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const expected = (await readItems(service.app, layer, { limit: 1000 })).features.filter(
      ({ geometry }) => geometry !== null,
    );
    const found = decode(response.rawPayload, layer);
    expect(found.map((one) => one.properties.id)).toEqual(expected.map(({ id }) => id));
    for (const [i, { properties }] of expected.entries()) {
      const known = Object.entries(properties).filter(([, value]) => value !== null);
      expect(found[i]?.properties).toMatchObject(Object.fromEntries(known));
    }
  });

  test('is described as TileJSON, whose addresses are there', async () => {
    const json = (await get(`/${layer}.json`)).json();
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 0, vector_layers: [{ id: layer }] });
    const { z, x, y } = WHOLE;
    const address = json.tiles[0].replace('{z}', z).replace('{x}', x).replace('{y}', y);
    expect((await service.app.inject(pathOf(address))).statusCode).toBe(200);
    const [first] = decode((await get(addressOf(layer))).rawPayload, layer);
    expect(Object.keys(json.vector_layers[0].fields)).toEqual(
      expect.arrayContaining(Object.keys(first?.properties ?? {})),
    );
  });

  test('is kept by caches, and asked for again by its tag', async () => {
    const { headers } = await get(addressOf(layer));
    expect(headers['cache-control']).toContain('public');
    const again = await get(addressOf(layer), { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('goes compressed to those who take it so, with a tag of its own', async () => {
    const plain = await get(addressOf(layer));
    const zipped = await get(addressOf(layer), { 'accept-encoding': 'gzip, deflate, br' });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(zipped.rawPayload)).toEqual(plain.rawPayload);
    expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    expect((await get(addressOf(layer), { 'accept-encoding': 'gzip;q=0' })).rawPayload).toEqual(
      plain.rawPayload,
    );
  });
});

test('a village stands in its tile where it is', async () => {
  const { features } = await readItems(service.app, 'villages', { bbox: '40.2,20.1,40.3,20.2' });
  const [village] = features;
  const [lon = 0, lat = 0] = (village?.geometry?.coordinates ?? []) as number[];
  const z = 14;
  const [x, y] = tileAt([lon, lat], z);
  const tile = decode((await get(addressOf('villages', { z, x, y }))).rawPayload, 'villages', { z, x, y });
  const found = tile.find((one) => one.properties.id === village?.id);
  if (found?.geometry?.type !== 'Point') throw new Error('The village is not in its tile');
  const [foundLon = 0, foundLat = 0] = found.geometry.coordinates;
  // A 4096th of a tile of zoom 14 is 0.0000054 degree.
  expect(Math.abs(foundLon - lon)).toBeLessThan(0.00001);
  expect(Math.abs(foundLat - lat)).toBeLessThan(0.00001);
});

test('territories have the extent in a tile that they have, and outer rings run clockwise on the screen', async () => {
  const { features } = await readItems(service.app, 'territories');
  const response = await get(addressOf('territories'));
  const layer = new VectorTile(new PbfReader(response.rawPayload)).layers.territories;
  const drawn = decode(response.rawPayload, 'territories');
  for (const [i, { geometry }] of features.entries()) {
    const shown = areaOf(drawn[i]?.geometry);
    expect(Math.abs(shown / areaOf(geometry) - 1)).toBeLessThan(0.01);
    const rings = layer?.feature(i).loadGeometry() ?? [];
    expect(ringArea((rings[0] ?? []).map(({ x, y }) => [x, y]))).toBeGreaterThan(0);
  }
});

test('at the deepest zoom a border stands in its tile where it is, and ends just beyond it', async () => {
  const { features } = await readItems(service.app, 'territories', { limit: 1 });
  const polygons = (features[0]?.geometry?.coordinates ?? []) as number[][][][];
  const [lon = 0, lat = 0] = polygons[0]?.[0]?.[0] ?? [];
  const z = 14;
  const [x, y] = tileAt([lon, lat], z);
  const [found] = decode((await get(addressOf('territories', { z, x, y }))).rawPayload, 'territories', {
    z,
    x,
    y,
  });
  const positions = (found?.geometry?.type === 'Polygon' ? found.geometry.coordinates : []).flat();
  const nearest = Math.min(...positions.map((one) => Math.hypot((one[0] ?? 0) - lon, (one[1] ?? 0) - lat)));
  expect(nearest).toBeLessThan(0.00001);
  const width = 360 / 2 ** z;
  for (const [east = 0] of positions) expect(Math.abs(east - lon)).toBeLessThan(1.04 * width);
});

test('a tile with nothing in it is empty', async () => {
  const response = await get(addressOf('areas', { z: 6, x: 0, y: 0 }));
  expect([response.statusCode, response.body]).toEqual([204, '']);
});

test.each([
  ['/roads/6/39/28.mvt', 404, 'tile-layer-not-found'],
  ['/roads.json', 404, 'tile-layer-not-found'],
  ['/areas/6/64/28.mvt', 404, 'tile-not-found'],
  ['/areas/15/0/0.mvt', 404, 'tile-not-found'],
  ['/areas/6/-1/28.mvt', 400, 'request-invalid'],
  ['/areas/six/39/28.mvt', 400, 'request-invalid'],
])('%s is refused', async (path, status, code) => {
  const response = await get(path);
  expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
});

test('what is drawn in a draft is in no tile', async () => {
  const tile = decode(
    (await service.app.inject(`/tiles${addressOf('territories')}`)).rawPayload,
    'territories',
  );
  expect(new Set(tile.map((one) => one.properties.plan))).toEqual(new Set(['opening-claims']));
});

test('a village that is placed stands there in the next answer of the process it was placed through, and soon in those of others', async () => {
  const another = await service.startAnother();
  const url = '/ogc/collections/villages/items/al-lith.afaf';
  const tile = `/tiles${addressOf('villages')}`;
  const before = await another.inject(tile);
  expect((await another.inject(url)).json().geometry).toBeNull();
  const location = [40.75, 20.12];
  const placed = await service.app.inject({
    method: 'PUT',
    url: '/api/v1/areas/al-lith/villages/afaf/location',
    headers: { 'if-match': '*' },
    payload: { location },
  });
  expect(placed.statusCode, placed.body).toBe(200);
  const isTold = {
    geometry: { type: 'Point', coordinates: location },
    properties: { status: 'covered', associations: 'afaf' },
  };
  const told = async (app: typeof another) => (await app.inject(url)).json();
  expect(await told(service.app)).toMatchObject(isTold);
  await expect.poll(() => told(another), { timeout: 2_000 }).toMatchObject(isTold);
  for (const app of [service.app, another]) {
    const after = await app.inject(tile);
    expect(decode(after.rawPayload, 'villages').map(({ properties }) => properties.id)).toContain(
      'al-lith.afaf',
    );
    expect(after.headers.etag).not.toBe(before.headers.etag);
  }
  await another.close();
});

test('a seat that is placed, and an imported name, are told in the next answer too', async () => {
  const url = '/ogc/collections/seats/items/al-lith.lith';
  const before = await service.app.inject(url);
  expect(before.statusCode).toBe(200);
  const location = [40.76, 20.13];
  const placed = await service.app.inject({
    method: 'PUT',
    url: '/api/v1/areas/al-lith/associations/lith/seat/location',
    headers: { 'if-match': '*' },
    payload: { location },
  });
  expect(placed.statusCode, placed.body).toBe(200);
  expect((await service.app.inject(url)).json().geometry).toEqual({ type: 'Point', coordinates: location });

  const folder = withPlanInForce(await shippedArea(), 'opening-claims');
  const associations = folder.associations.map((one) =>
    one.id === 'lith' ? { ...one, name: { ar: 'جمعية الليث', en: 'Lith Association' } } : one,
  );
  await importArea(service.db, { ...folder, associations });
  expect((await service.app.inject(url)).body).toContain('Lith Association');
});

function tileAt([lon, lat]: readonly [number, number], z: number): [number, number] {
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor((0.5 - Math.atanh(Math.sin((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
  return [x, y];
}

interface Shape {
  readonly type: string;
  readonly coordinates?: unknown;
}

/** Of polygons, square degrees. */
function areaOf(shape: Shape | null | undefined): number {
  const coordinates = shape?.coordinates;
  const polygons = (shape?.type === 'Polygon' ? [coordinates] : coordinates) as number[][][][];
  return polygons
    .flatMap((rings) => rings.map((ring, i) => (i === 0 ? 1 : -1) * Math.abs(ringArea(ring))))
    .reduce((sum, one) => sum + one, 0);
}

function ringArea(ring: readonly (readonly number[])[]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
