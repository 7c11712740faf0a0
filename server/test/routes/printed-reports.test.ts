import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    for (const text of ['فجوة', 'تداخل', 'كم', 'المصادر', 'جمعية رعاية الأيتام بغميقة'])
      expect(arabic?.body).toContain(text);
    for (const text of ['Gap', 'Overlap', 'km', 'Sources', 'Orphan Care Association of Ghumayqah'])
      expect(english?.body).toContain(text);
    expect(english?.headers['content-language']).toBe('en');
  });

  test('tells gaps and overlaps by patterns, not by colour alone', async () => {
    const { body } = await get('/map?lang=en');
    expect(body).toMatch(/<pattern id="dots-/);
    expect(body).toMatch(/<pattern id="stripes-/);
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

/** Debian: apt-get install poppler-utils. On the build server it has to be there. */
const hasPoppler = process.env.CI === 'true' || spawnSync('pdftotext', ['-v']).status === 0;

/** The text of a PDF, without the marks that keep directions apart. */
function textOf(pdf: Buffer): string {
  const { stdout, status } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    maxBuffer: 2 ** 26,
  });
  expect(status).toBe(0);
  return stdout.toString().replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

describe.skipIf(!hasPoppler)('the card of a village', () => {
  test.each(LANGUAGES)('is one page, for everybody, that says who serves it: %s', async (lang) => {
    for (const size of ['page', 'quarter']) {
      const response = await get(`/village-card?village=al-ghalah&lang=${lang}&size=${size}`);
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
      const info = spawnSync('pdfinfo', ['-'], { input: response.rawPayload }).stdout.toString();
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(info).toMatch(/Tagged:\s+yes/);
      const text = textOf(response.rawPayload);
      expect(text).toContain('/find/al-lith/al-ghalah');
      expect(text).toContain(lang === 'ar' ? 'تخدمها' : 'Served by');
      expect(text).toContain(lang === 'ar' ? 'الغالة' : 'Orphan Care Association of Al Lith Governorate');
    }
  });
});
