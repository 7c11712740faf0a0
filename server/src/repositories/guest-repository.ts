import type { Doer, Guest, GuestId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { MeetingKey } from './meeting-repository.ts';

export interface GuestKey extends MeetingKey {
  readonly guest: GuestId;
}

/** A guest, and the digest of the request that noted them down. */
export interface StoredGuest {
  readonly guest: Guest;
  readonly digest: string;
}

/** The guests of a meeting, by name. */
export async function listGuests(db: Database, { area, meeting }: MeetingKey): Promise<StoredGuest[]> {
  const rows = await db
    .selectFrom('meeting_guest')
    .selectAll()
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .orderBy('name')
    .orderBy('guest_id')
    .execute();
  return rows.map((row) => ({
    guest: { id: row.guest_id as GuestId, name: row.name, from: row.comes_from },
    digest: row.request_digest,
  }));
}

export interface GuestToAdd extends GuestKey {
  readonly fields: Omit<Guest, 'id'>;
  readonly by: Doer;
  readonly at: Date;
  readonly digest: string;
}

export async function addGuest(
  db: Database,
  { area, meeting, guest, fields, by, at, digest }: GuestToAdd,
): Promise<void> {
  await db
    .insertInto('meeting_guest')
    .values({
      area_id: area,
      meeting_id: meeting,
      guest_id: guest,
      name: fields.name,
      comes_from: fields.from,
      noted_by: by.person,
      noted_by_name: by.name,
      noted_at: at,
      request_digest: digest,
    })
    .execute();
}

/** True where there was such a guest. */
export async function removeGuest(db: Database, { area, meeting, guest }: GuestKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('meeting_guest')
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .where('guest_id', '=', guest)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
