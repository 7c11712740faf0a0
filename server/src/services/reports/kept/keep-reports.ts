import { randomUUID } from 'node:crypto';
import type { AreaId, MeetingId, Person, PersonId, ReportId } from '@nitaq/core';
import type { Database } from '../../../database/open-database.ts';
import { inTransaction } from '../../../database/transaction.ts';
import { findMeetingBefore } from '../../../repositories/meeting-repository.ts';
import { findPlanInForce } from '../../../repositories/plan-repository.ts';
import {
  type Audience,
  keepReport,
  listUnreported,
  listUnreportedMeetings,
  type ReportToKeep,
  type UnreportedMeeting,
  type UnreportedPlan,
} from '../../../repositories/report-repository.ts';
import { sha256 } from '../../../sha256.ts';
import { gatherReport } from '../gather-report.ts';
import { mailReports } from './mail-reports.ts';
import type { ReportKeeping } from './report-keeping.ts';

const DAY_MS = 24 * 60 * 60_000;
const RETRY_MS = 60 * 60_000;

/**
 * Makes and keeps a report of each plan that has come into force and of each meeting that begins within a day, where there
 * is none yet, and those that are due to be mailed; what fails stands in `retries` with the time from which on it is tried again.
 */
export async function keepReports(keeping: ReportKeeping, retries: Map<string, number>): Promise<void> {
  const keepOnce = async (key: string, keep: () => Promise<void>) => {
    if ((retries.get(key) ?? 0) > keeping.now().getTime()) return;
    try {
      await keep();
    } catch (error) {
      retries.set(key, keeping.now().getTime() + RETRY_MS);
      keeping.onFailure(error);
    }
  };
  const keepDue = async () => {
    for (const plan of await listUnreported(keeping.db, keeping.now()))
      await keepOnce(`${plan.area} ${plan.plan}`, () => keepReportOf(keeping, plan));
    const now = keeping.now();
    const until = new Date(now.getTime() + DAY_MS);
    for (const meeting of await listUnreportedMeetings(keeping.db, { now, until }))
      await keepOnce(`${meeting.area} meeting ${meeting.meeting}`, () => keepReportBefore(keeping, meeting));
  };
  await keepDue();
  await mailReports(keeping, keepOnce, keepDue);
}

async function keepReportOf(keeping: ReportKeeping, { area, plan, from }: UnreportedPlan): Promise<void> {
  const { db, now } = keeping;
  const before = new Date(from.getTime() - 1);
  const last = await findPlanInForce(db, area, before);
  const since = last === null ? null : before;
  const asked = { area, meeting: null, at: from, since, madeAt: now() };
  const [open, shared] = [
    await made(keeping, { ...asked, audience: 'public' }),
    await made(keeping, { ...asked, audience: 'shared' }),
  ];
  const id = randomUUID() as ReportId;
  await inTransaction(db, async (transaction) => {
    await keepReport(transaction, { ...open, plan, id });
    await keepReport(transaction, { ...shared, plan, id });
  });
}

/** As things stood a day before it begins, whenever that is found. The public is told of no meeting, and of no such report. */
async function keepReportBefore(keeping: ReportKeeping, meeting: UnreportedMeeting): Promise<void> {
  const { db, now } = keeping;
  const { area, startsAt } = meeting;
  const at = new Date(startsAt.getTime() - DAY_MS);
  // Where nothing is in force there is nothing to report.
  if ((await findPlanInForce(db, area, at)) === null) return;
  const since = await closedBefore(db, area, at);
  const asked = { area, meeting: meeting.meeting, at, since, madeAt: now(), audience: 'shared' } as const;
  await keepReport(db, { ...(await made(keeping, asked)), id: randomUUID() as ReportId });
}

/** When the meeting before was over; null: there was none, or no plan in force at its end to compare with. */
async function closedBefore(db: Database, area: AreaId, at: Date): Promise<Date | null> {
  const last = await findMeetingBefore(db, area, { number: null, before: new Date(at.getTime() - 1) });
  if (last === null) return null;
  const closedAt = new Date(last.closedAt);
  return (await findPlanInForce(db, area, closedAt)) === null ? null : closedAt;
}

interface ReportAsked {
  readonly area: AreaId;
  readonly meeting: MeetingId | null;
  readonly at: Date;
  readonly since: Date | null;
  readonly madeAt: Date;
  readonly audience: Audience;
}

async function made(keeping: ReportKeeping, asked: ReportAsked): Promise<Omit<ReportToKeep, 'id'>> {
  const { area, audience, at, since, madeAt } = asked;
  const question = await gatherReport(keeping, {
    area,
    at: at.toISOString(),
    since: since?.toISOString(),
    person: audience === 'public' ? null : observerOf(area),
    now: madeAt,
  });
  const model = JSON.stringify(await keeping.maker.make(question));
  return { ...asked, plan: question.asked.plan.id, model, hash: sha256(model) };
}

/** Knows what everybody with a role may know, and no count exactly. */
function observerOf(area: AreaId): Person {
  return {
    id: 'observer' as PersonId,
    name: 'observer',
    email: '',
    memberships: [{ area, role: 'observer', association: null }],
    secondFactor: false,
    provenTwice: false,
  };
}
