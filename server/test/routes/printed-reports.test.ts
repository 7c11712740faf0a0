import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, infoOf, textOf } from '../support/poppler.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const REPORTS = `${AREA}/reports`;
const LANGUAGES = ['ar', 'en'] as const;
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ as: null });
});
afterAll(() => service.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: `${REPORTS}${path}`, headers });

describe('a map', () => {
  test.each([
    ['the area', '', 'خريطة التغطية'],
    ['an association', '&association=lith', 'نطاق '],
    ['a gap', '&gap=1', 'الفجوة رقم ١'],
    ['an overlap', '&overlap=2', 'التداخل رقم ٢'],
    ['a village', '&village=saya', 'موقع '],
  ])('of %s says in its title what it shows, and is an SVG', async (_, about, title) => {
    const response = await get(`/map?lang=ar&format=svg${about}`);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(response.body.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(response.body).toContain(title);
    expect(response.body).not.toMatch(/NaN|undefined|null/);
  });

  test('has the legend, the scale and the sources in the language, and the direction of it', async () => {
    const [arabic, english] = await Promise.all(LANGUAGES.map((lang) => get(`/map?lang=${lang}`)));
    expect(arabic?.body).toContain('direction="rtl"');
    expect(english?.body).not.toContain('direction="rtl"');
    for (const text of [
      'خريطة التغطية',
      '>ش<',
      'هـ',
      'فجوة',
      'تداخل',
      'كم',
      'المصادر',
      'جمعية رعاية الأيتام بغميقة',
    ])
      expect(arabic?.body).toContain(text);
    for (const text of [
      'Map of coverage',
      '>N<',
      '2026',
      'Gap',
      'Overlap',
      'km',
      'Sources',
      'Orphan Care Association of Ghumayqah',
    ])
      expect(english?.body).toContain(text);
    expect(english?.headers['content-language']).toBe('en');
  });

  test('tells gaps and overlaps by patterns, not by colour alone', async () => {
    const { body } = await get('/map?lang=en');
    expect(body).toMatch(/<pattern id="map-dots-/);
    expect(body).toMatch(/<pattern id="map-stripes-/);
  });

  test('comes as PNG too', async () => {
    const response = await get('/map?lang=ar&format=png&gap=2');
    expect(response.headers['content-type']).toBe('image/png');
    expect(response.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect(response.rawPayload.length).toBeGreaterThan(50_000);
  });

  test.each([
    ['gap=999', 404, 'place-not-in-report'],
    ['association=nobody', 404, 'association-not-found'],
    ['village=nowhere', 404, 'village-not-found'],
    ['gap=1&village=saya', 400, 'map-of-several'],
    ['plan=draft-whole', 401, 'sign-in-needed'],
  ])('of what there is not is refused: %s', async (query, status, code) => {
    const response = await get(`/map?${query}`);
    expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
  });
});

describe.skipIf(!hasPoppler)('the card of a village', () => {
  test.each(LANGUAGES)('is one page, for everybody, that says who serves it: %s', async (lang) => {
    for (const size of ['page', 'quarter']) {
      const response = await get(`/village-card?village=al-ghalah&lang=${lang}&size=${size}`);
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(infoOf(response.rawPayload)).toMatchObject({ pages: 1, isTagged: true });
      const text = textOf(response.rawPayload);
      expect(text).toContain('/find/al-lith/al-ghalah');
      expect(text).toContain(lang === 'ar' ? 'تخدمها' : 'Served by');
      expect(text).toContain(lang === 'ar' ? 'الغالة' : 'Orphan Care Association of Al Lith Governorate');
    }
  });
});
