import {
  type AreaId,
  NAME_KEYS_VERSION,
  type NameKeys,
  nameKeys,
  nearLetters,
  type Village,
  type VillageId,
} from '@nitaq/core';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { Tables } from '../database/schema.ts';

/** A name of a village that may be the one asked for. */
export interface NameCandidate {
  readonly area: AreaId;
  readonly village: VillageId;
  readonly name: string;
  readonly keys: NameKeys;
}

/** By fewer sounds than this too many names are alike. */
const LEAST_ALIKE = 3;
const MOST_CANDIDATES = 200;
const KEYED_AT_ONCE = 500;

/** A village by whatever it is called. */
export interface NamedVillage {
  readonly area: AreaId;
  readonly village: Pick<Village, 'id' | 'name' | 'aliases'>;
}

/** Replaces the names under which villages are found. */
export async function keyVillageNames(db: Database, villages: readonly NamedVillage[]): Promise<void> {
  if (villages.length === 0) return;
  const keys = sql.join(villages.map(({ area, village }) => sql`(${area}, ${village.id})`));
  await db.deleteFrom('village_name').where(sql<boolean>`(area_id, village_id) in (${keys})`).execute();
  await db.insertInto('village_name').values(villages.flatMap(namesOf)).execute();
  await db
    .updateTable('village')
    .set({ names_keyed: NAME_KEYS_VERSION })
    .where(sql<boolean>`(area_id, village_id) in (${keys})`)
    .execute();
}

function namesOf({ area, village: { id, name, aliases } }: NamedVillage) {
  const names = [...new Set([name.ar, name.en, ...aliases])];
  return names.map((one, number) => ({ area_id: area, village_id: id, number, name: one, ...keysOf(one) }));
}

function keysOf(name: string) {
  const keys = nameKeys(name);
  return { ...keys, near_letters: sql<string[]>`${[...nearLetters(keys)]}::text[]` };
}

/** Some villages whose names have no keys, or such of an earlier version; none once all are keyed. */
export async function villagesToKey(db: Database): Promise<NamedVillage[]> {
  const rows = await db
    .selectFrom('village')
    .select(['area_id', 'village_id', 'name_ar', 'name_en', 'aliases'])
    .where('names_keyed', '<', NAME_KEYS_VERSION)
    .limit(KEYED_AT_ONCE)
    .execute();
  return rows.map(({ area_id, village_id, name_ar, name_en, aliases }) => ({
    area: area_id as AreaId,
    village: { id: village_id as VillageId, name: { ar: name_ar, en: name_en }, aliases },
  }));
}

/**
 * The names, of some areas or of all, that are most like one that was asked for in several ways: by the trigrams of how they
 * sound (pg_trgm), by consonants of which one differs, or by how they begin.
 */
export async function namesLike(
  db: Database,
  asked: readonly NameKeys[],
  areas: readonly AreaId[] | null,
): Promise<NameCandidate[]> {
  let query = db
    .selectFrom('village_name')
    .select(['area_id', 'village_id', 'name', 'spelling', 'sound', 'consonants'])
    .where((eb) => eb.or(asked.flatMap((keys) => alike(eb, keys))))
    .orderBy(likeness(asked), 'desc')
    .orderBy('area_id')
    .orderBy('village_id')
    .orderBy('number')
    .limit(MOST_CANDIDATES);
  if (areas !== null) query = query.where('area_id', 'in', areas);
  const rows = await query.execute();
  return rows.map((row) => ({
    area: row.area_id as AreaId,
    village: row.village_id as VillageId,
    name: row.name,
    keys: { spelling: row.spelling, sound: row.sound, consonants: row.consonants },
  }));
}

function alike(eb: ExpressionBuilder<Tables, 'village_name'>, keys: NameKeys) {
  const { spelling, sound } = keys;
  if (sound === '') return [eb('spelling', '=', spelling)];
  // As a range, which the index on the bytes answers.
  const begins = eb.and([eb('sound', '>=', sound), eb('sound', '<', `${sound}\u{10ffff}`)]);
  const near = nearLetters(keys);
  return [
    begins,
    ...(sound.length < LEAST_ALIKE ? [] : [sql<boolean>`sound % ${sound}`]),
    ...(near.length === 0 ? [] : [sql<boolean>`near_letters && ${[...near]}::text[]`]),
  ];
}

/** Only to leave out the least likely: `matchName` tells better, and costs more. */
function likeness(asked: readonly NameKeys[]) {
  const each = asked.map(
    ({ sound, consonants }) => sql`similarity(sound, ${sound})
      + case when consonants = ${consonants} then 0.3 else 0 end
      + case when starts_with(sound, ${sound}) then 0.3 else 0 end
      - abs(length(consonants) - ${consonants.length}::integer) * 0.05`,
  );
  return sql`greatest(${sql.join(each)})`;
}
