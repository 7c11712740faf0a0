import type { KeptReport, NewReportJob, NewReportSchedule, OwnReportSchedule, ReportJob } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** What the web app asks of the service about reports; these themselves are read by the browser. */
export interface ReportsApi {
  /** The reports that were made by themselves, the newest first. */
  keptReports(area: string): Promise<Answer<readonly KeptReport[]>>;
  /** The reports that oneself has made in the background, the newest first. */
  reportJobs(area: string): Promise<Answer<readonly ReportJob[]>>;
  /** Has a report be made in the background; asked again with the same key, nothing new. */
  makeReport(area: string, question: NewReportJob, key: string): Promise<Answer<ReportJob>>;
  /** When the report comes to oneself by e-mail. */
  reportSchedule(area: string): Promise<Answer<OwnReportSchedule>>;
  setReportSchedule(area: string, input: NewReportSchedule): Promise<Answer<OwnReportSchedule>>;
  stopReportSchedule(area: string): Promise<Answer<unknown>>;
}

export function createReportsApi(http: HttpClient): ReportsApi {
  const of = (area: string) => ({ params: { path: { area } } });
  return {
    keptReports: (area) => allPages(() => http.GET('/api/v1/areas/{area}/reports', of(area))),
    reportJobs: (area) => allPages(() => http.GET('/api/v1/areas/{area}/report-jobs', of(area))),
    makeReport: (area, body, key) =>
      answerOf<ReportJob>(
        http.POST('/api/v1/areas/{area}/report-jobs', {
          params: { path: { area }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    reportSchedule: (area) =>
      answerOf<OwnReportSchedule>(http.GET('/api/v1/areas/{area}/report-schedule', of(area))),
    setReportSchedule: (area, body) =>
      answerOf<OwnReportSchedule>(http.PUT('/api/v1/areas/{area}/report-schedule', { ...of(area), body })),
    stopReportSchedule: (area) => answerOf(http.DELETE('/api/v1/areas/{area}/report-schedule', of(area))),
  };
}
