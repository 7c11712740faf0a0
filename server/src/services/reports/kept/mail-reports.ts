import { randomUUID } from 'node:crypto';
import { type AreaId, type Language, nextReportAt, type ReportId } from '@nitaq/core';
import { inTransaction } from '../../../database/transaction.ts';
import { queueMail, sendsMail } from '../../../repositories/mail-repository.ts';
import { addMailedReport, forgetExpired } from '../../../repositories/mailed-report-repository.ts';
import { findPlanInForce } from '../../../repositories/plan-repository.ts';
import {
  advanceSchedule,
  type DueSchedule,
  listDueSchedules,
} from '../../../repositories/report-schedule-repository.ts';
import { gatherReport } from '../gather-report.ts';
import type { ReportKeeping } from './report-keeping.ts';

/** Those to whom the same report comes. */
interface Readers {
  readonly area: AreaId;
  /** Null: the report compares with nothing. */
  readonly since: Date | null;
  readonly schedules: DueSchedule[];
}

/** Makes a report, where it did not fail a short while ago. */
type KeepOnce = (key: string, keep: () => Promise<void>) => Promise<void>;

/**
 * Makes the reports that are due to come to somebody and has them mailed: for each schedule one, however many were missed, and
 * for all that tell the same but once. They hold what everybody may know: a link can be passed on. Before each, `keepDue`
 * makes what others wait for.
 */
export async function mailReports(
  keeping: ReportKeeping,
  keepOnce: KeepOnce,
  keepDue: () => Promise<void>,
): Promise<void> {
  const { db } = keeping;
  const now = keeping.now();
  await forgetExpired(db, now);
  if (!(await sendsMail(db))) return;
  for (const readers of await readersOf(keeping, now)) {
    await keepDue();
    const { area, since } = readers;
    await keepOnce(`${area} mailed since ${since?.toISOString()}`, () => mailTo(keeping, readers, now));
  }
}

/** Puts those together who are due, in an area with a plan in force, by what their reports are to tell. */
async function readersOf({ db }: ReportKeeping, now: Date): Promise<Readers[]> {
  const readers = new Map<string, Readers>();
  for (const schedule of await listDueSchedules(db, now)) {
    const { area, lastAt } = schedule;
    const isInForce = async (at: Date) => (await findPlanInForce(db, area, at)) !== null;
    // Where nothing is in force there is nothing to report.
    if (!(await isInForce(now))) {
      await advanceSchedule(db, schedule, { nextAt: nextAfter(schedule, now), madeAt: null });
      continue;
    }
    const since = lastAt !== null && lastAt < now && (await isInForce(lastAt)) ? lastAt : null;
    const key = `${area} ${since?.getTime()}`;
    const found = readers.get(key);
    if (found === undefined) readers.set(key, { area, since, schedules: [schedule] });
    else found.schedules.push(schedule);
  }
  return [...readers.values()];
}

async function mailTo(keeping: ReportKeeping, { area, since, schedules }: Readers, now: Date): Promise<void> {
  const at = now.toISOString();
  const question = await gatherReport(keeping, { area, at, since: since?.toISOString(), person: null, now });
  const model = JSON.stringify(await keeping.maker.make(question));
  await inTransaction(keeping.db, async (db) => {
    const reports = new Map<Language, ReportId>();
    for (const schedule of schedules) {
      const { person, language } = schedule;
      // Of several processes that made it, the first goes on.
      if (!(await advanceSchedule(db, schedule, { nextAt: nextAfter(schedule, now), madeAt: now }))) continue;
      const report = reports.get(language) ?? (randomUUID() as ReportId);
      if (!reports.has(language)) await addMailedReport(db, { area, report, language, madeAt: now, model });
      reports.set(language, report);
      await queueMail(db, area, { kind: 'report', person, report }, now);
    }
  });
}

function nextAfter({ rule, timeZone }: DueSchedule, now: Date): Date {
  return nextReportAt(rule, now, timeZone);
}
