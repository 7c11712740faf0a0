import {
  type AreaId,
  type AssociationId,
  LANGUAGES,
  type LocalizedText,
  type PlanId,
  type Report,
  type VillageId,
} from '@nitaq/core';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import type { AreaFolder } from '../../src/area-folder/area-folder.ts';
import { LITH, negotiationOn } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const FORMATS = ['json', 'html', 'csv', 'xlsx', 'geojson', 'gpkg'] as const;
const NOW = new Date('2026-11-24T09:00:00Z');

let service: TestService;
let now = NOW;
const cookies: Record<string, string> = { nobody: '' };

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: { role: 'coordinator', association: LITH } });
  const council = { role: 'council', association: null } as const;
  cookies.council = await join(service.app, service.db, 'al-lith' as AreaId, council);
});
afterAll(() => service.close());

let asked = 0;
const ask = (query: string, who: string | null = 'nobody', one = service) =>
  one.app.inject({
    url: `${AREA}/reports/coverage?${query}`,
    remoteAddress: `10.0.0.${asked++ % 250}`,
    ...(who !== null && { headers: { cookie: cookies[who] ?? '' } }),
  });
async function reportOf(query: string, who: string | null = 'nobody', one = service): Promise<Report> {
  const response = await ask(query, who, one);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Report>();
}

