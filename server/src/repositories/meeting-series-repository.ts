import type { AreaId, LocalizedText, MeetingSeries, NewSeries, SeriesId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';

export interface SeriesKey {
  readonly area: AreaId;
  readonly series: SeriesId;
}

function series(db: Database, area: AreaId) {
  return db.selectFrom('meeting_series').selectAll().where('area_id', '=', area);
}

function toSeries(row: Awaited<ReturnType<ReturnType<typeof series>['execute']>>[number]): MeetingSeries {
  return {
    id: row.series_id as SeriesId,
    title: localized(row.title_ar, row.title_en),
    rule: row.rule,
    startsOn: row.starts_on,
    time: row.time,
    durationMinutes: row.duration_minutes,
    place: row.place,
    ended: row.ended,
    version: row.version,
  };
}

/** The series of an area, those that go on first. */
export async function listSeries(db: Database, area: AreaId): Promise<MeetingSeries[]> {
  const rows = await series(db, area).orderBy('ended').orderBy('starts_on').orderBy('series_id').execute();
  return rows.map(toSeries);
}

/** One series and the digest of the request that made it, locked until the transaction ends; or null. */
export async function lockSeries(
  db: Database,
  { area, series: id }: SeriesKey,
): Promise<{ readonly series: MeetingSeries; readonly digest: string } | null> {
  const row = await series(db, area).where('series_id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : { series: toSeries(row), digest: row.request_digest };
}

export interface SeriesToAdd extends SeriesKey {
  readonly title: LocalizedText;
  readonly terms: Omit<NewSeries, 'title'>;
  readonly digest: string;
}

export async function addSeries(
  db: Database,
  { area, series: id, title, terms, digest }: SeriesToAdd,
): Promise<void> {
  await db
    .insertInto('meeting_series')
    .values({
      area_id: area,
      series_id: id,
      title_ar: title.ar,
      title_en: title.en,
      rule: sql`${JSON.stringify(terms.rule)}::json`,
      starts_on: terms.startsOn,
      time: terms.time,
      duration_minutes: terms.durationMinutes,
      place: terms.place,
      request_digest: digest,
    })
    .execute();
}

/** Other terms of a series that the caller has locked; those that are left out stay. */
export async function changeSeries(
  db: Database,
  { area, series: id }: SeriesKey,
  { title, terms }: { readonly title: LocalizedText; readonly terms: Partial<Omit<NewSeries, 'title'>> },
): Promise<void> {
  await db
    .updateTable('meeting_series')
    .set({
      title_ar: title.ar,
      title_en: title.en,
      version: sql`version + 1`,
      ...(terms.rule && { rule: sql`${JSON.stringify(terms.rule)}::json` }),
      ...(terms.startsOn !== undefined && { starts_on: terms.startsOn }),
      ...(terms.time !== undefined && { time: terms.time }),
      ...(terms.durationMinutes !== undefined && { duration_minutes: terms.durationMinutes }),
      ...(terms.place !== undefined && { place: terms.place }),
    })
    .where('area_id', '=', area)
    .where('series_id', '=', id)
    .executeTakeFirstOrThrow();
}

/** From now on no more meetings are planned in a series. */
export async function endSeries(db: Database, { area, series: id }: SeriesKey): Promise<void> {
  await db
    .updateTable('meeting_series')
    .set({ ended: true, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('series_id', '=', id)
    .executeTakeFirstOrThrow();
}
