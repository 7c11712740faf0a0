import type { KeptReport, NewReportJob, NewReportSchedule, OwnReportSchedule, ReportJob } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { Loadable } from './loadable.ts';

export interface ReportsSlice {
  /** The reports that are kept of the open area, while one chooses a report; null: nobody does. */
  readonly reports: Loadable<readonly KeptReport[]> | null;
  /** The reports that oneself has made in the background; null: not read, or one may have none. */
  readonly reportJobs: readonly ReportJob[] | null;
  /** Why what is known of them is not of now; null: it is. */
  readonly reportJobsProblem: Problem | null;
  /** When the report comes to oneself by e-mail; null: not read, or one may have none. */
  readonly reportSchedule: Loadable<OwnReportSchedule> | null;
  /** Begins to choose a report. */
  openReports(): Promise<void>;
  closeReports(): void;
  /** Has a report be made in the background, and says what went wrong. */
  makeReport(question: NewReportJob): Promise<Problem | null>;
  /** Asks how far the reports are that are being made. */
  loadReportJobs(): Promise<void>;
  /** Asks when the report comes by e-mail. */
  loadReportSchedule(): Promise<void>;
  /** Has the report come by e-mail (null: no more of them), and says what went wrong. */
  scheduleReports(input: NewReportSchedule | null): Promise<Problem | null>;
}
