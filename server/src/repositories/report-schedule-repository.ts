import type { AreaId, Language, NewReportSchedule, PersonId, ReportSchedule } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

export interface ScheduleKey {
  readonly area: AreaId;
  readonly person: PersonId;
}

/** When reports come to a person; null: none do. */
export async function findSchedule(
  db: Database,
  { area, person }: ScheduleKey,
): Promise<ReportSchedule | null> {
  const row = await db
    .selectFrom('report_schedule')
    .select(['rule', 'language', 'next_at', 'last_at'])
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { rule, language, next_at, last_at } = row;
  return { rule, language, nextAt: next_at.toISOString(), lastAt: last_at?.toISOString() ?? null };
}

/** Has reports come to a person; when the last came stays known. */
export async function setSchedule(
  db: Database,
  { area, person }: ScheduleKey,
  { rule, language, nextAt }: NewReportSchedule & { readonly nextAt: Date },
): Promise<void> {
  const terms = { language, rule: sql`${JSON.stringify(rule)}::text::jsonb`, next_at: nextAt };
  await db
    .insertInto('report_schedule')
    .values({ area_id: area, person_id: person, ...terms })
    .onConflict((conflict) => conflict.columns(['area_id', 'person_id']).doUpdateSet(terms))
    .execute();
}

export async function removeSchedule(db: Database, { area, person }: ScheduleKey): Promise<void> {
  await db
    .deleteFrom('report_schedule')
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .execute();
}

/** A schedule whose next report is to be made. */
export interface DueSchedule extends ScheduleKey, NewReportSchedule {
  readonly timeZone: string;
  readonly dueAt: Date;
  readonly lastAt: Date | null;
}

/** The schedules that are due, the longest due first; only of those who may still have one. */
export async function listDueSchedules(db: Database, now: Date): Promise<DueSchedule[]> {
  const rows = await db
    .selectFrom('report_schedule as schedule')
    .innerJoin('area', 'area.area_id', 'schedule.area_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.area_id', '=', 'schedule.area_id')
        .onRef('membership.person_id', '=', 'schedule.person_id')
        .on('role', 'in', ['coordinator', 'council']),
    )
    .select(['schedule.area_id', 'schedule.person_id', 'rule', 'language', 'next_at', 'last_at'])
    .select('area.time_zone')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('schedule.area_id')
    .orderBy('schedule.person_id')
    .execute();
  return rows.map((row) => ({
    area: row.area_id as AreaId,
    person: row.person_id as PersonId,
    rule: row.rule,
    language: row.language as Language,
    timeZone: row.time_zone,
    dueAt: row.next_at,
    lastAt: row.last_at,
  }));
}

/** Goes on to the next report of a schedule; false: somebody else did meanwhile, or it was changed or stopped. */
export async function advanceSchedule(
  db: Database,
  { area, person, dueAt }: DueSchedule,
  { nextAt, madeAt }: { readonly nextAt: Date; readonly madeAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('report_schedule')
    .set({ next_at: nextAt, ...(madeAt !== null && { last_at: madeAt }) })
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .where('next_at', '=', dueAt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
