import type { Notifications } from '../../../database/notifications.ts';
import { createCoverageLookup } from '../../coverage-lookup.ts';
import { createReportMaker } from '../report-maker.ts';
import { keepReports, type ReportKeeping } from './keep-reports.ts';

/** Plans come into force at midnights, and reports of them may be some moments late. */
const EVERY_MS = 30_000;

export interface ReportWork extends Omit<ReportKeeping, 'lookup' | 'maker'> {
  readonly notifications: Notifications;
}

/**
 * Keeps a report of each plan that comes into force from now on, and of those that did while the service was off; returns
 * how to stop, which waits for what is being made.
 */
export function startKeepingReports({ notifications, ...work }: ReportWork): () => Promise<void> {
  const lookup = createCoverageLookup(work.db, notifications);
  const maker = createReportMaker();
  const failed = new Set<string>();
  let running: Promise<void> | null = null;
  const once = async () => {
    await keepReports({ ...work, lookup, maker }, failed).catch(work.onFailure);
    running = null;
  };
  const timer = setInterval(() => {
    running ??= once();
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    // What is half made is made anew at the next start.
    await maker.close();
    await running;
    lookup.close();
  };
}
