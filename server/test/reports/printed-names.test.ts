import { composeReport, LANGUAGES, type LocalizedText } from '@nitaq/core';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/services/reports/formats/report-formats.ts';
import { agreement, map, villageCard } from '../../src/services/reports/print-jobs.ts';
import { hasPoppler, infoOf, textOf } from '../support/poppler.ts';
import { villagesInRows } from '../support/villages-in-rows.ts';

const both = (text: string): LocalizedText => ({ ar: text, en: text });
const MARKUP = both('#panic() $x$ *b* <script>&amp; @ref \\ قرية'.repeat(6).slice(0, 300));
const ONE_WORD = both('ق'.repeat(300));
/** Some of what neither XML nor a spreadsheet can hold. */
const UNSEEN = both('قرية\u0001\u001b\ufffe\uffffب');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const ELSEWHERE = both('村 деревня χωριό قرية');

/** A report in which everything bears one name. */
function named(name: LocalizedText) {
  const question = villagesInRows(12);
  return composeReport({
    ...question,
    area: { ...question.area, name },
    associations: question.associations.map((one) => ({ ...one, name, seat: { ...one.seat, name } })),
    villages: question.villages.map((one, at) => ({
      ...one,
      name,
      location: at === 3 ? null : one.location,
    })),
    asked: { ...question.asked, plan: { ...question.asked.plan, title: name } },
  });
}

const link = 'https://example.org/find/wide/v-1';
const origin = 'https://example.org';

describe.skipIf(!hasPoppler).each([
  ['markup', MARKUP],
  ['three hundred letters without a space', ONE_WORD],
  ['letters that no font has', ELSEWHERE],
  ['characters that XML cannot hold', UNSEEN],
])('names of %s', (_, name) => {
  test.each(LANGUAGES)('are printed as they are, and a card stays one page (%s)', async (language) => {
    const drawn = named(name);
    const reader = { language, timeZone: 'Asia/Riyadh' };
    const report = Buffer.from(await REPORT_FORMATS.pdf.write(drawn, { language, origin }));
    expect(infoOf(report).pages).toBeGreaterThan(3);
    const letters = textOf(report).replace(/\s+/g, '');
    if (name === MARKUP) expect(letters).toContain('#panic()');
    const signed = await agreement({
      agreement: { drawn, reasons: [], signed: [], decision: null, link },
      ...{ reader, beside: null },
    });
    expect(infoOf(signed).pages).toBeGreaterThan(2);
    for (const size of ['page', 'quarter'] as const) {
      for (const at of [0, 3]) {
        const village = drawn.report.villages[at];
        if (!village) throw new Error('There are twelve villages');
        const contacts = drawn.report.associations.map(({ id }) => id);
        const card = await villageCard({ drawn, village, contacts, reader, size, link });
        expect([size, infoOf(card).pages]).toEqual([size, 1]);
      }
    }
    const svg = await map({ drawn, subject: { kind: 'area' }, reader, format: 'svg' });
    expect(svg.toString()).not.toContain('<script>');
  });
});

test('what XML cannot hold stands neither in maps, nor in pages, nor in spreadsheets', async () => {
  const drawn = named(UNSEEN);
  const reader = { language: 'ar', timeZone: 'Asia/Riyadh' } as const;
  const drawing = await map({ drawn, subject: { kind: 'area' }, reader, format: 'svg' });
  const [page, csv, workbook] = await Promise.all(
    (['html', 'csv', 'xlsx'] as const).map((format) =>
      REPORT_FORMATS[format].write(drawn, { language: 'ar', origin }),
    ),
  );
  const { sheets } = await readXlsx(workbook ?? Buffer.of());
  const cells = sheets.flatMap(({ name, rows }) => [name, ...rows.flat()]);
  for (const text of [
    drawing.toString(),
    Buffer.from(page ?? []).toString(),
    Buffer.from(csv ?? []).toString(),
    cells.join(),
  ]) {
    expect(text).toContain('قريةب');
    expect(text).not.toMatch(UNHELD);
  }
});

test.skipIf(!hasPoppler).each(LANGUAGES)(
  'the schedule of a centre with many villages has every one of them, over as many pages as it takes (%s)',
  async (language) => {
    const drawn = composeReport(villagesInRows(400));
    const reader = { language, digits: 'latn' as const, timeZone: 'Asia/Riyadh' };
    const signed = await agreement({
      agreement: { drawn, reasons: [], signed: [], decision: null, link },
      ...{ reader, beside: null },
    });
    const schedule = textOf(signed);
    const counts = drawn.report.associations.flatMap(({ centres }) =>
      centres.map(({ villages }) => villages.length),
    );
    expect(counts.every((count) => count > 100)).toBe(true);
    const printed = new Set(schedule.match(/\d+/g));
    const names = drawn.report.associations.flatMap(({ centres }) =>
      centres.flatMap(({ villages }) => villages.map((id) => /\d+/.exec(id)?.[0] ?? '')),
    );
    expect(names.filter((name) => !printed.has(name))).toEqual([]);
  },
);

test('an area with nothing in it has a report and a map', async () => {
  const question = villagesInRows(0);
  const drawn = composeReport({
    ...question,
    associations: [],
    asked: { ...question.asked, territories: [], need: null },
    knowledge: 'public',
  });
  for (const language of LANGUAGES) {
    const report = await REPORT_FORMATS.pdf.write(drawn, { language, origin });
    expect(Buffer.from(report).subarray(0, 5).toString()).toBe('%PDF-');
    const reader = { language, timeZone: 'Asia/Riyadh' };
    const png = await map({ drawn, subject: { kind: 'area' }, reader, format: 'png' });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  }
});
