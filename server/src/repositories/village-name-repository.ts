import {
  type AreaId,
  closeKeys,
  furtherKeys,
  keptKeys,
  NAME_KEYS_VERSION,
  type NameKeys,
  nameKeys,
  type Village,
  type VillageId,
} from '@nitaq/core';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { VillageNameTable } from '../database/schema.ts';

/** A name of a village that may be the one asked for. */
export interface NameCandidate {
  readonly area: AreaId;
  readonly village: VillageId;
  readonly name: string;
  readonly keys: NameKeys;
}

/** By fewer sounds than this too many names are alike; one letter apart is found by its keys. */
const LEAST_ALIKE = 6;
const MOST_CANDIDATES = 200;
/** Of what thousands of names begin with, the first ones by the alphabet, and of these the shortest. */
const MOST_BEGUN = 300;
const MOST_SHORTEST = 100;
const KEYED_AT_ONCE = 500;

/** A village by whatever it is called. */
export interface NamedVillage {
  readonly area: AreaId;
  readonly village: Pick<Village, 'id' | 'name' | 'aliases'>;
}

/** Replaces the names under which villages are found. */
export async function keyVillageNames(db: Database, villages: readonly NamedVillage[]): Promise<void> {
  if (villages.length === 0) return;
  // Joined, because of a list of pairs each one would be compared with every row.
  const keyed = sql<NamedKey>`(select * from unnest(
    ${villages.map(({ area }) => area)}::text[], ${villages.map(({ village }) => village.id)}::text[]
  ) as keyed (area, village))`.as<'keyed'>('keyed');
  await db
    .deleteFrom('village_name')
    .using(keyed)
    .whereRef('area_id', '=', 'keyed.area')
    .whereRef('village_id', '=', 'keyed.village')
    .execute();
  await db.insertInto('village_name').values(villages.flatMap(namesOf)).execute();
  await db
    .updateTable('village')
    .from(keyed)
    .set({ names_keyed: NAME_KEYS_VERSION })
    .whereRef('area_id', '=', 'keyed.area')
    .whereRef('village_id', '=', 'keyed.village')
    .execute();
}

interface NamedKey {
  readonly area: string;
  readonly village: string;
}

function namesOf({ area, village: { id, name, aliases } }: NamedVillage) {
  const names = [...new Set([name.ar, name.en, ...aliases])];
  return names.map((one, number) => ({ area_id: area, village_id: id, number, name: one, ...keysOf(one) }));
}

function keysOf(name: string) {
  const keys = nameKeys(name);
  return { ...keys, near_letters: sql<string[]>`${[...keptKeys(keys)]}::text[]` };
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

type Asked = readonly NameKeys[];
type Areas = readonly AreaId[] | null;

/** The names, of some areas or of all, that begin like one that was asked for in several ways, or are close to it. */
export function closeNames(db: Database, asked: Asked, areas: Areas): Promise<NameCandidate[]> {
  return candidates(
    db,
    [
      likeliest(asked, havingKeys(asked.flatMap(closeKeys)), areas),
      spelt(asked, areas),
      begun(asked, sql`sound`, areas),
      begun(asked, LATER_SOUND, areas),
    ].filter((one) => one !== null),
  );
}

/** The names of which a letter and the vowels differ, or a word. */
export function furtherNames(db: Database, asked: Asked, areas: Areas): Promise<NameCandidate[]> {
  return candidates(db, [likeliest(asked, havingKeys(asked.flatMap(furtherKeys)), areas)]);
}

/** The names of which parts sound alike, by their trigrams (pg_trgm): slow where many have the same word in them. */
export async function namesAlike(db: Database, asked: Asked, areas: Areas): Promise<NameCandidate[]> {
  const sounds = asked.map(({ sound }) => sound).filter(({ length }) => length >= LEAST_ALIKE);
  if (sounds.length === 0) return [];
  const alike = sounds.map((sound) => sql`sound % ${sound}`);
  return candidates(db, [likeliest(asked, sql`(${sql.join(alike, sql` or `)})`, areas)]);
}

type Query = RawBuilder<NameRow>;
type Condition = RawBuilder<unknown>;
type NameRow = Pick<
  VillageNameTable,
  'area_id' | 'village_id' | 'name' | 'spelling' | 'sound' | 'consonants'
>;

const COLUMNS = sql`area_id, village_id, number, name, spelling, sound, consonants`;
/** As its index has it: without the first of several words. */
const LATER_SOUND = sql`case when position(' ' in sound) > 0 then substring(sound from position(' ' in sound) + 1) end`;
const LAST_LETTER = '\u{10ffff}';

async function candidates(db: Database, queries: readonly Query[]): Promise<NameCandidate[]> {
  const each = queries.map((query) => sql`(${query})`);
  const { rows } = await sql<NameRow>`${sql.join(each, sql` union all `)}`.execute(db);
  return rows.map(({ area_id, village_id, name, ...keys }) => ({
    area: area_id as AreaId,
    village: village_id as VillageId,
    name,
    keys,
  }));
}

function likeliest(asked: Asked, where: Condition, areas: Areas): Query {
  return sql`select ${COLUMNS} from village_name where ${where} and ${within(areas)}
    order by ${likeness(asked)} desc, area_id, village_id, number limit ${MOST_CANDIDATES}`;
}

/** As ranges, which an index on the bytes answers. */
function begun(asked: Asked, sound: Condition, areas: Areas): Query | null {
  const sounds = asked.map((keys) => keys.sound).filter((one) => one !== '');
  if (sounds.length === 0) return null;
  return sql`select ${COLUMNS} from unnest(${sounds}::text[]) as begun (letters) cross join lateral (
      select ${COLUMNS} from village_name
      where ${sound} >= letters and ${sound} < letters || ${LAST_LETTER}::text and ${within(areas)}
      order by ${sound}, area_id, village_id, number limit ${MOST_BEGUN}
    ) as first
    order by length(sound), sound, area_id, village_id, number limit ${MOST_SHORTEST}`;
}

/** Of names that have no sound, vowels and ʿayn alone, nothing else is found. */
function spelt(asked: Asked, areas: Areas): Query | null {
  const spellings = asked.filter(({ sound }) => sound === '').map(({ spelling }) => spelling);
  if (spellings.length === 0) return null;
  return sql`select ${COLUMNS} from village_name where spelling = any(${spellings}::text[]) and ${within(areas)}
    order by area_id, village_id, number limit ${MOST_CANDIDATES}`;
}

function havingKeys(keys: readonly string[]): Condition {
  return sql`near_letters && ${[...new Set(keys)]}::text[]`;
}

function within(areas: Areas): Condition {
  return areas === null ? sql`true` : sql`area_id = any(${[...areas]}::text[])`;
}

/** Only to leave out the least likely: `matchName` tells better, and costs more. */
function likeness(asked: Asked): RawBuilder<number> {
  const each = asked.map(
    ({ sound, consonants }) => sql`similarity(sound, ${sound})
      + case when consonants = ${consonants} then 0.3::float4 else 0 end
      + case when starts_with(sound, ${sound}) then 0.3::float4 else 0 end
      - abs(length(consonants) - ${consonants.length}::integer) * 0.05::float4`,
  );
  return sql`greatest(${sql.join(each)})`;
}
