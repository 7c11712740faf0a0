import { composeReport, type DrawnReport, type ReportQuestion, TooManyCrossingsError } from '@nitaq/core';
import { REPORT_FORMATS } from './formats/report-formats.ts';
import type { ReportToWrite } from './report-maker.ts';

export { agreement, map, minutes, villageCard } from './print-jobs.ts';

/** Runs in the thread for reports. Null: the outlines cross too often. */
export function makeReport(question: ReportQuestion): DrawnReport | null {
  try {
    return composeReport(question);
  } catch (error) {
    // It would lose its class on the way out of the thread.
    if (error instanceof TooManyCrossingsError) return null;
    throw error;
  }
}

/** Runs in the thread for reports. */
export async function writeReport({ format, drawn, reading }: ReportToWrite): Promise<Uint8Array> {
  return REPORT_FORMATS[format].write(drawn, reading);
}
