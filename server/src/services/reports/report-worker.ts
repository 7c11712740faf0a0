import { parentPort } from 'node:worker_threads';
import {
  composeReport,
  type DrawnReport,
  type ReportQuestion,
  type ReportStep,
  TooManyCrossingsError,
} from '@nitaq/core';
import { REPORT_FORMATS } from './formats/report-formats.ts';
import type { ReportToWrite } from './report-maker.ts';
import { countMaps } from './report-maps.ts';

export { agreement, map, minutes, villageCard } from './print-jobs.ts';

/** Whoever waits is told what is being done. */
function tell(step: ReportStep): void {
  parentPort?.postMessage(step);
}

/** Runs in the thread for reports. Null: the outlines cross too often. */
export function makeReport(question: ReportQuestion): DrawnReport | null {
  tell({ name: 'numbers' });
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
  const all = countMaps(drawn, format);
  let done = 0;
  tell(all === 0 ? { name: 'writing' } : { name: 'maps', done, of: all });
  const onMap = () => {
    done += 1;
    tell(done < all ? { name: 'maps', done, of: all } : { name: 'writing' });
  };
  return REPORT_FORMATS[format].write({ ...drawn, onMap }, reading);
}
