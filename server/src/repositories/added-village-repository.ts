import type { AreaId, Village, VillageId } from '@nitaq/core';
import { sql } from 'kysely';
import { pointValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { keyVillageNames } from './village-name-repository.ts';
import { searchText } from './village-repository.ts';

/** The ids that the villages of an area have. */
export async function villageIds(db: Database, area: AreaId): Promise<Set<string>> {
  const rows = await db.selectFrom('village').select('village_id').where('area_id', '=', area).execute();
  return new Set(rows.map(({ village_id }) => village_id));
}

/** Adds a village that people named; an import leaves it where it is. */
export async function insertVillage(
  db: Database,
  area: AreaId,
  village: Pick<Village, 'id' | 'name' | 'centre' | 'location'>,
): Promise<void> {
  const { id, name, centre, location } = village;
  await db
    .insertInto('village')
    .values({
      area_id: area,
      village_id: id,
      name_ar: name.ar,
      name_en: name.en,
      aliases: sql`'{}'::text[]`,
      kind: 'village',
      centre_id: centre,
      location: pointValue(location),
      location_pinned: location !== null,
      search_text: searchText({ name, aliases: [] }),
    })
    .execute();
  await keyVillageNames(db, [{ area, village: { id, name, aliases: [] } }]);
}

/** Has a village found by one more name, which imports leave. */
export async function addAlias(db: Database, area: AreaId, village: Village, alias: string): Promise<void> {
  const aliases = [...village.aliases, alias];
  await db
    .updateTable('village')
    .set({
      aliases: sql`${aliases}::text[]`,
      added_aliases: sql`array_append(added_aliases, ${alias}::text)`,
      search_text: searchText({ name: village.name, aliases }),
      version: sql`version + 1`,
    })
    .where('area_id', '=', area)
    .where('village_id', '=', village.id)
    .execute();
  await keyVillageNames(db, [{ area, village: { ...village, aliases } }]);
}

/** The aliases of the villages of an area that people added, by village. */
export async function addedAliases(db: Database, area: AreaId): Promise<Map<VillageId, string[]>> {
  const rows = await db
    .selectFrom('village')
    .select(['village_id', 'added_aliases'])
    .where('area_id', '=', area)
    .where(sql<boolean>`cardinality(added_aliases) > 0`)
    .execute();
  return new Map(rows.map((row) => [row.village_id as VillageId, row.added_aliases]));
}
