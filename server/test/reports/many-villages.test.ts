import { composeReport } from '@nitaq/core';
import { expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/services/reports/formats/report-formats.ts';
import { villagesInRows } from '../support/villages-in-rows.ts';

const VILLAGES = 20_000;

test('twenty thousand villages are in every form', async () => {
  const drawn = composeReport(villagesInRows(VILLAGES));
  const { villages, gaps, overlaps } = drawn.report;
  expect([villages.length, gaps.length, overlaps.length]).toEqual([VILLAGES, 1, 1]);
  expect(drawn.report.summary.villages).toMatchObject({ covered: 16_200, overlap: 1_800, gap: 2_000 });
  expect(drawn.report.summary.need?.gap.orphans).toEqual({ least: 20_000, most: 38_000 });
  const reading = { language: 'ar', origin: 'https://example.org' } as const;
  // On paper those that wait for a decision come first, and the rest is counted.
  const paper = await REPORT_FORMATS.pdf.write(drawn, reading);
  expect(paper.byteLength).toBeGreaterThan(VILLAGES * 20);
  for (const format of ['json', 'html', 'csv', 'xlsx', 'geojson', 'gpkg'] as const) {
    const written = await REPORT_FORMATS[format].write(drawn, reading);
    expect([format, written.byteLength > VILLAGES * 20]).toEqual([format, true]);
  }
});
