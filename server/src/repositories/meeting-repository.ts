import type {
  AreaId,
  LocalizedText,
  Meeting,
  MeetingId,
  MeetingPosition,
  MeetingState,
  SeriesId,
} from '@nitaq/core';
import { sql, type Updateable } from 'kysely';
import type { MeetingTable } from '../database/meeting-tables.ts';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';

export interface MeetingKey {
  readonly area: AreaId;
  readonly meeting: MeetingId;
}

function meetings(db: Database, area: AreaId) {
  return db.selectFrom('meeting').selectAll().where('area_id', '=', area);
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['execute']>>[number];

/** The meetings of an area, the latest first. */
export async function listMeetings(db: Database, area: AreaId): Promise<Meeting[]> {
  const rows = await meetings(db, area).orderBy('starts_at', 'desc').orderBy('meeting_id').execute();
  return rows.map(toMeeting);
}

/** One meeting, or null. */
export async function findMeeting(db: Database, { area, meeting }: MeetingKey): Promise<Meeting | null> {
  const row = await meetings(db, area).where('meeting_id', '=', meeting).executeTakeFirst();
  return row === undefined ? null : toMeeting(row);
}

/** The same, locked until the transaction ends. */
export async function lockMeeting(db: Database, { area, meeting }: MeetingKey): Promise<Meeting | null> {
  const row = await meetings(db, area).where('meeting_id', '=', meeting).forUpdate().executeTakeFirst();
  return row === undefined ? null : toMeeting(row);
}

/** The digest of the request that made a meeting; null: there is none, or nobody asked for it. */
export async function meetingDigest(db: Database, { area, meeting }: MeetingKey): Promise<string | null> {
  const row = await meetings(db, area).where('meeting_id', '=', meeting).executeTakeFirst();
  return row?.request_digest ?? null;
}

/** The meeting that was opened last before another one was, or is to be; null: none was. */
export async function findMeetingBefore(
  db: Database,
  area: AreaId,
  { number, before }: { readonly number: number | null; readonly before: Date },
): Promise<Extract<Meeting, { closedAt: string }> | null> {
  let query = meetings(db, area).where('state', 'in', ['held', 'approved']);
  query = number === null ? query.where('closed_at', '<=', before) : query.where('number', '<', number);
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst();
  const found = row === undefined ? null : toMeeting(row);
  return found !== null && 'closedAt' in found ? found : null;
}

/** A meeting of a series, and the day of the series that it is for. */
export interface SeriesMeeting {
  readonly meeting: Meeting;
  readonly day: string;
}

function meetingsOf(db: Database, area: AreaId, series: SeriesId) {
  return meetings(db, area).where('series_id', '=', series).orderBy('occurs_on');
}

/** The meetings of a series, whatever became of them, in the order of the days they are for. */
export async function listMeetingsOf(db: Database, area: AreaId, series: SeriesId): Promise<SeriesMeeting[]> {
  return (await meetingsOf(db, area, series).execute()).map(toSeriesMeeting);
}

/** The same, locked until the transaction ends. */
export async function lockMeetingsOf(db: Database, area: AreaId, series: SeriesId): Promise<SeriesMeeting[]> {
  return (await meetingsOf(db, area, series).forUpdate().execute()).map(toSeriesMeeting);
}

function toSeriesMeeting(row: MeetingRow): SeriesMeeting {
  return { meeting: toMeeting(row), day: row.occurs_on ?? '' };
}

export interface MeetingToAdd extends MeetingKey {
  readonly title: LocalizedText;
  readonly startsAt: Date;
  readonly durationMinutes: number;
  readonly place: string;
  /** Of which series, and for which of its days; null: it stands alone. */
  readonly of: { readonly series: SeriesId; readonly day: string } | null;
  readonly digest: string | null;
}

export async function addMeeting(db: Database, { area, meeting, ...fields }: MeetingToAdd): Promise<void> {
  await db
    .insertInto('meeting')
    .values({
      area_id: area,
      meeting_id: meeting,
      series_id: fields.of?.series ?? null,
      occurs_on: fields.of?.day ?? null,
      title_ar: fields.title.ar,
      title_en: fields.title.en,
      starts_at: fields.startsAt,
      duration_minutes: fields.durationMinutes,
      place: fields.place,
      request_digest: fields.digest,
    })
    .execute();
}

/** Changes a meeting that the caller has locked, and counts the change. */
export async function changeMeeting(
  db: Database,
  { area, meeting }: MeetingKey,
  change: Updateable<MeetingTable>,
): Promise<Meeting> {
  const row = await db
    .updateTable('meeting')
    .set({ ...change, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toMeeting(row);
}

/** Where the one who drives the projector is: that changes nothing of the meeting, and so not its version. */
export async function setPosition(
  db: Database,
  { area, meeting }: MeetingKey,
  position: MeetingPosition,
): Promise<Meeting> {
  const row = await db
    .updateTable('meeting')
    .set({ position: sql`${JSON.stringify(position)}::json` })
    .where('area_id', '=', area)
    .where('meeting_id', '=', meeting)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toMeeting(row);
}

/** The number of the last meeting that was opened in an area. */
export async function lastMeetingNumber(db: Database, area: AreaId): Promise<number> {
  const { last } = await db
    .selectFrom('meeting')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('area_id', '=', area)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** The meeting that is open in an area; null: none is. */
export async function findInState(db: Database, area: AreaId, state: MeetingState): Promise<Meeting | null> {
  const row = await meetings(db, area).where('state', '=', state).limit(1).executeTakeFirst();
  return row === undefined ? null : toMeeting(row);
}

function toMeeting(row: MeetingRow): Meeting {
  const fields = {
    id: row.meeting_id as MeetingId,
    series: row.series_id as SeriesId | null,
    title: localized(row.title_ar, row.title_en),
    startsAt: row.starts_at.toISOString(),
    durationMinutes: row.duration_minutes,
    place: row.place,
    movedFrom: row.moved_from?.toISOString() ?? null,
    convenedAt: row.convened_at?.toISOString() ?? null,
    follows: row.series_id !== null && row.state === 'planned' && row.convened_at === null && !row.is_apart,
    version: row.version,
  };
  const number = row.number ?? 0;
  const at = (instant: Date | null) => instant?.toISOString() ?? '';
  const { state } = row;
  switch (state) {
    case 'planned':
      return { ...fields, state };
    case 'cancelled':
      return { ...fields, state, cancelledAt: at(row.cancelled_at), reason: row.cancel_reason ?? '' };
    case 'running':
      return { ...fields, state, number, openedAt: at(row.opened_at), position: row.position };
    case 'held':
      return { ...fields, state, number, openedAt: at(row.opened_at), closedAt: at(row.closed_at) };
    case 'approved': {
      const instants = {
        openedAt: at(row.opened_at),
        closedAt: at(row.closed_at),
        approvedAt: at(row.approved_at),
      };
      return { ...fields, state, number, ...instants };
    }
  }
}
