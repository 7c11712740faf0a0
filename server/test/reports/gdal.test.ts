import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA } from '../support/requests.ts';
import { temporaryFolder } from '../support/run-service.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const run = promisify(execFile);
/** Debian: apt-get install gdal-bin. */
const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const hasGdal = has('ogrinfo');

let service: TestService;
let report: Report;

beforeAll(async () => {
  service = await startTestService();
  report = (await service.app.inject({ url: `${AREA}/reports/coverage` })).json<Report>();
});
afterAll(() => service.close());

async function savedReport(format: 'gpkg' | 'geojson'): Promise<string> {
  const response = await service.app.inject({ url: `${AREA}/reports/coverage?format=${format}` });
  expect(response.statusCode).toBe(200);
  const file = path.join(temporaryFolder(), `report.${format}`);
  await writeFile(file, response.rawPayload);
  return file;
}

/** What GDAL says of each layer of a file. */
async function layersOf(file: string) {
  const { stdout } = await run('ogrinfo', ['-ro', '-so', '-al', file]);
  return stdout
    .split('Layer name: ')
    .slice(1)
    .map((layer) => ({
      name: layer.slice(0, layer.indexOf('\n')),
      features: Number(/Feature Count: (\d+)/.exec(layer)?.[1]),
      isInWgs84: /ID\["EPSG",4326\]\]\nData axis/.test(layer),
    }));
}

type Properties = Readonly<Record<string, string | number | null>>;

async function propertiesIn(file: string, layer: string[] = []): Promise<Properties[]> {
  const to = ['-f', 'GeoJSON', '/vsistdout/', file, ...layer];
  const { stdout } = await run('ogr2ogr', to, { maxBuffer: 2 ** 26 });
  const { features } = JSON.parse(stdout) as { features: { properties: Properties }[] };
  return features.map(({ properties }) => properties);
}

describe.skipIf(!hasGdal)('GDAL', () => {
  test('opens a GeoPackage with every place in its layer, in WGS 84, with Arabic names', async () => {
    const file = await savedReport('gpkg');
    const isInWgs84 = true;
    expect(await layersOf(file)).toEqual([
      {
        name: 'territories',
        features: report.associations.filter(({ areaKm2 }) => areaKm2 > 0).length,
        isInWgs84,
      },
      { name: 'gaps', features: report.gaps.length, isInWgs84 },
      { name: 'overlaps', features: report.overlaps.length, isInWgs84 },
      { name: 'shared', features: report.shared.length, isInWgs84 },
      { name: 'villages', features: report.villages.length, isInWgs84 },
      { name: 'seats', features: report.associations.length, isInWgs84 },
    ]);
    const villages = await propertiesIn(file, ['villages']);
    expect(villages.map(({ name_ar }) => name_ar)).toEqual(report.villages.map(({ name }) => name.ar));
    const gaps = await propertiesIn(file, ['gaps']);
    expect(gaps.map(({ area_km2 }) => area_km2)).toEqual(report.gaps.map(({ areaKm2 }) => areaKm2));
  });

  test('opens GeoJSON with all of it', async () => {
    const file = await savedReport('geojson');
    expect(await layersOf(file)).toMatchObject([{ isInWgs84: true }]);
    const villages = (await propertiesIn(file)).filter(({ layer }) => layer === 'villages');
    expect(villages.map(({ name_ar }) => name_ar)).toEqual(report.villages.map(({ name }) => name.ar));
  });
});
