import type {
  AgendaItemId,
  AgendaReason,
  AgendaSubject,
  Doer,
  KeptItem,
  LocalizedText,
  Minute,
  PersonId,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';
import type { MeetingKey } from './meeting-repository.ts';

export interface ItemKey extends MeetingKey {
  readonly item: AgendaItemId;
}

/** An item as it is kept. */
export interface StoredItem extends KeptItem {
  readonly id: AgendaItemId;
  readonly about: AgendaSubject;
  readonly reason: AgendaReason;
  readonly title: LocalizedText;
  readonly note: string | null;
  readonly addedBy: Doer | null;
  readonly digest: string | null;
  readonly minute: Minute;
}

function items(db: Database, { area, meeting }: MeetingKey) {
  return db
    .selectFrom('agenda_item')
    .selectAll()
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting);
}

function toItem(row: Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]): StoredItem {
  const doer = (person: string | null, name: string | null): Doer | null =>
    person === null ? null : { person: person as PersonId, name: name ?? '' };
  return {
    id: row.item_id as AgendaItemId,
    isAdded: row.reason === 'added',
    rank: row.rank,
    isOff: row.is_off,
    about: row.about,
    reason: row.reason,
    title: localized(row.title_ar, row.title_en),
    note: row.note,
    addedBy: doer(row.added_by, row.added_by_name),
    digest: row.request_digest,
    minute: {
      text: row.minute_text,
      version: row.minute_version,
      by: doer(row.minute_by, row.minute_by_name),
      at: row.minute_at?.toISOString() ?? null,
    },
  };
}

/** What is kept of an agenda, in its order. */
export async function listItems(db: Database, key: MeetingKey): Promise<StoredItem[]> {
  const rows = await items(db, key)
    .orderBy(sql`rank nulls last`)
    .orderBy('added_at')
    .orderBy('item_id')
    .execute();
  return rows.map(toItem);
}

export async function findItem(db: Database, { item, ...key }: ItemKey): Promise<StoredItem | null> {
  const row = await items(db, key).where('item_id', '=', item).executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

export interface ItemToAdd extends ItemKey {
  readonly fields: Pick<StoredItem, 'about' | 'reason' | 'title' | 'note' | 'addedBy' | 'digest' | 'rank'>;
  readonly isOff?: boolean;
  readonly at: Date;
}

export async function addItem(
  db: Database,
  { area, meeting, item, fields, isOff = false, at }: ItemToAdd,
): Promise<void> {
  await db
    .insertInto('agenda_item')
    .values({
      area_id: area,
      meeting_id: meeting,
      item_id: item,
      about: sql`${JSON.stringify(fields.about)}::json`,
      reason: fields.reason,
      title_ar: fields.title.ar,
      title_en: fields.title.en,
      note: fields.note,
      rank: fields.rank,
      is_off: isOff,
      added_by: fields.addedBy?.person ?? null,
      added_by_name: fields.addedBy?.name ?? null,
      added_at: at,
      request_digest: fields.digest,
    })
    .execute();
}

/** Puts an item in its place on the agenda, or takes it off. */
export async function placeItem(
  db: Database,
  { area, meeting, item }: ItemKey,
  place: { readonly rank: number | null; readonly isOff: boolean },
): Promise<void> {
  await db
    .updateTable('agenda_item')
    .set({ rank: place.rank, is_off: place.isOff })
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow();
}

/** Writes what is said about an item, and counts the change. The caller has locked the meeting. */
export async function writeMinute(
  db: Database,
  { area, meeting, item }: ItemKey,
  { text, by, at }: { readonly text: string; readonly by: Doer; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('agenda_item')
    .set({
      minute_text: text,
      minute_by: by.person,
      minute_by_name: by.name,
      minute_at: at,
      minute_version: sql`minute_version + 1`,
    })
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .where('item_id', '=', item)
    .executeTakeFirstOrThrow();
}
