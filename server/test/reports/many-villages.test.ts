import { composeReport } from '@nitaq/core';
import { expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/services/reports/formats/report-formats.ts';
import { drawMap } from '../../src/services/reports/maps/draw-map.ts';
import { writeSvg } from '../../src/services/reports/maps/write-svg.ts';
import { agreement } from '../../src/services/reports/print-jobs.ts';
import { reportWords } from '../../src/services/reports/words/report-words.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { villagesInRows } from '../support/villages-in-rows.ts';

const VILLAGES = 20_000;
const reading = { language: 'en', origin: 'https://example.org' } as const;
const question = villagesInRows(VILLAGES);
// Names of one word, which no line breaks.
const villages = question.villages.map((village, at) => ({
  ...village,
  name: { ar: `ق${at}`, en: `V${at}` },
}));
const drawn = composeReport({ ...question, villages });

test('twenty thousand villages are in every form', async () => {
  const { gaps, overlaps } = drawn.report;
  expect([drawn.report.villages.length, gaps.length, overlaps.length]).toEqual([VILLAGES, 1, 1]);
  expect(drawn.report.summary.villages).toMatchObject({ covered: 16_200, overlap: 1_800, gap: 2_000 });
  expect(drawn.report.summary.need?.gap.orphans).toEqual({ least: 20_000, most: 38_000 });
  for (const format of ['json', 'html', 'csv', 'xlsx', 'geojson', 'gpkg'] as const) {
    const written = await REPORT_FORMATS[format].write(drawn, reading);
    expect([format, written.byteLength > VILLAGES * 20]).toEqual([format, true]);
  }
});

test.runIf(hasPoppler)(
  'on paper each of them is named under its status, those that wait for a decision first and with their figures',
  async () => {
    const paper = await REPORT_FORMATS.pdf.write(drawn, reading);
    const pages = textOf(Buffer.from(paper)).split('\f');
    const isOfTable = (page: string) => /Served by\s/.test(page) && /\bV\d+/.test(page);
    // The heads of the table stand on each of its pages.
    const ofTable = pages
      .slice(pages.findIndex((page) => page.includes('The table has first')))
      .filter(isOfTable);
    expect(ofTable.length).toBeGreaterThan(15);
    for (const page of ofTable) expect(page).toMatch(/Village +Centre +Status/);
    const text = pages.join('\n').replaceAll(/\s+/g, ' ');
    const [, list = ''] = text.split('The table has first the villages that wait for a decision');
    const [inTable = '', byName = ''] = list.split(/Served by nobody: (?=[\d,]+ villages)/);
    const named = (part: string) => new Set(part.match(/\bV\d+/g));
    expect(named(list).size).toBe(VILLAGES);
    // Of the two thousand in the gap the first have a line; whoever is served comes last.
    const lines = named(inTable).size;
    expect(lines).toBeGreaterThan(500);
    expect(lines).toBeLessThan(2_000);
    expect(named(byName).size).toBe(VILLAGES - lines);
    const [, overlap = '', served = ''] = byName.split(/Claimed by several · |Covered · Village east: /);
    expect(overlap).toMatch(/^Village east and Village west: 1,800/);
    expect(served).toMatch(/^8,1/);
  },
);

test.runIf(hasPoppler)(
  'an agreement on so many lists each of them with its number, one after the other',
  async () => {
    const reader = { language: 'en', timeZone: 'Asia/Riyadh' } as const;
    const link = 'https://example.org';
    const paper = await agreement({
      agreement: { drawn, reasons: [], signed: [], decision: null, link },
      ...{ reader, beside: null },
    });
    const text = textOf(paper).replaceAll(/\s+/g, ' ');
    for (const { centres } of drawn.report.associations) {
      for (const { villages: ids } of centres) {
        const listed = ids.map((id, at) => `${(at + 1).toLocaleString('en')}. V${id.slice(2)}`);
        const missing = listed.filter((one) => !text.includes(`${one} `));
        expect([ids.length > 1_000, missing]).toEqual([true, []]);
      }
    }
  },
);

test('a map draws no more dots than can be told apart', () => {
  const words = reportWords({ language: 'ar', timeZone: 'Asia/Riyadh' });
  const sizeOf = (report: typeof drawn) =>
    writeSvg(drawMap(report, { subject: { kind: 'area' }, words, frame: 'legend' })).length;
  const [many, more] = [drawn, composeReport(villagesInRows(4 * VILLAGES))].map(sizeOf);
  expect(more).toBeLessThan(2 * (many ?? 0));
});
