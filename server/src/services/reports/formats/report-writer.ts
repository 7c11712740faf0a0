import type { DrawnReport, Language } from '@nitaq/core';
import type { Digits } from '../words/report-words.ts';

/** For whom a report is written. */
export interface ReportReading {
  readonly language: Language;
  /** Left out: Arabic-Indic in Arabic, Latin in English. */
  readonly digits?: Digits | undefined;
  /** Where people reach the service, for links. */
  readonly origin: string;
}

/** One form of a report. */
export interface ReportWriter {
  readonly mediaType: string;
  /** Of the file's name; null: it is shown in the browser as it is. */
  readonly extension: string | null;
  write(drawn: DrawnReport, reading: ReportReading): Promise<Uint8Array>;
}
