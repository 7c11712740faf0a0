import {
  type AreaId,
  type LocalizedText,
  normaliseName,
  type Position,
  type Village,
  type VillageId,
  type VillageLocation,
} from '@nitaq/core';
import { sql } from 'kysely';
import { lonLat, meetsBox, pointValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';
import type { UpsertResult } from './upsert-result.ts';
import { type VersionMatch, versionMatches } from './version-match.ts';
import { keyVillageNames } from './village-name-repository.ts';

function villages(db: Database) {
  return db
    .selectFrom('village')
    .select(['area_id', 'village_id', 'name_ar', 'name_en', 'aliases', 'kind', 'centre_id', 'version'])
    .select(({ ref }) => lonLat(ref('location')).as('location'));
}

function toVillage(row: Awaited<ReturnType<ReturnType<typeof villages>['execute']>>[number]): Village {
  return {
    id: row.village_id as VillageId,
    name: localized(row.name_ar, row.name_en),
    aliases: row.aliases,
    kind: row.kind,
    centre: row.centre_id as VillageId | null,
    location: row.location,
    version: row.version,
  };
}

export interface VillageFilter {
  /** Part of a name or alias, in Arabic or Latin letters. */
  readonly q?: string | undefined;
  /** West, south, east, north in degrees. */
  readonly bbox?: readonly [number, number, number, number] | undefined;
  /** The id after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of the villages of an area, by id. */
export async function listVillages(
  db: Database,
  area: AreaId,
  { q, bbox, after, limit }: VillageFilter,
): Promise<Village[]> {
  let query = villages(db).where('area_id', '=', area).orderBy('village_id').limit(limit);
  if (q !== undefined) {
    const words = normaliseName(q);
    // Punctuation alone is part of no name; an empty box asks for every village.
    if (words === '' && q.trim() !== '') return [];
    query = query.where('search_text', 'like', `%${words}%`);
  }
  if (bbox !== undefined) query = query.where(({ ref }) => meetsBox(ref('location'), bbox));
  if (after !== undefined) query = query.where('village_id', '>', after);
  return (await query.execute()).map(toVillage);
}

/** One village of an area, or null. */
export async function findVillage(db: Database, area: AreaId, village: VillageId): Promise<Village | null> {
  const row = await villages(db)
    .where('area_id', '=', area)
    .where('village_id', '=', village)
    .executeTakeFirst();
  return row === undefined ? null : toVillage(row);
}

/** Villages by area and id, in no certain order. */
export async function villagesByKeys(
  db: Database,
  keys: readonly { readonly area: AreaId; readonly village: VillageId }[],
): Promise<{ area: AreaId; village: Village }[]> {
  if (keys.length === 0) return [];
  const rows = await villages(db)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('area_id', 'village_id'),
        'in',
        keys.map(({ area, village }) => tuple(area, village)),
      ),
    )
    .execute();
  return rows.map((row) => ({ area: row.area_id as AreaId, village: toVillage(row) }));
}

/** Every village of an area with its location, by id. */
export async function listVillageLocations(db: Database, area: AreaId): Promise<VillageLocation[]> {
  const rows = await db
    .selectFrom('village')
    .select('village_id')
    .select(({ ref }) => lonLat(ref('location')).as('location'))
    .where('area_id', '=', area)
    .orderBy('village_id')
    .execute();
  return rows.map((row) => ({ id: row.village_id as VillageId, location: row.location }));
}

/** What an answer says of a village. */
export interface NamedPlace extends VillageLocation {
  readonly name: LocalizedText;
}

/** The villages of an area with name and location, by id; of the given ids alone where there are some. */
export async function listNamedPlaces(
  db: Database,
  area: AreaId,
  ids: readonly VillageId[] | null = null,
): Promise<NamedPlace[]> {
  let query = db
    .selectFrom('village')
    .select(['village_id', 'name_ar', 'name_en'])
    .select(({ ref }) => lonLat(ref('location')).as('location'))
    .where('area_id', '=', area)
    .orderBy('village_id');
  if (ids !== null) query = query.where('village_id', 'in', [...ids]);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.village_id as VillageId,
    name: localized(row.name_ar, row.name_en),
    location: row.location,
  }));
}

/** Moves a village if its version is one of those given; true where it was. */
export async function moveVillage(
  db: Database,
  key: { area: AreaId; village: VillageId; version: VersionMatch },
  location: Position | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('village')
    .set({ location: pointValue(location), location_pinned: location !== null, version: sql`version + 1` })
    .where('area_id', '=', key.area)
    .where('village_id', '=', key.village)
    .where(versionMatches(key.version))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What part of a name is looked for in. */
export function searchText({ name, aliases }: Pick<Village, 'name' | 'aliases'>): string {
  return [name.ar, name.en, ...aliases].map(normaliseName).join('\n');
}

/** Stores an imported village; a location that was pinned by hand stays. */
export async function upsertVillage(
  db: Database,
  area: AreaId,
  village: Omit<Village, 'version'>,
): Promise<UpsertResult> {
  const { name, aliases, kind, centre, location } = village;
  const words = searchText(village);
  const row = await db
    .insertInto('village')
    .values({
      area_id: area,
      village_id: village.id,
      name_ar: name.ar,
      name_en: name.en,
      aliases: sql`${[...aliases]}::text[]`,
      kind,
      centre_id: centre,
      location: pointValue(location),
      search_text: words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'village_id'])
        .doUpdateSet({
          name_ar: name.ar,
          name_en: name.en,
          aliases: sql`excluded.aliases`,
          kind,
          centre_id: centre,
          location: sql`case when village.location_pinned then village.location else excluded.location end`,
          search_text: words,
          version: sql`village.version + 1`,
        })
        .where(
          sql<boolean>`(village.name_ar, village.name_en, village.aliases, village.kind, village.centre_id,
              village.search_text)
            is distinct from (excluded.name_ar, excluded.name_en, excluded.aliases, excluded.kind, excluded.centre_id,
              excluded.search_text)
            or (not village.location_pinned
              and ST_AsBinary(village.location) is distinct from ST_AsBinary(excluded.location))`,
        ),
    )
    .returning('version')
    .executeTakeFirst();
  if (row === undefined) return 'unchanged';
  await keyVillageNames(db, [{ area, village }]);
  return row.version === 1 ? 'added' : 'changed';
}
