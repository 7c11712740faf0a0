import { DomainError, dayAt, type ReportStep } from '@nitaq/core';
import type { Database } from '../../../database/open-database.ts';
import {
  type ClaimedJob,
  claimJob,
  failJob,
  finishJob,
  forgetJobs,
  holdJob,
  releaseJob,
} from '../../../repositories/report-job-repository.ts';
import type { CoverageLookup } from '../../coverage-lookup.ts';
import { gatherReport } from '../gather-report.ts';
import type { ReportMaker } from '../report-maker.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Held on to while it is worked on: so soon after a process died another goes on. */
const LEASE_MS = MINUTE_MS;
const HOLD_EVERY_MS = LEASE_MS / 3;
const MOST_ATTEMPTS = 3;

/** What reports that somebody waits for are made with. */
export interface JobWork {
  /** Of the service itself: what each may know is decided by who asked. */
  readonly db: Database;
  readonly lookup: CoverageLookup;
  readonly maker: ReportMaker;
  readonly publicUrl: URL;
  readonly now: () => Date;
  readonly onFailure: (error: unknown) => void;
}

/** Makes all the reports that somebody waits for, one after the other. Any number of processes may do so at once. */
export async function workOnReportJobs(work: JobWork, isStopped = () => false): Promise<void> {
  await forgetJobs(work.db, new Date(work.now().getTime() - DAY_MS));
  while (!isStopped() && (await workOnOne(work, isStopped)));
}

async function workOnOne(work: JobWork, isStopped: () => boolean): Promise<boolean> {
  const { db, now, onFailure } = work;
  const leaseUntil = () => new Date(now().getTime() + LEASE_MS);
  const job = await claimJob(db, { now: now(), leaseUntil: leaseUntil() });
  if (job === null) return false;
  if (job.attempts > MOST_ATTEMPTS) {
    await failJob(db, job, { code: 'report-not-made', values: {} });
    return true;
  }
  const hold = (step?: ReportStep) =>
    holdJob(db, job, { leaseUntil: leaseUntil(), ...(step && { step }) }).catch(onFailure);
  const holding = setInterval(() => void hold(), HOLD_EVERY_MS);
  try {
    await makeFile(work, job, hold);
  } catch (error) {
    // Stopped half made or without room it waits, and that says nothing of whether it can be made.
    if (isStopped()) await releaseJob(db, job, { until: null, isAttempt: false });
    else if (!(error instanceof DomainError)) {
      onFailure(error);
      await releaseJob(db, job, { until: leaseUntil(), isAttempt: true });
    } else if (error.code === 'service-overloaded') {
      onFailure(error);
      await releaseJob(db, job, { until: leaseUntil(), isAttempt: false });
    } else await failJob(db, job, { code: error.code, values: error.values });
  } finally {
    clearInterval(holding);
  }
  return true;
}

async function makeFile(
  { db, lookup, maker, publicUrl, now }: JobWork,
  job: ClaimedJob,
  say: (step: ReportStep) => Promise<void>,
): Promise<void> {
  const { area, person, question } = job;
  const { plan, at, since, language, digits, format } = question;
  // What is told in a row is written in a row, and all of it before the end.
  let told = say({ name: 'reading' });
  const onStep = (step: ReportStep) => {
    told = told.then(() => say(step));
  };
  const gathered = await gatherReport({ db, lookup }, { area, plan, at, since, person, now: now() });
  const drawn = await maker.make(gathered, onStep);
  const reading = { language, digits, origin: publicUrl.origin };
  const bytes = await maker.write({ format, drawn, reading }, onStep);
  await told;
  await finishJob(db, job, { day: dayAt(Date.parse(drawn.report.at), drawn.report.area.timeZone), bytes });
}
