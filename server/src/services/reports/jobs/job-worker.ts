import type { Notifications } from '../../../database/notifications.ts';
import { readAnnouncement } from '../../../repositories/announcement.ts';
import { createCoverageLookup } from '../../coverage-lookup.ts';
import { createReportMaker } from '../report-maker.ts';
import { type JobWork, workOnReportJobs } from './work-on-jobs.ts';

/** What another process left half made when it died comes without anybody telling. */
const EVERY_MS = 20_000;

export interface ReportJobs extends Omit<JobWork, 'lookup' | 'maker'> {
  readonly notifications: Notifications;
}

/**
 * Makes the reports that somebody waits for, in a thread of its own, also those that were asked for while the service was
 * off; returns how to stop: what is half made then is made at the next start.
 */
export function startReportJobs({ notifications, ...work }: ReportJobs): () => Promise<void> {
  const lookup = createCoverageLookup(work.db, notifications);
  const maker = createReportMaker();
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  const once = async () => {
    do {
      isWanted = false;
      await workOnReportJobs({ ...work, lookup, maker }, () => isStopped).catch(work.onFailure);
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
    await maker.close();
    await running;
    lookup.close();
  };
}
