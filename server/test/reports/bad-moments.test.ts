import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AreaId, LANGUAGES, type Language, type LocalizedText, type Report } from '@nitaq/core';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaFolder } from '../../src/area-folder/area-folder.ts';
import { importArea } from '../../src/services/import-area.ts';
import { areaOfPlaces } from '../support/area-of-places.ts';
import { hasPoppler, infoOf, textOf } from '../support/poppler.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const both = (text: string): LocalizedText => ({ ar: text, en: text });
const ONE_WORD = both('قريةطويلة'.repeat(40).slice(0, 300));
const TWO_DIRECTIONS = both('قرية (Village) 12 «الوادي» – North/شمال '.repeat(10).slice(0, 300).trim());

/** What is odd about an area, each by itself. */
const AREAS = {
  'names of 300 letters without a space': withNames(ONE_WORD),
  'names of 300 letters in two directions': withNames(TWO_DIRECTIONS),
  'villages without a location': (folder: AreaFolder) => ({
    ...folder,
    villages: folder.villages.map((village) => ({ ...village, location: null })),
  }),
  'no villages': (folder: AreaFolder) => ({ ...folder, villages: [] }),
  'no associations': (folder: AreaFolder) => ({
    ...folder,
    associations: [],
    plans: folder.plans.map((plan) => ({ ...plan, territories: [] })),
  }),
  'a plan without territories': (folder: AreaFolder) => ({
    ...folder,
    plans: folder.plans.map((plan) => ({ ...plan, territories: [] })),
  }),
} as const satisfies Record<string, (folder: AreaFolder) => AreaFolder>;
const MOMENTS = Object.keys(AREAS) as (keyof typeof AREAS)[];
const FORMS = ['json', 'html', 'pdf', 'xlsx', 'csv', 'geojson', 'gpkg'] as const;
const PICTURES = ['svg', 'png'] as const;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ as: null, now: () => new Date('2026-11-24T09:00:00Z') });
  for (const [at, moment] of MOMENTS.entries()) {
    const folder = AREAS[moment](areaOfPlaces(3));
    await importArea(service.db, { ...folder, area: { ...folder.area, id: `odd-${at}` as AreaId } });
  }
  const { area, ...rest } = areaOfPlaces(3);
  await importArea(service.db, { ...rest, plans: [], area: { ...area, id: 'unplanned' as AreaId } });
});
afterAll(() => service.close());

function withNames(name: LocalizedText) {
  return (folder: AreaFolder): AreaFolder => ({
    area: { ...folder.area, name },
    associations: folder.associations.map((one) => ({ ...one, name, seat: { ...one.seat, name } })),
    villages: folder.villages.map((one) => ({ ...one, name })),
    plans: folder.plans.map((plan) => ({ ...plan, title: name })),
  });
}

const get = (area: string, asked: string) =>
  service.app.inject({ url: `/api/v1/areas/${area}/reports/${asked}` });

/** The villages in each form, as whoever opens it reads them. */
async function villagesIn(form: (typeof FORMS)[number], bytes: Buffer): Promise<(string | null)[] | null> {
  switch (form) {
    case 'json':
      return (JSON.parse(bytes.toString()) as Report).villages.map(({ id }) => id);
    case 'csv': {
      const [, ...rows]: string[][] = parse(bytes, { bom: true });
      return rows.map(([, , id = '']) => id);
    }
    case 'xlsx': {
      const { sheets } = await readXlsx(bytes);
      return (sheets.at(-1)?.rows.slice(1) ?? []).map((row) => String(row[2]));
    }
    case 'geojson': {
      const { features } = JSON.parse(bytes.toString());
      return features.flatMap(({ properties }: { properties: { layer: string; village: string } }) =>
        properties.layer === 'villages' ? [properties.village] : [],
      );
    }
    case 'gpkg':
      return villagesInGeoPackage(bytes);
    case 'html':
    case 'pdf':
      return null;
  }
}

