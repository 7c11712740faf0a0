import type { KeptReport, NewReportSchedule, OwnReportSchedule } from '@nitaq/core';
import type { Problem } from './app-state.ts';
import type { Loadable } from './loadable.ts';

export interface ReportsSlice {
  /** The reports that are kept of the open area, while one chooses a report; null: nobody does. */
  readonly reports: Loadable<readonly KeptReport[]> | null;
  /** When the report comes to oneself by e-mail; null: not read, or one may have none. */
  readonly reportSchedule: Loadable<OwnReportSchedule> | null;
  /** Begins to choose a report. */
  openReports(): Promise<void>;
  closeReports(): void;
  /** Has the report come by e-mail (null: no more of them), and says what went wrong. */
  scheduleReports(input: NewReportSchedule | null): Promise<Problem | null>;
}
