import type { Area, AreaId, AreaSummary, LocalizedText, MultiPolygon } from '@nitaq/core';
import { sql } from 'kysely';
import { bounds, geoJson, geometryValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { GROUND_EVENTS, KEPT_EVENTS } from './event-repository.ts';
import { localized } from './localized.ts';
import type { UpsertResult } from './upsert-result.ts';

/** What an import says about an area. */
export interface AreaRecord {
  readonly id: AreaId;
  readonly name: LocalizedText;
  readonly note: LocalizedText | null;
  readonly estimated: boolean;
  readonly timeZone: string;
  readonly attribution: LocalizedText;
  readonly boundary: MultiPolygon;
  readonly land: MultiPolygon | null;
  readonly areaKm2: number;
}

function summaries(db: Database) {
  return db
    .selectFrom('area')
    .select(({ ref, selectFrom }) => [
      'area_id',
      'name_ar',
      'name_en',
      'note_ar',
      'note_en',
      'estimated',
      'time_zone',
      'attribution_ar',
      'attribution_en',
      'area_km2',
      bounds(ref('boundary')).as('bbox'),
      selectFrom('village')
        .whereRef('village.area_id', '=', 'area.area_id')
        .select(({ fn }) => fn.count<number>('location').as('located'))
        .as('located'),
      selectFrom('village')
        .whereRef('village.area_id', '=', 'area.area_id')
        .where('location', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('unlocated'))
        .as('unlocated'),
    ])
    .orderBy('area_id');
}

function toSummary(row: Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]): AreaSummary {
  return {
    id: row.area_id as AreaId,
    name: localized(row.name_ar, row.name_en),
    note: row.note_ar === null || row.note_en === null ? null : localized(row.note_ar, row.note_en),
    estimated: row.estimated,
    timeZone: row.time_zone,
    areaKm2: row.area_km2,
    bbox: row.bbox,
    villages: { located: row.located ?? 0, unlocated: row.unlocated ?? 0 },
    attribution: localized(row.attribution_ar, row.attribution_en),
  };
}

/** All areas, by id. */
export async function listAreas(db: Database): Promise<AreaSummary[]> {
  return (await summaries(db).execute()).map(toSummary);
}

/** One area with its boundary, or null. */
export async function findArea(db: Database, area: AreaId): Promise<Area | null> {
  const row = await summaries(db)
    .select(({ ref }) => geoJson(ref('boundary')).as('boundary'))
    .where('area_id', '=', area)
    .executeTakeFirst();
  return row === undefined ? null : { ...toSummary(row), boundary: JSON.parse(row.boundary ?? 'null') };
}

/** What a list says of an area, or null. */
export async function findAreaSummary(db: Database, area: AreaId): Promise<AreaSummary | null> {
  const row = await summaries(db).where('area_id', '=', area).executeTakeFirst();
  return row === undefined ? null : toSummary(row);
}

/** The time zone of an area that exists. */
export async function timeZoneOf(db: Database, area: AreaId): Promise<string> {
  const { time_zone } = await db
    .selectFrom('area')
    .select('time_zone')
    .where('area_id', '=', area)
    .executeTakeFirstOrThrow();
  return time_zone;
}

/** The boundary of an area that exists. */
export async function loadBoundary(db: Database, area: AreaId): Promise<MultiPolygon> {
  const row = await db
    .selectFrom('area')
    .select(({ ref }) => geoJson(ref('boundary')).as('boundary'))
    .where('area_id', '=', area)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.boundary ?? 'null');
}

/** West, south, east, north of an area that exists. */
export async function loadBounds(db: Database, area: AreaId): Promise<AreaSummary['bbox']> {
  const { bbox } = await db
    .selectFrom('area')
    .select(({ ref }) => bounds(ref('boundary')).as('bbox'))
    .where('area_id', '=', area)
    .executeTakeFirstOrThrow();
  return bbox;
}

/** True where the area exists. */
export async function areaExists(db: Database, area: AreaId): Promise<boolean> {
  const row = await db.selectFrom('area').select('area_id').where('area_id', '=', area).executeTakeFirst();
  return row !== undefined;
}

/** The land around an area, or null where none was imported. */
export async function findLand(db: Database, area: AreaId): Promise<MultiPolygon | null> {
  const row = await db
    .selectFrom('area')
    .select(({ ref }) => geoJson(ref('land')).as('land'))
    .where('area_id', '=', area)
    .executeTakeFirst();
  return JSON.parse(row?.land ?? 'null');
}

