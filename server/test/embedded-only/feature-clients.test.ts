import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { OgcApiEndpoint } from '@camptocamp/ogc-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Items } from '../features/feature-requests.ts';
import { type RunningService, runService, temporaryFolder } from '../support/run-service.ts';

const run = promisify(execFile);
/** Debian's own: the one that its packages of Python are for. */
const PYTHON = '/usr/bin/python3';
const has = (command: string, args: readonly string[]) => spawnSync(command, args).status === 0;
const hasGdal = has('ogrinfo', ['--version']);
const hasOwslib = has(PYTHON, ['-c', 'import owslib']);
const hasQgis = has(PYTHON, ['-c', 'import qgis.core']);
const KINDS = ['areas', 'territories', 'villages', 'gaps', 'overlaps', 'seats'];

let service: RunningService;
let root: string;

beforeAll(async () => {
  service = await runService({ DATA_DIR: temporaryFolder() });
  root = `${service.address}/ogc`;
});
afterAll(() => service.end('SIGTERM'));

async function itemsOf(collection: string, query = ''): Promise<Items> {
  const response = await fetch(`${root}/collections/${collection}/items?limit=1000${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Items;
}

/** How many requests to `/ogc` the service has answered. */
async function requestsSoFar(): Promise<number> {
  const text = await (await fetch(`${service.address}/metrics`)).text();
  const counts = text.matchAll(/^http_request_duration_seconds_count\{[^}]*route="\/ogc[^}]*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

interface PointItems {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly number[] } }[];
}

const placeOf = ({ features: [first] }: PointItems) => first?.geometry.coordinates ?? [];

interface Read {
  readonly features: readonly { readonly properties: { readonly id: string }; readonly geometry: unknown }[];
}

/** What GDAL makes of a layer; arguments select from it. */
async function withGdal(layer: string, args: readonly string[] = []): Promise<Read> {
  const to = ['-f', 'GeoJSON', '/vsistdout/', `OAPIF:${root}`, layer];
  const { stdout } = await run('ogr2ogr', [...args, ...to], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Read;
}

async function withPython(script: string, args: readonly string[]) {
  const file = path.resolve(import.meta.dirname, '../clients', script);
  const { stdout } = await run(PYTHON, [file, ...args]);
  return JSON.parse(stdout);
}

/** Debian: apt-get install gdal-bin. */
describe.skipIf(!hasGdal)('GDAL', () => {
  test.each(KINDS)('reads every feature of %s', async (collection) => {
    const expected = (await itemsOf(collection)).features;
    const { features } = await withGdal(collection);
    expect(features.map(({ properties }) => properties.id)).toEqual(expected.map(({ id }) => id));
    expect(features.filter(({ geometry }) => geometry === null).length).toBe(
      expected.filter(({ geometry }) => geometry === null).length,
    );
  });

  test('has its filters answered by the service, in at most five requests', async () => {
    const expected = (await itemsOf('overlaps', '&associations=ghumayqah, lith')).features;
    expect(expected.length).toBeGreaterThan(0);
    const before = await requestsSoFar();
    const { features } = await withGdal('overlaps', ['-where', "associations = 'ghumayqah, lith'"]);
    expect(features.map(({ properties }) => properties.id)).toEqual(expected.map(({ id }) => id));
    expect((await requestsSoFar()) - before).toBeLessThanOrEqual(5);
  });

  test('finds what lies in a box, and one feature by its id', async () => {
    const inBox = await withGdal('villages', ['-spat', '40.2', '20.1', '40.3', '20.2']);
    const expected = (await itemsOf('villages', '&bbox=40.2,20.1,40.3,20.2')).features;
    expect(inBox.features.map(({ properties }) => properties.id)).toEqual(expected.map(({ id }) => id));
    const one = await withGdal('villages', ['-where', "id = 'al-lith.saya'"]);
    expect(one.features.map(({ properties }) => properties.id)).toEqual(['al-lith.saya']);
  });
});

/** Debian: apt-get install python3-owslib. */
describe.skipIf(!hasOwslib)('OWSLib', () => {
  test('reads the service, pages, boxes and filters', async () => {
    const [all, inBox, inGaps] = await Promise.all([
      itemsOf('villages'),
      itemsOf('villages', '&bbox=40.2,20.1,40.3,20.2'),
      itemsOf('villages', '&status=gap'),
    ]);
    const ids = all.features.map(({ id }) => id);
    expect(await withPython('read-with-owslib.py', [root])).toMatchObject({
      collections: expect.arrayContaining(KINDS),
      openapi: '3.0.3',
      queryables: expect.arrayContaining(['name_ar', 'status', 'geometry']),
      villages: ids,
      page: 5,
      inBox: inBox.numberMatched,
      inGaps: inGaps.numberMatched,
      one: ids[0],
    });
  });
});

/** Debian: apt-get install python3-qgis. */
describe.skipIf(!hasQgis)('QGIS', () => {
  test('reads every feature of every collection, and what lies in a box', async () => {
    const found = await withPython('read-with-qgis.py', [root, ...KINDS]);
    for (const collection of KINDS) {
      expect([collection, found[collection].features]).toEqual([
        collection,
        (await itemsOf(collection)).numberMatched,
      ]);
    }
    expect(found.inBox).toBe((await itemsOf('villages', '&bbox=40.2,20.1,40.3,20.2')).numberMatched);
  });
});

describe('ogc-client', () => {
  const UTM_37N = 'http://www.opengis.net/def/crs/EPSG/0/32637';
  const client = () => new OgcApiEndpoint(root);

  test('finds every collection of features and what is fulfilled', async () => {
    expect(await client().featureCollections).toEqual(expect.arrayContaining(KINDS));
    expect(await client().conformanceClasses).toContain(
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
    );
    expect((await client().getCollectionInfo('villages')).crs).toContain(UTM_37N);
  });

  test.each(KINDS)('reads every feature of %s, page by page', async (collection) => {
    const expected = (await itemsOf(collection)).features.map(({ id }) => id);
    const found: unknown[] = [];
    for (let offset = 0, page = 1; page > 0; offset += page) {
      const items = await client().getCollectionItems(collection, 25, offset);
      page = items.length;
      found.push(...items.map(({ id }) => id));
    }
    expect(found).toEqual(expected);
  });

  test('finds what lies in a box, one feature by its id, and what was so on a day', async () => {
    const box = [40.2, 20.1, 40.3, 20.2] as [number, number, number, number];
    const inBox = await client().getCollectionItemsUrl('villages', {
      asJson: true,
      extent: box,
      limit: 1000,
    });
    const expected = (await itemsOf('villages', '&bbox=40.2,20.1,40.3,20.2')).features.map(({ id }) => id);
    expect(((await (await fetch(inBox)).json()) as Items).features.map(({ id }) => id)).toEqual(expected);
    const [first] = await client().getCollectionItems('villages', 1);
    expect(await client().getCollectionItem('villages', String(first?.id))).toMatchObject({ id: first?.id });
    const before = { dateTime: new Date('2000-01-01T00:00:00Z'), asJson: true };
    const long = await fetch(await client().getCollectionItemsUrl('territories', before));
    expect((await long.json()) as Items).toMatchObject({ numberMatched: 0 });
  });

  test('has places in metres where it asks for UTM', async () => {
    const address = await client().getCollectionItemsUrl('seats', { asJson: true, outputCrs: UTM_37N });
    const answer = await fetch(address);
    expect(answer.headers.get('content-crs')).toBe(`<${UTM_37N}>`);
    const [east = 0, north = 0] = placeOf((await answer.json()) as PointItems);
    const [lon = 0, lat = 0] = placeOf(
      (await (await fetch(`${root}/collections/seats/items`)).json()) as PointItems,
    );
    // The middle of zone 37 lies 39 degrees east and has 500 km; a degree is some 111 km, along a parallel less.
    expect(Math.abs(east - 500_000 - (lon - 39) * 111_320 * Math.cos((lat * Math.PI) / 180))).toBeLessThan(
      1_000,
    );
    expect(Math.abs(north - lat * 110_700)).toBeLessThan(5_000);
  });
});
