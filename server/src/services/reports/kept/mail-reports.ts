import { randomUUID } from 'node:crypto';
import { nextReportAt, type ReportId } from '@nitaq/core';
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

/**
 * Makes the reports that are due to come to somebody and has them mailed, one for each schedule, however many were missed.
 * They hold what everybody may know: a link can be passed on.
 */
export async function mailReports(
  keeping: ReportKeeping,
  keepOnce: (key: string, keep: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { db, now } = keeping;
  await forgetExpired(db, now());
  if (!(await sendsMail(db))) return;
  for (const schedule of await listDueSchedules(db, now()))
    await keepOnce(`${schedule.area} for ${schedule.person}`, () => mailReport(keeping, schedule));
}

async function mailReport(keeping: ReportKeeping, schedule: DueSchedule): Promise<void> {
  const { db, maker } = keeping;
  const { area, person, rule, language, timeZone, lastAt } = schedule;
  const now = keeping.now();
  const nextAt = nextReportAt(rule, now, timeZone);
  const isInForce = async (at: Date) => (await findPlanInForce(db, area, at)) !== null;
  // Where nothing is in force there is nothing to report.
  if (!(await isInForce(now))) {
    await advanceSchedule(db, schedule, { nextAt, madeAt: null });
    return;
  }
  const since = lastAt !== null && lastAt < now && (await isInForce(lastAt)) ? lastAt : null;
  const at = now.toISOString();
  const question = await gatherReport(keeping, { area, at, since: since?.toISOString(), person: null, now });
  const model = JSON.stringify(await maker.make(question));
  const report = randomUUID() as ReportId;
  await inTransaction(db, async (transaction) => {
    // Of several processes that made it, the first goes on.
    if (!(await advanceSchedule(transaction, schedule, { nextAt, madeAt: now }))) return;
    await addMailedReport(transaction, { area, report, language, madeAt: now, model });
    await queueMail(transaction, area, { kind: 'report', person, report }, now);
  });
}
