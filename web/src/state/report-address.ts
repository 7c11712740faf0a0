import type { Language, Plan } from '@nitaq/core';
import { dayAfter } from './day-in-area.ts';
import type { Digits } from './preferences.ts';
import { periodsOf } from './timeline.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'xlsx', 'csv', 'geojson', 'gpkg'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How somebody wants to read a report. */
export interface ReportReading {
  readonly language: Language;
  readonly format: ReportFormat;
  readonly digits: Digits;
}

/** Which report somebody wants. */
export interface ReportChoice extends ReportReading {
  readonly area: string;
  /** Null: the one in force on the day. */
  readonly plan: string | null;
  /** Null: now. */
  readonly day: string | null;
  /** Null: compared with nothing. */
  readonly since: string | null;
}

/** Where a report is to be had. */
export function reportAddress({ area, plan, day, since, ...reading }: ReportChoice): string {
  const query = new URLSearchParams({
    ...(plan !== null && { plan }),
    ...(day !== null && { at: day }),
    ...(since !== null && { since }),
  });
  return withReading(`/api/v1/areas/${encodeURIComponent(area)}/reports/coverage`, query, reading);
}

/** Where a report that is kept is to be had. */
export function keptReportAddress(area: string, id: string, reading: ReportReading): string {
  return withReading(
    `/api/v1/areas/${encodeURIComponent(area)}/reports/${id}`,
    new URLSearchParams(),
    reading,
  );
}

/** Where a report is to be had that was made in the background. */
export function madeReportAddress(area: string, id: string): string {
  return `/api/v1/areas/${encodeURIComponent(area)}/report-jobs/${id}/file`;
}

/** Where the minutes of a meeting are to be had on paper. */
export function minutesAddress(
  area: string,
  meeting: string,
  reading: Omit<ReportReading, 'format'>,
): string {
  const path = `/api/v1/areas/${encodeURIComponent(area)}/meetings/${meeting}/minutes`;
  return withReading(path, new URLSearchParams(), { ...reading, format: 'pdf' });
}

/** Whether a browser shows it; what it does not is downloaded. */
export function isShown(format: ReportFormat): boolean {
  return format === 'html' || format === 'pdf';
}

/** The last day before the plan that is in force on a day came into force, and the day on which it did; null: none was before it. */
export function lastEnactment(
  plans: readonly Plan[],
  day: string,
  dayOf: (instant: string) => string,
): { readonly before: string; readonly from: string } | null {
  const begun = periodsOf(plans)
    .map(({ from }) => dayOf(from))
    .filter((from) => from <= day);
  const from = begun.at(-1);
  return from === undefined || begun.length < 2 ? null : { before: dayAfter(from, -1), from };
}

function withReading(
  path: string,
  query: URLSearchParams,
  { language, digits, format }: ReportReading,
): string {
  query.set('lang', language);
  query.set('digits', digits);
  query.set('format', format);
  return `${path}?${query}`;
}
