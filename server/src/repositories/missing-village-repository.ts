import type { AreaId, MissingVillage, MissingVillageId } from '@nitaq/core';
import { sql } from 'kysely';
import { lonLat, pointValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { type VersionMatch, versionMatches } from './version-match.ts';

export interface MissingVillageKey {
  readonly area: AreaId;
  readonly missing: MissingVillageId;
}

function missingVillages(db: Database, area: AreaId) {
  return db
    .selectFrom('missing_village')
    .select(['missing_id', 'name', 'words', 'reports', 'reported_at', 'version'])
    .select(({ ref }) => lonLat(ref('location')).as('location'))
    .where('area_id', '=', area);
}

function toMissingVillage(
  row: Awaited<ReturnType<ReturnType<typeof missingVillages>['execute']>>[number],
): MissingVillage {
  return {
    id: row.missing_id as MissingVillageId,
    name: row.name,
    location: row.location,
    words: row.words,
    reports: row.reports,
    reportedAt: row.reported_at.toISOString(),
    version: row.version,
  };
}

/** The villages of an area that wait to be settled: what most people reported first. */
export async function listMissingVillages(db: Database, area: AreaId): Promise<MissingVillage[]> {
  const rows = await missingVillages(db, area)
    .orderBy('reports', 'desc')
    .orderBy('reported_at', 'desc')
    .orderBy('missing_id')
    .execute();
  return rows.map(toMissingVillage);
}

export async function findMissingVillage(
  db: Database,
  { area, missing }: MissingVillageKey,
): Promise<MissingVillage | null> {
  const row = await missingVillages(db, area).where('missing_id', '=', missing).executeTakeFirst();
  return row === undefined ? null : toMissingVillage(row);
}

export async function addMissingVillage(
  db: Database,
  area: AreaId,
  one: Pick<MissingVillage, 'id' | 'name' | 'location' | 'words'> & { readonly now: Date },
): Promise<void> {
  await db
    .insertInto('missing_village')
    .values({
      area_id: area,
      missing_id: one.id,
      name: one.name,
      location: pointValue(one.location),
      words: sql`${[...one.words]}::text[]`,
      reported_at: one.now,
    })
    .execute();
}

/** Counts one more report of a village. */
export async function countReport(
  db: Database,
  area: AreaId,
  one: Pick<MissingVillage, 'id' | 'location' | 'words'> & { readonly now: Date },
): Promise<void> {
  await db
    .updateTable('missing_village')
    .set({
      location: pointValue(one.location),
      words: sql`${[...one.words]}::text[]`,
      reports: sql`reports + 1`,
      reported_at: one.now,
      version: sql`version + 1`,
    })
    .where('area_id', '=', area)
    .where('missing_id', '=', one.id)
    .execute();
}

/** Removes one that is settled, if its version is one of those given; true where it was. */
export async function removeMissingVillage(
  db: Database,
  { area, missing }: MissingVillageKey,
  version: VersionMatch,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('missing_village')
    .where('area_id', '=', area)
    .where('missing_id', '=', missing)
    .where(versionMatches(version))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
