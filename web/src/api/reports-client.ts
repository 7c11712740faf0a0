import type { KeptReport, NewReportSchedule, OwnReportSchedule } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** What the web app asks of the service about reports; these themselves are read by the browser. */
export interface ReportsApi {
  /** The reports that were made by themselves, the newest first. */
  keptReports(area: string): Promise<Answer<readonly KeptReport[]>>;
  /** When the report comes to oneself by e-mail. */
  reportSchedule(area: string): Promise<Answer<OwnReportSchedule>>;
  setReportSchedule(area: string, input: NewReportSchedule): Promise<Answer<OwnReportSchedule>>;
  stopReportSchedule(area: string): Promise<Answer<unknown>>;
}

export function createReportsApi(http: HttpClient): ReportsApi {
  const of = (area: string) => ({ params: { path: { area } } });
  return {
    keptReports: (area) => allPages(() => http.GET('/api/v1/areas/{area}/reports', of(area))),
    reportSchedule: (area) =>
      answerOf<OwnReportSchedule>(http.GET('/api/v1/areas/{area}/report-schedule', of(area))),
    setReportSchedule: (area, body) =>
      answerOf<OwnReportSchedule>(http.PUT('/api/v1/areas/{area}/report-schedule', { ...of(area), body })),
    stopReportSchedule: (area) => answerOf(http.DELETE('/api/v1/areas/{area}/report-schedule', of(area))),
  };
}
