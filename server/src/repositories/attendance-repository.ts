import type { Attendee, Colleague, PersonId, Role } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { MeetingKey } from './meeting-repository.ts';

/** Somebody who was noted down, with the minutes that they approved last. */
export interface NotedPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly association: Attendee['association'];
  readonly presence: Attendee['presence'];
  readonly approved: { readonly hash: string; readonly at: string } | null;
}

/** Who was noted down at a meeting, by name. */
export async function listAttendance(db: Database, { area, meeting }: MeetingKey): Promise<NotedPerson[]> {
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .orderBy('name')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    person: row.person_id as PersonId,
    name: row.name,
    role: row.role,
    association: row.association_id as Attendee['association'],
    presence: row.presence,
    approved:
      row.approved_hash === null
        ? null
        : { hash: row.approved_hash, at: row.approved_at?.toISOString() ?? '' },
  }));
}

/** Notes somebody down as they are now, or anew. The caller has locked the meeting. */
export async function noteAttendance(
  db: Database,
  { area, meeting }: MeetingKey,
  { id, name, role, association }: Colleague,
  presence: Attendee['presence'],
): Promise<void> {
  const as = { name, role, association_id: association, presence };
  await db
    .insertInto('attendance')
    .values({ area_id: area, meeting_id: meeting, person_id: id, ...as })
    .onConflict((conflict) => conflict.columns(['area_id', 'meeting_id', 'person_id']).doUpdateSet(as))
    .execute();
}

/** Somebody approves the minutes that have a hash. */
export async function noteApproval(
  db: Database,
  { area, meeting }: MeetingKey,
  { person, hash, at }: { readonly person: PersonId; readonly hash: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('attendance')
    .set({ approved_hash: hash, approved_at: at })
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
}
