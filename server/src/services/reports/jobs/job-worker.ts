import type { Notifications } from '../../../database/notifications.ts';
import { readAnnouncement } from '../../../repositories/announcement.ts';
import { createCoverageLookup } from '../../coverage-lookup.ts';
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
  const lookup = createCoverageLookup(work.db, notifications);
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  const once = async () => {
    do {
      isWanted = false;
      await workOnReportJobs({ ...work, lookup }, () => isStopped).catch(work.onFailure);
    } while (isWanted && !isStopped);
    running = null;
  };
  const wake = () => {
    isWanted = true;
    if (!isStopped) running ??= once();
  };
  const timer = setInterval(wake, EVERY_MS);
  const unsubscribe = notifications.subscribe((payload) => {
    if (payload === null || readAnnouncement(payload)?.kind === 'report-job') wake();
  });
  wake();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    unsubscribe();
    await running;
    lookup.close();
  };
}
