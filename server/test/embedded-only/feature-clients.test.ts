import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
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
