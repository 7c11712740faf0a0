import { LANGUAGES, type Report } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { expectLooksLike } from '../support/golden.ts';
import { LITH, negotiationOn } from '../support/negotiation.ts';
import { expectOnPaper } from '../support/paper-figures.ts';
import { fontsOf, hasPoppler, infoOf, numbersIn, outlineOf, pageOf, textOf } from '../support/poppler.ts';
import { AREA, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ now: () => NOW, as: { role: 'coordinator', association: LITH } });
});
afterAll(() => service.close());

let asked = 0;
const get = (path: string) =>
  service.app.inject({ url: `${AREA}/reports${path}`, remoteAddress: `10.0.1.${asked++ % 250}` });

async function pdfOf(path: string): Promise<Buffer> {
  const response = await get(path);
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
  return response.rawPayload;
}

describe.skipIf(!hasPoppler)('on paper', () => {
  test.each(['opening-claims', 'draft-whole'])(
    'the report of %s says the numbers of the JSON, in both languages',
    async (plan) => {
      const report = (await get(`/coverage?plan=${plan}`)).json<Report>();
      for (const lang of LANGUAGES) {
        const pdf = await pdfOf(`/coverage?plan=${plan}&format=pdf&lang=${lang}`);
        expectOnPaper(pdf, report);
        expect(infoOf(pdf)).toMatchObject({
          isTagged: true,
          title: lang === 'ar' ? 'تقرير التغطية' : 'Coverage report',
        });
      }
    },
  );

  test('a report of what changed has a chart of coverage over time above its figures', async () => {
    const text = textOf(await pdfOf('/coverage?format=pdf&lang=en&since=2026-11-10'));
    const [, chart = ''] = text.split('Coverage over time');
    for (const said of ['Covered by one association', '100%', 'Nov 10, 2026', 'Overlapping %'])
      expect(chart).toContain(said);
  });

  test('its first page says what changed since the earlier day, or that nothing did', async () => {
    const report = (await get('/coverage?since=2026-11-10')).json<Report>();
    for (const [since, said] of [
      [
        '2026-11-10',
        report.progress?.changedKm2 === 0 ? /Nothing has changed since/ : /Since .* of the area covered/,
      ],
      ['2026-11-23', /Nothing has changed since/],
    ] as const) {
      const [first = ''] = textOf(await pdfOf(`/coverage?format=pdf&lang=en&since=${since}`)).split('\f');
      expect(first).toMatch(said);
      const page = (await get(`/coverage?format=html&lang=en&since=${since}`)).body;
      expect(page.split('<figure')[0]).toMatch(said);
    }
  });

  test('it has bookmarks, numbered pages, its fonts within it and a sheet to sign', async () => {
    for (const [lang, [villages, signing, first]] of [
      ['ar', ['قائمة القرى', 'ورقة التوقيع', /صفحة\s*١\s*من/]],
      ['en', ['List of villages', 'Signature sheet', /Page 1 of/]],
    ] as const) {
      const pdf = await pdfOf(`/coverage?format=pdf&lang=${lang}`);
      expect(outlineOf(pdf)).toEqual(expect.arrayContaining([villages, signing]));
      const pages = textOf(pdf).split('\f');
      expect(pages[0]).toMatch(first);
      expect(fontsOf(pdf).map(({ isEmbedded }) => isEmbedded)).not.toContain(false);
      expect(fontsOf(pdf).length).toBeGreaterThan(1);
    }
  });

  test('digits are as asked for', async () => {
    const text = textOf(await pdfOf('/coverage?format=pdf&lang=ar&digits=latn'));
    expect(text).not.toMatch(/[٠-٩]/);
    expect(text).toMatch(/صفحة/);
  });

  test('the agreement is made of a plan in force, with the hash of its content, and verifies it', async () => {
    const report = (await get('/coverage')).json<Report>();
    for (const lang of LANGUAGES) {
      const text = textOf(await pdfOf(`/agreement?lang=${lang}`)).replace(/\s+/g, '');
      expect(text).toContain(report.plan.contentHash.slice(0, 24));
      for (const { areaKm2, perimeterKm } of report.associations) {
        const numbers = numbersIn(text);
        expect(numbers).toContain(areaKm2.toFixed(2));
        expect(numbers).toContain(perimeterKm.toFixed(1));
      }
    }
    const check = (hash: string) => get(`/agreement/check?plan=${report.plan.id}&hash=${hash}&lang=en`);
    expect((await check(report.plan.contentHash)).body).toContain('exactly the content');
    expect((await check('0'.repeat(64))).body).toContain('Do not rely on it');
  });

  test('an agreement has its translation beside it where that is asked for, and is signed once', async () => {
    const [one, both] = [await pdfOf('/agreement?lang=ar'), await pdfOf('/agreement?lang=ar&beside=en')];
    const text = textOf(both);
    expect(text).toContain('the Arabic text is the one that is agreed');
    for (const heading of ['The parties', 'Schedule of villages', 'Signatures'])
      expect(text).toContain(heading);
    expect(numbersIn(text).filter((number) => number === '9644.30').length).toBe(
      2 * numbersIn(textOf(one)).filter((number) => number === '9644.30').length,
    );
    expect(text.match(/Head of the association/g)).toHaveLength(1);
    expect(infoOf(both).isTagged).toBe(true);
  });

  test('an agreement that everybody signed says to those with a role when they did, and to nobody else that it is there', async () => {
    const { id } = await makeDraft(service.app);
    const changed = await putTerritory(service.app, {
      plan: id,
      body: square(40.3, 20.4, 0.2),
      ifMatch: '*',
    });
    expect(changed.statusCode, changed.body).toBe(200);
    const analyser = createAnalyser();
    onTestFinished(() => analyser.close());
    const council = negotiationOn(service, analyser);
    const open = await council.open(id);
    expect(problemCode(await get(`/agreement?plan=${open.revision.plan}`))).toBe('plan-not-agreed');
    await council.signedByAll(open);
    const text = textOf(await pdfOf(`/agreement?plan=${open.revision.plan}&lang=en`));
    expect(text).toContain('Signed in the service');
    expect(text).toContain('November 24, 2026');
    const url = `${AREA}/reports/agreement?plan=${open.revision.plan}`;
    expect(problemCode(await service.app.inject({ url, headers: { cookie: '' } }))).toBe('sign-in-needed');
  });

  test('no agreement is printed of a draft', async () => {
    expect(problemCode(await get('/agreement?plan=draft-whole'))).toBe('plan-not-agreed');
  });

  test.each([
    ['report-ar', '/coverage?format=pdf&lang=ar', 1],
    ['report-en', '/coverage?format=pdf&lang=en', 1],
    ['progress-ar', '/coverage?format=pdf&lang=ar&since=2026-11-10', 2],
    ['progress-en', '/coverage?format=pdf&lang=en&since=2026-11-10', 2],
    ['agreement-ar', '/agreement?lang=ar', 2],
    ['agreement-en', '/agreement?lang=en', 2],
    ['agreement-both', '/agreement?lang=ar&beside=en', 3],
    ['card-ar', '/village-card?village=al-ghalah&lang=ar', 1],
    ['cards-en', '/village-card?village=as-suwamilah&lang=en&size=quarter', 1],
  ])('%s looks as it did when somebody looked at it', async (name, path, page) => {
    await expectLooksLike(name, pageOf(await pdfOf(path), page));
  });
});
