import type { Notifications } from '../../../database/notifications.ts';
import { createCoverageLookup } from '../../coverage-lookup.ts';
import { AreaDirectory } from '../../lookup/area-directory.ts';
import { keepReports } from './keep-reports.ts';
import type { ReportKeeping } from './report-keeping.ts';

/** Plans come into force at midnights, and reports of them may be some moments late. */
const EVERY_MS = 30_000;

export interface ReportWork extends Omit<ReportKeeping, 'lookup'> {
  readonly notifications: Notifications;
}

/**
 * Keeps a report of each plan that comes into force and before each meeting, also of plans that did so while the service was off; returns
 * how to stop, which waits for what is being made: its maker is closed by whoever gave it.
 */
export function startKeepingReports({ notifications, ...work }: ReportWork): () => Promise<void> {
  const lookup = createCoverageLookup(work.db, new AreaDirectory(work.db, notifications));
  const retries = new Map<string, number>();
  let running: Promise<void> | null = null;
  let isStopped = false;
  const onFailure = (error: unknown) => {
    // A report that is stopped half made is no failure: it is made at the next start.
    if (!isStopped) work.onFailure(error);
  };
  const once = async () => {
    await keepReports({ ...work, lookup, onFailure }, retries).catch(onFailure);
    running = null;
  };
  const timer = setInterval(() => {
    running ??= once();
  }, EVERY_MS);
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await running;
    lookup.close();
  };
}