function villagesInGeoPackage(bytes: Buffer): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-gpkg-'));
  try {
    const file = path.join(folder, 'it.gpkg');
    writeFileSync(file, bytes);
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('select village from villages order by fid').all();
    database.close();
    return rows.map(({ village }) => String(village));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

describe.each(MOMENTS.map((moment, at) => [moment, `odd-${at}`] as const))('%s', (moment, area) => {
  test.each(LANGUAGES)('every form is a sensible report (%s)', async (lang: Language) => {
    const report = (await get(area, 'coverage')).json<Report>();
    const ids = report.villages.map(({ id }) => id);
    for (const form of FORMS) {
      const response = await get(area, `coverage?format=${form}&lang=${lang}`);
      expect([form, response.statusCode]).toEqual([form, 200]);
      const villages = await villagesIn(form, response.rawPayload);
      if (villages !== null) expect([form, villages]).toEqual([form, ids]);
      if (form !== 'gpkg' && form !== 'pdf')
        expect([form, response.body]).not.toEqual([form, expect.stringMatching(/NaN|undefined|\[object/)]);
      if (form === 'pdf' && hasPoppler) {
        expect(infoOf(response.rawPayload)).toMatchObject({ isTagged: true });
        if (moment.startsWith('names of 300') && lang === 'en' && report.villages[0])
          expect(letters(textOf(response.rawPayload)).length).toBeGreaterThan(
            report.villages.length * letters(report.villages[0].name.en).length,
          );
      }
    }
  });

  test.each(LANGUAGES)('its map and its agreement are drawn (%s)', async (lang: Language) => {
    for (const format of PICTURES) {
      const picture = await get(area, `map?format=${format}&lang=${lang}`);
      expect([format, picture.statusCode]).toEqual([format, 200]);
      if (format === 'png') expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
      else expect(picture.body).not.toMatch(/NaN|undefined|null|Infinity/);
    }
    const signed = await get(area, `agreement?plan=first&lang=${lang}`);
    expect([signed.statusCode, signed.headers['content-type']]).toEqual([200, 'application/pdf']);
    if (hasPoppler) expect(infoOf(signed.rawPayload).isTagged).toBe(true);
  });
});

test.each([
  ['no villages', 'لا قرى في هذه المنطقة بعد.', 'This area has no villages yet.'],
  ['no associations', 'لا جمعيات في هذه المنطقة بعد.', 'This area has no associations yet.'],
  [
    'a plan without territories',
    'لم يُرسم أي نطاق في هذه الخطة بعد.',
    'No territory is drawn in this plan yet.',
  ],
] as const)('an area with %s says so on its page and on paper', async (moment, ar, en) => {
  const area = `odd-${MOMENTS.indexOf(moment)}`;
  expect((await get(area, 'coverage?format=html&lang=ar')).body).toContain(ar);
  expect((await get(area, 'coverage?format=html&lang=en')).body).toContain(en);
  if (hasPoppler) expect(textOf((await get(area, 'coverage?format=pdf&lang=en')).rawPayload)).toContain(en);
});

test('a plan without territories is one gap', async () => {
  const area = `odd-${MOMENTS.indexOf('a plan without territories')}`;
  const { summary, gaps } = (await get(area, 'coverage')).json<Report>();
  expect([summary.coveredOnceKm2, summary.percent.gap, gaps.length]).toEqual([0, 100, 1]);
});

test('names of 300 letters are whole in every form that can be searched', async () => {
  for (const [at, { ar }] of [ONE_WORD, TWO_DIRECTIONS].entries()) {
    const page = (await get(`odd-${at}`, 'coverage?format=html&lang=ar')).body;
    expect(page.replaceAll(/[\u2066-\u2069]/g, '')).toContain(ar);
    const { sheets } = await readXlsx((await get(`odd-${at}`, 'coverage?format=xlsx&lang=ar')).rawPayload);
    expect(
      sheets
        .at(-1)
        ?.rows.slice(1)
        .map(([name]) => name),
    ).toEqual(Array(9).fill(ar));
    const rows: string[][] = parse((await get(`odd-${at}`, 'coverage?format=csv&lang=ar')).body, {
      bom: true,
    });
    expect(rows.slice(1).map(([name]) => name)).toEqual(Array(9).fill(ar));
  }
});

test('a village without a location has a card, and its place in no file', async () => {
  const area = `odd-${MOMENTS.indexOf('villages without a location')}`;
  const { features } = (await get(area, 'coverage?format=geojson')).json();
  const villages = features.filter(
    (one: { properties: { layer: string } }) => one.properties.layer === 'villages',
  );
  expect(villages.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual(Array(9).fill(null));
  const card = await get(area, 'village-card?village=v-0&lang=ar');
  expect([card.statusCode, card.headers['content-type']]).toEqual([200, 'application/pdf']);
});

test.each([
  ['a day before the first plan', 'odd-0', '&at=2026-10-30', 'no-plan-in-force-then'],
  ['an area in which no plan is in force', 'unplanned', '', 'no-plan-in-force'],
])('%s is told as such in every form', async (_, area, when, code) => {
  const asked = [
    ...FORMS.map((form) => `coverage?format=${form}${when}`),
    ...PICTURES.map((format) => `map?format=${format}${when}`),
  ];
  for (const one of asked) {
    const response = await get(area, one);
    expect([one, response.statusCode, problemCode(response)]).toEqual([one, 404, code]);
  }
});
