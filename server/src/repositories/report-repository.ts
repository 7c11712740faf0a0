import type { AreaId, DrawnReport, KeptReport, MeetingId, PlanId, ReportId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';
import type { MeetingKey } from './meeting-repository.ts';

/** For whom a kept report is. */
export type Audience = 'public' | 'shared';

function reports(db: Database, area: AreaId, audience: Audience) {
  return db
    .selectFrom('report')
    .innerJoin('plan', (join) =>
      join.onRef('plan.area_id', '=', 'report.area_id').onRef('plan.plan_id', '=', 'report.plan_id'),
    )
    .leftJoin('meeting', (join) =>
      join
        .onRef('meeting.area_id', '=', 'report.area_id')
        .onRef('meeting.meeting_id', '=', 'report.meeting_id'),
    )
    .select(['report_id', 'kind', 'report.plan_id', 'plan.number', 'plan.title_ar', 'plan.title_en'])
    .select(['meeting.meeting_id', 'meeting.starts_at'])
    .select(['meeting.title_ar as meeting_ar', 'meeting.title_en as meeting_en'])
    .select(['at', 'since', 'made_at', 'hash'])
    .where('report.area_id', '=', area)
    .where('audience', '=', audience);
}

/** The reports that are kept of an area, the newest first. */
export async function listReports(db: Database, area: AreaId, audience: Audience): Promise<KeptReport[]> {
  const rows = await reports(db, area, audience).orderBy('at', 'desc').orderBy('report_id').execute();
  return rows.map((row) => {
    const fields = {
      id: row.report_id as ReportId,
      plan: { id: row.plan_id as PlanId, number: row.number, title: localized(row.title_ar, row.title_en) },
      at: row.at.toISOString(),
      since: row.since?.toISOString() ?? null,
      madeAt: row.made_at.toISOString(),
      hash: row.hash,
    };
    if (row.kind === 'enactment') return { ...fields, kind: row.kind };
    const meeting = {
      id: (row.meeting_id ?? '') as MeetingId,
      title: localized(row.meeting_ar ?? '', row.meeting_en ?? ''),
      startsAt: row.starts_at?.toISOString() ?? '',
    };
    return { ...fields, kind: row.kind, meeting };
  });
}

/** The report that was made before a meeting; null: none was. */
export async function findMeetingReport(
  db: Database,
  { area, meeting }: MeetingKey,
): Promise<ReportId | null> {
  const row = await db
    .selectFrom('report')
    .select('report_id')
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  return row === undefined ? null : (row.report_id as ReportId);
}

/** A report as it was kept, or null. */
export async function findReport(
  db: Database,
  {
    area,
    report,
    audience,
  }: { readonly area: AreaId; readonly report: ReportId; readonly audience: Audience },
): Promise<DrawnReport | null> {
  const row = await db
    .selectFrom('report')
    .select(sql<string>`model::text`.as('text'))
    .where('area_id', '=', area)
    .where('report_id', '=', report)
    .where('audience', '=', audience)
    .executeTakeFirst();
  return row === undefined ? null : withActions(JSON.parse(row.text));
}

/** Reports that were kept before they told of actions tell of none. */
function withActions(drawn: DrawnReport): DrawnReport {
  const associations = drawn.report.associations.map((sheet) => ({
    ...sheet,
    actions: sheet.actions ?? null,
  }));
  return { ...drawn, report: { ...drawn.report, associations } };
}

/** A plan that came into force, and that no report is kept of. */
export interface UnreportedPlan {
  readonly area: AreaId;
  readonly plan: PlanId;
  readonly from: Date;
}

/** The plans that have come into force and have no report yet, the first of them first. */
export async function listUnreported(db: Database, now: Date): Promise<UnreportedPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .select(['area_id', 'plan_id', 'in_force_from'])
    .where('in_force_from', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('report')
            .select('report.report_id')
            .whereRef('report.area_id', '=', 'plan.area_id')
            .whereRef('report.plan_id', '=', 'plan.plan_id')
            .where('kind', '=', 'enactment'),
        ),
      ),
    )
    .orderBy('in_force_from')
    .execute();
  return rows.flatMap(({ area_id, plan_id, in_force_from }) =>
    in_force_from === null ? [] : { area: area_id as AreaId, plan: plan_id as PlanId, from: in_force_from },
  );
}

/** A meeting that is planned, and that no report is kept of. */
export interface UnreportedMeeting extends MeetingKey {
  readonly startsAt: Date;
}

/** The meetings still to come that begin until an instant and have no report yet, the first of them first. */
export async function listUnreportedMeetings(
  db: Database,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<UnreportedMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['area_id', 'meeting_id', 'starts_at'])
    .where('state', '=', 'planned')
    .where('starts_at', '>', now)
    .where('starts_at', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('report')
            .select('report.report_id')
            .whereRef('report.area_id', '=', 'meeting.area_id')
            .whereRef('report.meeting_id', '=', 'meeting.meeting_id'),
        ),
      ),
    )
    .orderBy('starts_at')
    .execute();
  return rows.map(({ area_id, meeting_id, starts_at }) => ({
    area: area_id as AreaId,
    meeting: meeting_id as MeetingId,
    startsAt: starts_at,
  }));
}

export interface ReportToKeep extends Omit<UnreportedPlan, 'from'> {
  readonly id: ReportId;
  readonly audience: Audience;
  /** Before which it was made; null: its plan came into force. */
  readonly meeting: MeetingId | null;
  readonly at: Date;
  readonly since: Date | null;
  readonly madeAt: Date;
  /** A `DrawnReport` as text. */
  readonly model: string;
  readonly hash: string;
}

/** Keeps a report; of several processes that made one, the first. */
export async function keepReport(db: Database, report: ReportToKeep): Promise<void> {
  await db
    .insertInto('report')
    .values({
      area_id: report.area,
      report_id: report.id,
      audience: report.audience,
      kind: report.meeting === null ? 'enactment' : 'meeting',
      plan_id: report.plan,
      meeting_id: report.meeting,
      at: report.at,
      since: report.since,
      made_at: report.madeAt,
      model: sql<string>`${report.model}::text::json`,
      hash: report.hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
