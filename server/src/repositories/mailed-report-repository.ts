import type { AreaId, DrawnReport, Language, ReportId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { ScheduleKey } from './report-schedule-repository.ts';

export interface MailedReportKey {
  readonly area: AreaId;
  readonly report: ReportId;
}

/** Keeps a report to which an e-mail is to lead. */
export async function addMailedReport(
  db: Database,
  {
    area,
    report,
    language,
    madeAt,
    model,
  }: MailedReportKey & { readonly language: Language; readonly madeAt: Date; readonly model: string },
): Promise<void> {
  await db
    .insertInto('mailed_report')
    .values({
      area_id: area,
      report_id: report,
      language,
      made_at: madeAt,
      model: sql<string>`${model}::text::json`,
    })
    .execute();
}

/** In which language a report is mailed; null: it is not there. */
export async function languageOfMailed(
  db: Database,
  { area, report }: MailedReportKey,
): Promise<Language | null> {
  const row = await db
    .selectFrom('mailed_report')
    .select('language')
    .where('area_id', '=', area)
    .where('report_id', '=', report)
    .executeTakeFirst();
  return row?.language ?? null;
}

/** A further secret that opens a report until an instant. */
export async function addReportLink(
  db: Database,
  {
    area,
    report,
    digest,
    expiresAt,
  }: MailedReportKey & { readonly digest: string; readonly expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('report_link')
    .values({ secret_digest: digest, area_id: area, report_id: report, expires_at: expiresAt })
    .execute();
}

/** A further secret that stops a schedule. */
export async function addStopLink(
  db: Database,
  { area, person, digest }: ScheduleKey & { readonly digest: string },
): Promise<void> {
  await db
    .insertInto('report_link')
    .values({ secret_digest: digest, area_id: area, person_id: person })
    .execute();
}

/** What the secret of a link opens. */
export interface OpenedReport {
  readonly language: Language;
  /** Null: the link has expired. */
  readonly drawn: DrawnReport | null;
}

/** The report that a secret opens; null: it opens none. */
export async function findMailedReport(
  db: Database,
  digest: string,
  now: Date,
): Promise<OpenedReport | null> {
  const row = await db
    .selectFrom('report_link as link')
    .innerJoin('mailed_report as report', (join) =>
      join.onRef('report.area_id', '=', 'link.area_id').onRef('report.report_id', '=', 'link.report_id'),
    )
    .select(['expires_at', 'language', sql<string | null>`model::text`.as('text')])
    .where('secret_digest', '=', digest)
    .executeTakeFirst();
  if (row === undefined) return null;
  const isOpen = row.text !== null && row.expires_at !== null && row.expires_at > now;
  return { language: row.language, drawn: isOpen ? JSON.parse(row.text ?? '') : null };
}

/** In which language the reports come that a secret stops; null: it stops none any more. */
export async function languageOfStopLink(db: Database, digest: string): Promise<Language | null> {
  const row = await db
    .selectFrom('report_link as link')
    .innerJoin('report_schedule as schedule', (join) =>
      join.onRef('schedule.area_id', '=', 'link.area_id').onRef('schedule.person_id', '=', 'link.person_id'),
    )
    .select('language')
    .where('secret_digest', '=', digest)
    .executeTakeFirst();
  return row?.language ?? null;
}

/** Stops the reports that a secret stops, and says in which language they came; null: it stopped none. */
export async function stopByLink(db: Database, digest: string): Promise<Language | null> {
  const row = await db
    .deleteFrom('report_schedule as schedule')
    .using('report_link as link')
    .whereRef('link.area_id', '=', 'schedule.area_id')
    .whereRef('link.person_id', '=', 'schedule.person_id')
    .where('secret_digest', '=', digest)
    .returning('language')
    .executeTakeFirst();
  return row?.language ?? null;
}

/** Lets go of what no link opens any more; that there was a report stays known, so that a link can say it expired. */
export async function forgetExpired(db: Database, now: Date): Promise<void> {
  await db
    .updateTable('mailed_report as mailed')
    .set({ model: null })
    .where('model', 'is not', null)
    .where(({ not, exists, selectFrom, or }) =>
      not(
        or([
          exists(
            selectFrom('report_link as link')
              .select('link.secret_digest')
              .whereRef('link.area_id', '=', 'mailed.area_id')
              .whereRef('link.report_id', '=', 'mailed.report_id')
              .where('expires_at', '>', now),
          ),
          // Its e-mail is not sent yet.
          exists(
            selectFrom('mail')
              .select('mail.mail_id')
              .whereRef('mail.area_id', '=', 'mailed.area_id')
              .whereRef('mail.report_id', '=', 'mailed.report_id')
              .where('given_up', '=', false),
          ),
        ]),
      ),
    )
    .execute();
}
