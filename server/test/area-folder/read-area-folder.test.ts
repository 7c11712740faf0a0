import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessCoverage, DEFAULT_SLIVER_THRESHOLDS } from '@nitaq/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type AreaFolder,
  type AreaFolderFault,
  readAreaFolder,
} from '../../src/area-folder/read-area-folder.ts';
import { AREA, ASSOCIATIONS, rectangle, smallFolder, VILLAGES } from './small-folder.ts';

const SHIPPED = join(import.meta.dirname, '../../../geo-data/al-lith');

async function folderAt(path: string): Promise<AreaFolder> {
  const read = await readAreaFolder(path);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.folder;
}

async function faultsAt(path: string): Promise<readonly AreaFolderFault[]> {
  const read = await readAreaFolder(path);
  return read.ok ? [] : read.faults;
}

describe('the shipped area', () => {
  test('has no fault, and villages and seats without a location', async () => {
    const { area, associations, villages, plans } = await folderAt(SHIPPED);
    expect(area).toMatchObject({ id: 'al-lith', estimated: true, timeZone: 'Asia/Riyadh' });
    expect(area.land).not.toBeNull();
    expect(associations.map(({ id, seat }) => [id, seat.location !== null])).toEqual([
      ['lith', true],
      ['ghumayqah', true],
      ['wasqah', true],
      ['afaf', false],
    ]);
    expect(villages.filter(({ location }) => location !== null)).toHaveLength(28);
    expect(villages.filter(({ location }) => location === null).map(({ id }) => id)).toEqual([
      'afaf',
      'ar-rahwah',
      'jadam',
      'saya',
      'silaq',
    ]);
    expect(plans.map(({ id, state, base, example }) => [id, state, base, example])).toEqual([
      ['draft-whole', 'draft', 'opening-claims', true],
      ['opening-claims', 'in-force', null, true],
    ]);
  });

  test('opens with gaps and overlaps that villages lie in, each located seat in its own claim alone', async () => {
    const assessment = await assess('opening-claims');
    expect(assessment.totals.outsideKm2).toBe(0);
    expect(assessment.slivers.features).toEqual([]);
    const status = new Map(assessment.villages.map(({ id, ...rest }) => [String(id), rest]));
    expect(status.get('al-midrij')).toEqual({
      status: 'overlap',
      associations: ['ghumayqah', 'lith', 'wasqah'],
    });
    expect(status.get('dahyaa')).toEqual({ status: 'overlap', associations: ['afaf', 'ghumayqah'] });
    expect(status.get('al-lith')).toEqual({ status: 'covered', associations: ['lith'] });
    expect(status.get('ghumayqah')).toEqual({ status: 'covered', associations: ['ghumayqah'] });
    expect(status.get('al-wasqah')).toEqual({ status: 'covered', associations: ['wasqah'] });
    for (const village of ['suq-bani-yazid', 'qaradah', 'al-barid', 'haffar']) {
      expect(status.get(village)?.status).toBe('gap');
    }
    expect(status.get('afaf')?.status).toBe('unlocated');
  });

  test('has a draft without gap, overlap or sliver', async () => {
    const { gaps, overlaps, slivers, totals } = await assess('draft-whole');
    expect([gaps, overlaps, slivers].map(({ features }) => features.length)).toEqual([0, 0, 0]);
    expect(totals).toMatchObject({ overlapKm2: 0, gapKm2: 0, outsideKm2: 0 });
  });

  async function assess(plan: string) {
    const { area, villages, plans } = await folderAt(SHIPPED);
    const territories = plans.find(({ id }) => id === plan)?.territories ?? [];
    return assessCoverage({
      boundary: area.boundary,
      territories,
      villages,
      thresholds: DEFAULT_SLIVER_THRESHOLDS,
    });
  }

  test('tells the file, row and field of a fault planted in a copy', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'area-folder-'));
    onTestFinished(() => rm(copy, { recursive: true }));
    await cp(SHIPPED, copy, { recursive: true });
    const text = await readFile(join(copy, 'villages.csv'), 'utf8');
    const row = text.split('\n').findIndex((line) => line.startsWith('haffar,')) + 1;
    await writeFile(join(copy, 'villages.csv'), text.replace('40.8611,19.7170', '19.7170,40.8611'));
    expect(await faultsAt(copy)).toEqual([
      {
        file: 'villages.csv',
        row,
        field: 'lon',
        code: 'location-looks-swapped',
        values: { lon: 19.717, lat: 40.8611 },
      },
    ]);
  });
});

