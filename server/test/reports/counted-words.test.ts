import type { Language, Report } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { areaOfPlaces } from '../support/area-of-places.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** One for each form that a noun takes after a number, and where the forms begin and end. */
const SAID: Readonly<Record<number, readonly [gaps: string, overlaps: string, villages: string]>> = {
  0: ['لا فجوات.', 'لا تداخلات.', 'لا توجد قرية بلا جمعية.'],
  1: ['فجوة واحدة.', 'تداخل واحد.', 'قرية واحدة لا تخدمها أي جمعية.'],
  2: ['فجوتان.', 'تداخلان.', 'قريتان لا تخدمهما أي جمعية.'],
  3: ['٣ فجوات.', '٣ تداخلات.', '٣ قرى لا تخدمها أي جمعية.'],
  10: ['١٠ فجوات.', '١٠ تداخلات.', '١٠ قرى لا تخدمها أي جمعية.'],
  11: ['١١ فجوة.', '١١ تداخلًا.', '١١ قرية لا تخدمها أي جمعية.'],
  99: ['٩٩ فجوة.', '٩٩ تداخلًا.', '٩٩ قرية لا تخدمها أي جمعية.'],
  100: ['١٠٠ فجوة.', '١٠٠ تداخل.', '١٠٠ قرية لا تخدمها أي جمعية.'],
  103: ['١٠٣ فجوات.', '١٠٣ تداخلات.', '١٠٣ قرى لا تخدمها أي جمعية.'],
};
/** The same on the first page of the paper, where `pdftotext` turns the two letters of a ligature round. */
const PRINTED: Readonly<Record<number, readonly [gaps: string, covered: string, unserved: string]>> = {
  0: ['فجوات مفتوحة', 'قرى مغطاة من ٠', 'توجد قرية بال جمعية'],
  1: ['فجوة مفتوحة', 'قرية مغطاة من ٣', 'قرية واحدة ال تخدمها أي جمعية'],
  2: ['فجوتان مفتوحتان', 'قريتان مغطاتان من ٦', 'قريتان ال تخدمهما أي جمعية'],
  3: ['فجوات مفتوحة', 'قرى مغطاة من ٩', 'قرى ال تخدمها أي جمعية'],
  10: ['فجوات مفتوحة', 'قرى مغطاة من ٣٠', 'قرى ال تخدمها أي جمعية'],
  11: ['فجوة مفتوحة', 'قرية مغطاة من ٣٣', 'قرية ال تخدمها أي جمعية'],
  99: ['فجوة مفتوحة', 'قرية مغطاة من ٢٩٧', 'قرية ال تخدمها أي جمعية'],
  100: ['فجوة مفتوحة', 'قرية مغطاة من ٣٠٠', 'قرية ال تخدمها أي جمعية'],
  103: ['فجوات مفتوحة', 'قرى مغطاة من ٣٠٩', 'قرى ال تخدمها أي جمعية'],
};
const NUMBERS = Object.keys(SAID).map(Number);

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ as: null, now: () => new Date('2026-11-24T09:00:00Z') });
  for (const number of NUMBERS) await importArea(service.db, areaOfPlaces(number));
});
afterAll(() => service.close());

async function ask(number: number, format: string, lang: Language) {
  const url = `/api/v1/areas/places-${number}/reports/coverage?format=${format}&lang=${lang}`;
  const response = await service.app.inject({ url });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response;
}

describe.each(NUMBERS)('%i gaps, overlaps and villages', (number) => {
  const [gaps = '', overlaps = '', villages = ''] = SAID[number] ?? [];

  test('are counted in Arabic and in English on the page', async () => {
    const { summary } = (await ask(number, 'json', 'ar')).json<Report>();
    expect([summary.gaps, summary.overlaps, summary.villages.gap]).toEqual([number, number, number]);
    const saidOn = (page: string) =>
      [...(/<ul class="headlines">(.*?)<\/ul>/s.exec(page)?.[1] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(
        ([, line = '']) => line,
      );
    expect(saidOn((await ask(number, 'html', 'ar')).body)).toEqual(
      expect.arrayContaining([gaps, overlaps, villages]),
    );
    const [one, many] = [`1 village is served by nobody.`, `${number} villages are served by nobody.`];
    expect(saidOn((await ask(number, 'html', 'en')).body)).toContain(number === 1 ? one : many);
  });

  test.skipIf(!hasPoppler)('and on paper', async () => {
    const [first = ''] = textOf((await ask(number, 'pdf', 'ar')).rawPayload).split('\f');
    const said = first.replaceAll(/\s+/g, ' ');
    for (const one of PRINTED[number] ?? []) expect(said).toContain(one);
    const english = textOf((await ask(number, 'pdf', 'en')).rawPayload).replaceAll(/\s+/g, ' ');
    expect(english).toContain(
      number === 1
        ? '1 gap. 1 overlap. 1 village is served by nobody.'
        : `${number} gaps. ${number} overlaps. ${number} villages are served by nobody.`,
    );
  });
});
