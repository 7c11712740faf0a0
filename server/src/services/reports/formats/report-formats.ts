import { csvReport } from './csv-report.ts';
import { geoJsonReport } from './geojson-report.ts';
import { gpkgReport } from './gpkg-report.ts';
import { htmlReport } from './html-report.ts';
import { jsonReport } from './json-report.ts';
import { pdfReport } from './pdf-report.ts';
import type { ReportWriter } from './report-writer.ts';
import { xlsxReport } from './xlsx-report.ts';

/** Every form of a report, by its name in addresses. */
export const REPORT_FORMATS = {
  json: jsonReport,
  html: htmlReport,
  pdf: pdfReport,
  csv: csvReport,
  xlsx: xlsxReport,
  geojson: geoJsonReport,
  gpkg: gpkgReport,
} as const satisfies Record<string, ReportWriter>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
