import type { KeptReport } from '@nitaq/core';
import type { Loadable } from './loadable.ts';

export interface ReportsSlice {
  /** The reports that are kept of the open area, while one chooses a report; null: nobody does. */
  readonly reports: Loadable<readonly KeptReport[]> | null;
  /** Begins to choose a report. */
  openReports(): Promise<void>;
  closeReports(): void;
}