describe('reading', () => {
  test('gives everything the folder says, on the grid', async () => {
    const path = await smallFolder({
      'villages.csv': [
        ...VILLAGES,
        'three,"ثلاثة، ""الكبرى""",Three,42.12345678,21,village, Tres | Tres |Drei',
      ],
    });
    const { area, associations, villages, plans } = await folderAt(path);
    const boundary = { type: 'MultiPolygon', coordinates: [[rectangle(40, 20, 50, 22)]] };
    expect(area).toEqual({ ...AREA, boundary, land: null });
    const seatName = { ar: 'مقر', en: 'Seat' };
    expect(associations).toEqual([
      {
        id: 'east',
        name: { ar: 'شرق', en: 'East' },
        seat: { name: seatName, location: [48, 21] },
        capacity: 20,
        colour: 0,
      },
      {
        id: 'west',
        name: { ar: 'غرب', en: 'West' },
        seat: { name: seatName, location: null },
        capacity: null,
        colour: 1,
      },
    ]);
    expect(villages[0]).toMatchObject({
      id: 'one',
      kind: 'centre',
      aliases: ['Uno', 'Eins'],
      location: [41, 21],
    });
    expect(villages[1]).toMatchObject({ id: 'two', kind: 'village', aliases: [], location: null });
    expect(villages[2]).toMatchObject({
      name: { ar: 'ثلاثة، "الكبرى"', en: 'Three' },
      aliases: ['Tres', 'Drei'],
      location: [42.1234568, 21],
    });
    expect(
      plans.map(({ territories, ...rest }) => [rest.state, rest.inForceFrom, territories.length]),
    ).toEqual([
      ['in-force', '2026-10-31T21:00:00.000Z', 2],
      ['draft', null, 0],
    ]);
  });

  test('gives the centre of a village, which may stand below it', async () => {
    const rows = [
      'id,name_ar,name_en,lon,lat,kind,aliases,centre',
      'two,اثنان,Two,,,village,,one',
      'one,واحد,One,,,centre,,',
    ];
    const { villages } = await folderAt(await smallFolder({ 'villages.csv': rows }));
    expect(villages.map(({ id, centre }) => [id, centre])).toEqual([
      ['two', 'one'],
      ['one', null],
    ]);
  });

  test('takes a byte order mark, Windows line ends, empty rows and columns in any order', async () => {
    const rows = ['kind,lat,lon,name_en,name_ar,id,aliases', 'centre,21,41,One,واحد,one,', ',,,,,,', ''];
    const path = await smallFolder({ 'villages.csv': `\uFEFF${rows.join('\r\n')}` });
    const { villages } = await folderAt(path);
    expect(villages).toEqual([
      {
        id: 'one',
        name: { ar: 'واحد', en: 'One' },
        kind: 'centre',
        centre: null,
        location: [41, 21],
        aliases: [],
      },
    ]);
  });

  test('needs neither land nor plans', async () => {
    const path = await smallFolder({ 'plans/first.geojson': null, 'plans/second.geojson': null });
    expect((await folderAt(path)).plans).toEqual([]);
  });

  test('tells faults of all files at once', async () => {
    const path = await smallFolder({
      'area.json': { ...AREA, timeZone: 'Mars/Olympus' },
      'boundary.geojson': null,
      'associations.csv': [...ASSOCIATIONS, 'east,شرق,,مقر,Seat,1,,-3,x'],
      'villages.csv': [...VILLAGES, 'Bad Id,,Three,,21,town,'],
    });
    expect((await faultsAt(path)).map(({ file, row, field, code }) => [file, row, field, code])).toEqual([
      ['area.json', null, '/timeZone', 'time-zone-unknown'],
      ['boundary.geojson', null, null, 'file-missing'],
      ['associations.csv', 4, 'id', 'id-repeated'],
      ['associations.csv', 4, 'name_en', 'value-missing'],
      ['associations.csv', 4, 'seat_lat', 'location-incomplete'],
      ['associations.csv', 4, 'capacity', 'integer-malformed'],
      ['associations.csv', 4, 'colour', 'integer-malformed'],
      ['villages.csv', 4, 'id', 'id-malformed'],
      ['villages.csv', 4, 'name_ar', 'value-missing'],
      ['villages.csv', 4, 'lon', 'location-incomplete'],
      ['villages.csv', 4, 'kind', 'value-not-allowed'],
    ]);
  });
});