describe('who may read what', () => {
  test('the public reads the report of the plan in force in every form, without a word of need', async () => {
    const report = await reportOf('');
    expect([report.plan.id, report.knowledge, report.summary.need]).toEqual([
      'opening-claims',
      'public',
      null,
    ]);
    expect(JSON.stringify(report)).not.toMatch(/"need":\{|"least"/);
    for (const format of FORMATS) {
      for (const lang of LANGUAGES) {
        const response = await ask(`format=${format}&lang=${lang}`);
        expect([format, response.statusCode, response.headers['cache-control']]).toEqual([
          format,
          200,
          'private, no-store',
        ]);
      }
    }
    for (const head of ['أرامل', 'الحِمل'])
      expect((await ask('format=html&lang=ar')).body).not.toContain(head);
    expect((await ask('format=geojson')).body).not.toContain('orphans');
  });

  test('a draft is for those with a role alone', async () => {
    const { id } = await makeDraft(service.app);
    for (const format of FORMATS) {
      expect(problemCode(await ask(`plan=${id}&format=${format}`))).toBe('sign-in-needed');
    }
    const report = await reportOf(`plan=${id}`, 'council');
    expect([report.plan.state, report.knowledge]).toEqual(['draft', 'shared']);
  });

  test('only whoever covers a village reads its counts exactly', async () => {
    const payload = { round: '2026-11', orphans: 3, widows: 12, families: 57 };
    const url = `${AREA}/villages/al-ghalah/need`;
    expect((await service.app.inject({ method: 'PUT', url, payload })).statusCode).toBe(204);
    const needOf = ({ villages }: Report) =>
      villages.find(({ id }) => id === ('al-ghalah' as VillageId))?.need;
    const own = await reportOf('', null);
    expect([own.knowledge, needOf(own)?.orphans]).toEqual(['own', { least: 3, most: 3 }]);
    expect(needOf(await reportOf('', 'council'))).toEqual({
      orphans: { least: 1, most: 9 },
      widows: { least: 10, most: 19 },
      families: { least: 50, most: null },
    });
  });

  test('an unknown form, language or parameter is told as such', async () => {
    for (const query of ['format=doc', 'lang=fr', 'digits=roman', 'at=yesterday', 'plan=No!']) {
      expect([query, problemCode(await ask(query))]).toEqual([query, 'request-invalid']);
    }
  });
});

describe('days', () => {
  test('before the first plan there is none, and the answer says so', async () => {
    for (const format of FORMATS) {
      const response = await ask(`at=2026-10-31&format=${format}`);
      expect([response.statusCode, problemCode(response)]).toEqual([404, 'no-plan-in-force-then']);
    }
    expect(problemCode(await ask('since=2026-10-31'))).toBe('no-plan-in-force-then');
  });

  test('a comparison begins before it ends', async () => {
    const response = await ask('at=2026-11-05&since=2026-11-06');
    expect([response.statusCode, problemCode(response)]).toEqual([422, 'report-since-too-late']);
  });

  test('with an earlier day it tells what changed between the two', async () => {
    const { id } = await makeDraft(service.app);
    const drawn = await putTerritory(service.app, { plan: id, body: square(40.3, 20.4, 0.2), ifMatch: '*' });
    expect(drawn.statusCode, drawn.body).toBe(200);
    const analyser = createAnalyser();
    onTestFinished(() => analyser.close());
    const council = negotiationOn(service, analyser);
    const signed = await council.signedByAll(await council.open(id));
    const { revision } = await council.enact(signed, '2026-11-25');
    now = new Date('2026-11-26T09:00:00Z');
    onTestFinished(() => {
      now = NOW;
    });
    const [before, after] = [await reportOf('at=2026-11-24'), await reportOf('at=2026-11-25')];
    const { plan, summary, progress } = await reportOf('at=2026-11-25&since=2026-11-24');
    expect([plan.id, progress?.plan.id]).toEqual([revision.plan, 'opening-claims']);
    expect(summary).toEqual(after.summary);
    expect(progress?.summary).toEqual(before.summary);
    const statusOf = ({ villages }: Report, village: VillageId) =>
      villages.find((one) => one.id === village)?.associations.toSorted() ?? [];
    for (const { village, before: was, after: is } of progress?.villages ?? []) {
      expect([village, was, is]).toEqual([village, statusOf(before, village), statusOf(after, village)]);
    }
    expect(progress?.villages.length).toBeGreaterThan(0);
    expect(progress?.timeline.map(({ day, plan: one }) => [day, one.id])).toEqual([
      ['2026-11-24', 'opening-claims'],
      ['2026-11-25', revision.plan],
    ]);
    for (const format of FORMATS) {
      const { statusCode } = await ask(`at=2026-11-25&since=2026-11-24&format=${format}&lang=ar`);
      expect([format, statusCode]).toEqual([format, 200]);
    }
  });
});

describe('bad moments', () => {
  const both = (text: string): LocalizedText => ({ ar: text, en: text });
  async function serviceOf(change: (folder: AreaFolder) => AreaFolder): Promise<TestService> {
    const one = await startTestService({ folder: change(await shippedArea()) });
    onTestFinished(() => one.close());
    return one;
  }
  const everyForm = async (one: TestService) => {
    for (const format of FORMATS) {
      for (const lang of LANGUAGES) {
        const response = await ask(`format=${format}&lang=${lang}`, null, one);
        expect([format, response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([
          format,
          200,
          '',
        ]);
      }
    }
  };

  test('names of 300 letters, of two directions, of HTML and of formulas stay names', async () => {
    const names = [
      'ا'.repeat(300),
      'قرية Village (12) قرية',
      '<script>alert(1)</script>',
      '=HYPERLINK("https://example.org","x")',
      '+1+1',
      '@SUM(A1)',
      '\t=1+1',
      '-2+3',
    ];
    const one = await serviceOf((folder) => ({
      ...folder,
      villages: folder.villages.map((village, at) => ({
        ...village,
        name: both(names[at] ?? village.name.ar),
      })),
    }));
    const page = (await ask('format=html&lang=en', null, one)).body;
    expect(page).not.toContain('<script>');
    // Nor does it end the element that holds what the maps are made of.
    const [, data = ''] = /<script type="application\/json" id="maps">([^<]*)<\/script>/.exec(page) ?? [];
    expect(data).toContain('alert(1)');
    expect(JSON.parse(data).map.villages.length).toBeGreaterThan(0);
    const rows: string[][] = parse((await ask('format=csv', null, one)).body, { bom: true });
    expect(rows.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(rows.flat()).toContain('\'=HYPERLINK("https://example.org","x")');
    const { sheets } = await readXlsx((await ask('format=xlsx', null, one)).rawPayload);
    const texts = sheets.flatMap((sheet) => sheet.rows.flat()).filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^[=+\-@\t]/.test(text))).toEqual([]);
    expect(texts).toContain(names[0]);
    const { villages } = await reportOf('', null, one);
    expect(villages.map(({ name }) => name.ar)).toEqual(expect.arrayContaining(names));
    await everyForm(one);
  });

  test('villages without a location are listed, and in no place', async () => {
    const { villages } = await reportOf('');
    const unlocated = villages.filter(({ status }) => status === 'unlocated');
    expect(unlocated.length).toBeGreaterThan(0);
    for (const village of unlocated) expect([village.location, village.associations]).toEqual([null, []]);
  });

  test('a plan that does not exist is told as such', async () => {
    expect(problemCode(await ask(`plan=${'atlantis' as PlanId}`))).toBe('plan-not-found');
  });
});

test('each chart of a page has its figures as a table behind it', async () => {
  for (const lang of LANGUAGES) {
    const { body } = await ask(`format=html&lang=${lang}&since=2026-11-10`);
    const charts = body.match(/<figure class="chart">/g) ?? [];
    const withTable = body.matchAll(
      /<figure class="chart"><figcaption>([^<]+)<\/figcaption><svg [^>]*aria-label="[^"]+".*?<\/svg><\/figure><details><summary>[^<]+<\/summary><div class="table".*?<td/gs,
    );
    const titles = [...withTable].map(([, title]) => title);
    expect(titles).toHaveLength(charts.length);
    // Distances from each seat, and coverage over time; no load, for nothing is counted.
    expect(new Set(titles).size).toBe(2);
  }
});

test('a workbook reads from right to left in Arabic, with filters and heads that stay', async () => {
  for (const lang of LANGUAGES) {
    const { sheets } = await readXlsx((await ask(`format=xlsx&lang=${lang}`)).rawPayload);
    expect(sheets.length).toBeGreaterThan(8);
    for (const { name, view, freezePane, autoFilter, rows } of sheets) {
      expect([name, view?.rightToLeft ?? false]).toEqual([name, lang === 'ar']);
      expect([name, freezePane?.rows]).toEqual([name, 1]);
      if (rows.length > 1) expect([name, autoFilter === undefined]).toEqual([name, false]);
    }
  }
});

test('an association that covers nothing still has its sheet', async () => {
  const { id } = await makeDraft(service.app, null);
  const { associations } = await reportOf(`plan=${id}`, 'council');
  expect(associations.map((sheet) => [sheet.id, sheet.villages.total, sheet.parts])).toContainEqual([
    'lith' as AssociationId,
    0,
    0,
  ]);
});
