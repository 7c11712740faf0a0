import {
  type AreaId,
  NAME_KEYS_VERSION,
  type NameKeys,
  nameKeys,
  nearLetters,
  type Village,
  type VillageId,
} from '@nitaq/core';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** A name of a village that may be the one asked for. */
export interface NameCandidate {
  readonly area: AreaId;
  readonly village: VillageId;
  readonly name: string;
  readonly keys: NameKeys;
}

/** By fewer sounds than this too many names are alike; one letter apart is found by its consonants. */
const LEAST_ALIKE = 6;
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
  // Each sought by itself: of what one index finds, the conditions of the others would be computed again.
  const [first, ...others] = [begin(asked), soundAlike(asked), differByALetter(asked)]
    .filter((conditions) => conditions.length > 0)
    .map((conditions) => {
      const query = db
        .selectFrom('village_name')
        .select(['area_id', 'village_id', 'number', 'name', 'spelling', 'sound', 'consonants'])
        .select(likeness(asked).as('likeness'))
        .where((eb) => eb.or(conditions))
        .orderBy('likeness', 'desc')
        .orderBy('area_id')
        .orderBy('village_id')
        .orderBy('number')
        .limit(MOST_CANDIDATES);
      return areas === null ? query : query.where('area_id', 'in', areas);
    });
  if (first === undefined) return [];
  const rows = await db
    .selectFrom((eb) => eb.parens(first.union(others.map((one) => eb.parens(one)))).as('found'))
    .selectAll()
    .orderBy('likeness', 'desc')
    .orderBy('area_id')
    .orderBy('village_id')
    .orderBy('number')
    .limit(MOST_CANDIDATES)
    .execute();
  return rows.map((row) => ({
    area: row.area_id as AreaId,
    village: row.village_id as VillageId,
    name: row.name,
    keys: { spelling: row.spelling, sound: row.sound, consonants: row.consonants },
  }));
}

type Condition = RawBuilder<boolean>;

/** As ranges, which the index on the bytes answers. */
function begin(asked: readonly NameKeys[]): Condition[] {
  return asked.map(({ spelling, sound }) =>
    sound === '' ? sql`spelling = ${spelling}` : sql`(sound >= ${sound} and sound < ${`${sound}\u{10ffff}`})`,
  );
}

function soundAlike(asked: readonly NameKeys[]): Condition[] {
  return asked.filter(({ sound }) => sound.length >= LEAST_ALIKE).map(({ sound }) => sql`sound % ${sound}`);
}

function differByALetter(asked: readonly NameKeys[]): Condition[] {
  const near = new Set(asked.filter(({ sound }) => sound !== '').flatMap((keys) => [...nearLetters(keys)]));
  return near.size === 0 ? [] : [sql`near_letters && ${[...near]}::text[]`];
}

/** Only to leave out the least likely: `matchName` tells better, and costs more. */
function likeness(asked: readonly NameKeys[]): RawBuilder<number> {
  const each = asked.map(
    ({ sound, consonants }) => sql`similarity(sound, ${sound})
      + case when consonants = ${consonants} then 0.3::float4 else 0 end
      + case when starts_with(sound, ${sound}) then 0.3::float4 else 0 end
      - abs(length(consonants) - ${consonants.length}::integer) * 0.05::float4`,
  );
  return sql`greatest(${sql.join(each)})`;
}
