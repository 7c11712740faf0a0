import type { Language } from '@nitaq/core';
import type { MappedReport } from '../report-maps.ts';
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
  write(drawn: MappedReport, reading: ReportReading): Promise<Uint8Array>;
}