export interface AreaVersion {
  readonly id: AreaId;
  readonly version: number;
  readonly timeZone: string;
}

/** An area, and where its log of events stands: while both are the same, nothing of it has changed. */
export interface AreaStamp extends AreaVersion {
  /** Null: it has no log yet. */
  readonly log: string | null;
  /** The number of the last event. */
  readonly last: number;
}

/** How every area stands, by id. */
export async function listAreaStamps(db: Database): Promise<AreaStamp[]> {
  const rows = await db
    .selectFrom('area')
    .leftJoin('event_log', 'event_log.area_id', 'area.area_id')
    .select(['area.area_id', 'version', 'time_zone', 'log_id', 'last_number'])
    .orderBy('area.area_id')
    .execute();
  return rows.map((row) => ({
    id: row.area_id as AreaId,
    version: row.version,
    timeZone: row.time_zone,
    log: row.log_id,
    last: row.last_number ?? 0,
  }));
}

/** The version of one area, or null where there is no such area. */
export async function findAreaVersion(db: Database, area: AreaId): Promise<AreaVersion | null> {
  const row = await db
    .selectFrom('area')
    .select(['version', 'time_zone'])
    .where('area_id', '=', area)
    .executeTakeFirst();
  return row === undefined ? null : { id: area, version: row.version, timeZone: row.time_zone };
}

/** An area with all that tells one state of its ground from another: its plans, villages and associations, not its drafts. */
interface GroundState extends AreaVersion {
  readonly log: string | null;
  /** Grows with every change; nothing else is to be read from it. */
  readonly change: string;
}

/** The state of the ground of every area, by id. */
export async function listGroundStates(db: Database): Promise<GroundState[]> {
  const rows = await db
    .selectFrom('area')
    .leftJoin('event_log', 'event_log.area_id', 'area.area_id')
    .select(['area.area_id', 'version', 'time_zone', 'log_id', 'last_number'])
    .select(({ selectFrom }) =>
      selectFrom('event')
        .select('number')
        .whereRef('event.area_id', '=', 'area.area_id')
        .where('kind', 'in', GROUND_EVENTS)
        .orderBy('number', 'desc')
        .limit(1)
        .as('changed'),
    )
    .orderBy('area.area_id')
    .execute();
  return rows.map((row) => ({
    id: row.area_id as AreaId,
    version: row.version,
    timeZone: row.time_zone,
    log: row.log_id,
    // Where none is kept any more, one that came and went meanwhile takes more events than are kept.
    change:
      row.changed === null ? `before ${Math.floor((row.last_number ?? 0) / KEPT_EVENTS)}` : `${row.changed}`,
  }));
}

/** Stores an imported area; where it exists, replaces it and counts its version up if anything differs. */
export async function upsertArea(db: Database, area: AreaRecord): Promise<UpsertResult> {
  const values = {
    name_ar: area.name.ar,
    name_en: area.name.en,
    note_ar: area.note?.ar ?? null,
    note_en: area.note?.en ?? null,
    estimated: area.estimated,
    time_zone: area.timeZone,
    attribution_ar: area.attribution.ar,
    attribution_en: area.attribution.en,
    boundary: geometryValue(area.boundary),
    land: geometryValue(area.land),
    area_km2: area.areaKm2,
  };
  const row = await db
    .insertInto('area')
    .values({ area_id: area.id, ...values })
    .onConflict((conflict) =>
      conflict
        .column('area_id')
        .doUpdateSet({ ...values, version: sql`area.version + 1` })
        .where(
          sql<boolean>`(area.name_ar, area.name_en, area.note_ar, area.note_en, area.estimated, area.time_zone,
            area.attribution_ar, area.attribution_en, area.area_km2, ST_AsBinary(area.boundary), ST_AsBinary(area.land))
            is distinct from (excluded.name_ar, excluded.name_en, excluded.note_ar, excluded.note_en,
            excluded.estimated, excluded.time_zone, excluded.attribution_ar, excluded.attribution_en,
            excluded.area_km2, ST_AsBinary(excluded.boundary), ST_AsBinary(excluded.land))`,
        ),
    )
    .returning('version')
    .executeTakeFirst();
  if (row === undefined) return 'unchanged';
  return row.version === 1 ? 'added' : 'changed';
}
