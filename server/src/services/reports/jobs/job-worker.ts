import type { Notifications } from '../../../database/notifications.ts';
import { workWhenWoken } from '../../../work-when-woken.ts';
import { createCoverageLookup } from '../../coverage-lookup.ts';
import { AreaDirectory } from '../../lookup/area-directory.ts';
import { type JobWork, workOnReportJobs } from './work-on-jobs.ts';

/** What another process left half made when it died comes without anybody telling. */
const EVERY_MS = 20_000;

export interface ReportJobs extends Omit<JobWork, 'lookup'> {
  readonly notifications: Notifications;
}

/**
 * Makes the reports that somebody waits for, also those that were asked for while the service was
 * off; returns how to stop: what is half made when its maker is closed then is made at the next start.
 */
export function startReportJobs({ notifications, ...work }: ReportJobs): () => Promise<void> {
  const lookup = createCoverageLookup(work.db, new AreaDirectory(work.db, notifications));
  const stop = workWhenWoken({
    notifications,
    wokenBy: 'report-job',
    everyMs: EVERY_MS,
    work: (isStopped) => workOnReportJobs({ ...work, lookup }, isStopped).catch(work.onFailure),
  });
  return async () => {
    await stop();
    lookup.close();
  };
}
