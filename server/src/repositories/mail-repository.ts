import { randomUUID } from 'node:crypto';
import type { AreaId, MeetingId, ReportId } from '@nitaq/core';
import { type Selectable, sql } from 'kysely';
import type { MailTable } from '../database/notice-tables.ts';
import type { Database } from '../database/open-database.ts';
import { announce } from './announcement.ts';

/** What an e-mail that waits to be sent is about; it is written when it is sent. */
export type MailSubject =
  | { readonly kind: 'notice'; readonly person: string; readonly notice: string }
  | { readonly kind: 'digest'; readonly person: string }
  | { readonly kind: 'invitation'; readonly person: string; readonly meeting: MeetingId }
  | { readonly kind: 'report'; readonly person: string; readonly report: ReportId }
  | { readonly kind: 'watch-confirmation' | 'watch-change'; readonly watch: string };

export interface WaitingMail {
  readonly area: AreaId;
  readonly id: string;
  readonly subject: MailSubject;
  /** How often sending it was begun. */
  readonly attempts: number;
}

/** Whether the service sends e-mail. */
export async function sendsMail(db: Database): Promise<boolean> {
  return (await db.selectFrom('mail_setup').select('sends').executeTakeFirst())?.sends ?? false;
}

/**
 * States whether the service sends e-mail. Where it does not, no notice waits for it: it would come too late. What those who
 * watch were promised does.
 */
export async function stateMailSetup(db: Database, sends: boolean): Promise<void> {
  await db.updateTable('mail_setup').set({ sends }).execute();
  if (sends) return;
  await db.deleteFrom('mail').where('person_id', 'is not', null).execute();
  await db.updateTable('notice').set({ in_digest: false }).where('in_digest', '=', true).execute();
}

/** Has a mail wait until it is due. Of a digest, of an invitation, or of one kind of a watch, there is only one: the later writes it anew. */
export async function queueMail(
  db: Database,
  area: AreaId,
  subject: MailSubject,
  dueAt: Date,
): Promise<void> {
  const insert = db.insertInto('mail').values({
    area_id: area,
    mail_id: randomUUID(),
    kind: subject.kind,
    person_id: 'person' in subject ? subject.person : null,
    notice_id: subject.kind === 'notice' ? subject.notice : null,
    watch_id: 'watch' in subject ? subject.watch : null,
    meeting_id: subject.kind === 'invitation' ? subject.meeting : null,
    report_id: subject.kind === 'report' ? subject.report : null,
    due_at: dueAt,
  });
  switch (subject.kind) {
    case 'notice':
    case 'report':
      await insert.execute();
      break;
    case 'digest':
      // Touching the row that is there holds it until this transaction ends, so that it is not sent without what is added.
      await insert
        .onConflict((conflict) =>
          conflict.columns(['area_id', 'person_id']).where('kind', '=', 'digest').doUpdateSet({
            due_at: sql`case when mail.given_up then excluded.due_at else mail.due_at end`,
            attempts: sql`case when mail.given_up then 0 else mail.attempts end`,
            given_up: false,
          }),
        )
        .execute();
      return;
    case 'invitation':
      await insert
        .onConflict((conflict) =>
          conflict
            .columns(['area_id', 'person_id', 'meeting_id'])
            .where('kind', '=', 'invitation')
            .doUpdateSet({ due_at: dueAt, attempts: 0, given_up: false }),
        )
        .execute();
      break;
    case 'watch-confirmation':
    case 'watch-change':
      await insert
        .onConflict((conflict) =>
          conflict
            .columns(['area_id', 'watch_id', 'kind'])
            .doUpdateSet({ due_at: dueAt, attempts: 0, given_up: false }),
        )
        .execute();
  }
  await announce(db, { kind: 'mail' });
}

/**
 * Takes a mail that is due; null: none is. Until `leaseUntil` nobody else takes it, in whatever process: should this one
 * die, another sends it then.
 */
export async function claimMail(
  db: Database,
  { now, leaseUntil }: { readonly now: Date; readonly leaseUntil: Date },
): Promise<WaitingMail | null> {
  const due = db
    .selectFrom('mail')
    .select(['area_id', 'mail_id'])
    .where('due_at', '<=', now)
    .where('given_up', '=', false)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await db
    .with('due', () => due)
    .updateTable('mail')
    .from('due')
    .set({ due_at: leaseUntil, attempts: sql`attempts + 1` })
    .whereRef('mail.area_id', '=', 'due.area_id')
    .whereRef('mail.mail_id', '=', 'due.mail_id')
    .returning(['mail.area_id', 'mail.mail_id', 'kind', 'attempts'])
    .returning(['person_id', 'notice_id', 'watch_id', 'meeting_id', 'report_id'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { area_id, mail_id, attempts } = row;
  return { area: area_id as AreaId, id: mail_id, subject: subjectOf(row), attempts };
}

/** Gives up what was begun so often, by processes that died before they could say how it went. */
export async function giveUpMail(
  db: Database,
  { now, attempts }: { readonly now: Date; readonly attempts: number },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ given_up: true })
    .where('due_at', '<=', now)
    .where('given_up', '=', false)
    .where('attempts', '>=', attempts)
    .execute();
}

function subjectOf({
  kind,
  person_id,
  notice_id,
  watch_id,
  meeting_id,
  report_id,
}: Omit<Selectable<MailTable>, 'area_id' | 'mail_id' | 'due_at' | 'attempts' | 'given_up'>): MailSubject {
  switch (kind) {
    case 'notice':
      return { kind, person: person_id ?? '', notice: notice_id ?? '' };
    case 'digest':
      return { kind, person: person_id ?? '' };
    case 'invitation':
      return { kind, person: person_id ?? '', meeting: (meeting_id ?? '') as MeetingId };
    case 'report':
      return { kind, person: person_id ?? '', report: (report_id ?? '') as ReportId };
    case 'watch-confirmation':
    case 'watch-change':
      return { kind, watch: watch_id ?? '' };
  }
}

/** Holds a mail until the transaction ends. */
export async function lockMail(db: Database, { area, id }: WaitingMail): Promise<void> {
  await mailOf(db, area, id).selectAll().forUpdate().execute();
}

/** A mail was sent, or has nothing to tell any more; one that was asked for again meanwhile stays. */
export async function removeMail(db: Database, { area, id, attempts }: WaitingMail): Promise<void> {
  await db
    .deleteFrom('mail')
    .where('area_id', '=', area)
    .where('mail_id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** A mail is tried again at an instant; null: never. */
export async function postponeMail(
  db: Database,
  { area, id }: WaitingMail,
  until: Date | null,
): Promise<void> {
  await db
    .updateTable('mail')
    .set(until === null ? { given_up: true } : { due_at: until })
    .where('area_id', '=', area)
    .where('mail_id', '=', id)
    .execute();
}

/** A digest has more to tell, another day. */
export async function renewDigest(db: Database, { area, id }: WaitingMail, dueAt: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ due_at: dueAt, attempts: 0 })
    .where('area_id', '=', area)
    .where('mail_id', '=', id)
    .execute();
}

/** Where a mail about an area goes to a person; null: they have no role there any more. */
export async function addressOf(db: Database, area: AreaId, person: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select('email')
    .where('person.id', '=', person)
    .where('membership.area_id', '=', area)
    .executeTakeFirst();
  return row?.email ?? null;
}

function mailOf(db: Database, area: AreaId, id: string) {
  return db.selectFrom('mail').where('area_id', '=', area).where('mail_id', '=', id);
}
