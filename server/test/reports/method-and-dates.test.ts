import { LANGUAGES, type Language, type Report } from '@nitaq/core';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaOfPlaces } from '../support/area-of-places.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** The first place on earth where a day begins: fourteen hours before Greenwich. */
const TIME_ZONE = 'Pacific/Kiritimati';
const AREA = '/api/v1/areas/places-3';
let service: TestService;

beforeAll(async () => {
  const folder = areaOfPlaces(3, { timeZone: TIME_ZONE });
  service = await startTestService({ as: null, folder, now: () => new Date('2026-11-24T09:00:00Z') });
});
afterAll(() => service.close());

const ask = async (format: string, lang: Language) => {
  const url = `${AREA}/reports/coverage?format=${format}&lang=${lang}&since=2026-11-10`;
  const response = await service.app.inject({ url });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response;
};

const SAID = {
  ar: {
    method: 'تُحسب التغطية من نطاقات الخطة',
    sources: 'المصادر والتراخيص: مسح ميداني ٢٠٢٦',
    days: ['٣٠ جمادى الأولى ١٤٤٨ هـ', '١٤ جمادى الآخرة ١٤٤٨ هـ'],
    both: '١٤ جمادى الآخرة ١٤٤٨ هـ — ٢٤ نوفمبر ٢٠٢٦',
  },
  en: {
    method: 'Coverage follows from the territories of the plan',
    sources: 'Sources and licences: Field survey of 2026',
    days: ['Nov 10, 2026', 'Nov 24, 2026'],
    both: 'November 24, 2026 — Jumada II 14, 1448 AH',
  },
} as const satisfies Record<Language, object>;
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

describe.each(LANGUAGES)('method, sources, dates and the hash of the plan (%s)', (lang) => {
  const { method, sources, days, both } = SAID[lang];

  test('are on the page and in the workbook, the days as the area counts them', async () => {
    const { plan } = (await ask('json', lang)).json<Report>();
    const page = plain((await ask('html', lang)).body);
    const { sheets } = await readXlsx((await ask('xlsx', lang)).rawPayload);
    const workbook = plain(sheets.flatMap(({ rows }) => rows.flat()).join('\n'));
    for (const text of [page, workbook]) {
      for (const said of [method, sources, both, plan.contentHash]) expect(text).toContain(said);
      for (const day of days) expect(text).toContain(day);
    }
  });

  test.skipIf(!hasPoppler)('are on paper', async () => {
    const { plan } = (await ask('json', lang)).json<Report>();
    const text = textOf((await ask('pdf', lang)).rawPayload).replaceAll(/\s+/g, ' ');
    expect(text.replaceAll(' ', '')).toContain(plan.contentHash.slice(0, 24));
    if (lang === 'en') for (const said of [method, sources, both, ...days]) expect(text).toContain(said);
    else expect(text).toMatch(/المصادر .*مسح/);
  });
});

test('forms for GIS programs name their sources and their plan', async () => {
  const { plan, day } = (await ask('json', 'en')).json<Report>();
  const { report } = (await ask('geojson', 'en')).json();
  expect(report).toMatchObject({ plan, sources: [{ en: 'Field survey of 2026' }] });
  const gpkg = (await ask('gpkg', 'en')).rawPayload;
  const description = ['First plan', day, plan.contentHash, 'Field survey of 2026', 'مسح ميداني ٢٠٢٦'];
  expect(gpkg.includes(description.join(' · '))).toBe(true);
});

test('digits are as their reader prefers, on the page, on maps and on paper', async () => {
  const read = async (path: string) => {
    const response = await service.app.inject({ url: `${AREA}/reports/${path}` });
    expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
    return response;
  };
  for (const [asked, day, km2] of [
    ['lang=ar&digits=latn', '14 جمادى الآخرة 1448 هـ', /\d\.\d\d/],
    ['lang=en&digits=arab', 'Jumada II ١٤, ١٤٤٨ AH', /[٠-٩]٫[٠-٩][٠-٩]/],
  ] as const) {
    const page = plain((await read(`coverage?format=html&${asked}`)).body);
    expect(page).toContain(day);
    expect(page).toMatch(km2);
    expect(plain((await read(`map?format=svg&${asked}`)).body)).toContain(day);
    if (!hasPoppler) continue;
    for (const path of [`agreement?plan=first&${asked}`, `coverage?format=pdf&${asked}`])
      expect(textOf((await read(path)).rawPayload)).toMatch(km2);
  }
});
