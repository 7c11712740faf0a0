/**
 * Villages by misspelt names among 100,000 places, beside minisearch in memory and plain pg_trgm: how often the right one
 * is found, and how long it takes. On the embedded engine, or with DATABASE_URL on an empty database of a server.
 * Run: npm run bench -- names
 */
import path from 'node:path';
import { normaliseName } from '@nitaq/core';
import { sql } from 'kysely';
import MiniSearch from 'minisearch';
import { MISSPELLINGS } from '../core/test/generators/misspellings.ts';
import { oneOf, seededRandom } from '../core/test/generators/seeded-random.ts';
import { readAreaFolder } from '../server/src/area-folder/read-area-folder.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { type Database, openEmbedded, openServer } from '../server/src/database/open-database.ts';
import { findVillagesByName } from '../server/src/services/find-village.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { keyMissingVillageNames } from '../server/src/services/key-village-names.ts';
import { type MadeName, madeName } from './names/arabic-names.ts';

const PLACES = 100_000;
const ASKED = 1_200;
const AT_ONCE = 1_000;
const FIRST = 5;

interface Place extends MadeName {
  readonly id: string;
}
interface Question {
  readonly kind: string;
  readonly written: string;
  readonly place: Place;
}
/** The ids that answer, the likeliest first. */
type Search = (written: string) => Promise<readonly string[]> | readonly string[];

const url = process.env.DATABASE_URL;
const database = url === undefined ? await openEmbedded(null) : await openServer(url, () => {});
const { db } = database;
await migrate(db);
const places = await store(db);
const questions = misspelt(places);

const index = new MiniSearch<Place>({ fields: ['ar', 'en'], processTerm: (term) => normaliseName(term) });
index.addAll(places);
const searches: Readonly<Record<string, Search>> = {
  'Nitaq, through the database': async (name) =>
    (await findVillagesByName(db, { name, areas: null, near: null, limit: FIRST })).map(
      ({ village }) => village.id,
    ),
  'minisearch in memory': (name) =>
    index
      .search(name, { fuzzy: 0.3, prefix: true })
      .slice(0, FIRST)
      .map(({ id }) => String(id)),
  'plain pg_trgm': async (name) => {
    const found = await sql<{ village_id: string }>`select village_id from village_name
      where spelling % ${normaliseName(name)} order by similarity(spelling, ${normaliseName(name)}) desc limit ${FIRST}`.execute(
      db,
    );
    return found.rows.map(({ village_id }) => village_id);
  },
};

const engine = url === undefined ? 'embedded' : 'server';
console.log(`| ${engine}, ${PLACES} places | first | first five | p50 ms | p95 ms | p95 beside minisearch |`);
console.log('| --- | --- | --- | --- | --- | --- |');
const rows = [];
for (const [name, search] of Object.entries(searches)) rows.push({ name, ...(await measured(search)) });
const peer = rows.find(({ name }) => name.startsWith('minisearch'))?.p95 ?? Number.NaN;
for (const { name, first, five, p50, p95 } of rows) {
  console.log(
    `| ${name} | ${percent(first)} | ${percent(five)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${(p95 / peer).toFixed(2)} × |`,
  );
}
await database.close();

async function store(to: Database): Promise<Place[]> {
  const read = await readAreaFolder(path.resolve(import.meta.dirname, '../geo-data/al-lith'));
  if (!read.ok) throw new Error('The shipped area has faults');
  await importArea(to, read.folder);
  const random = seededRandom(1);
  const made = Array.from({ length: PLACES }, (_, i): Place => ({ id: `made-${i}`, ...madeName(random) }));
  for (let from = 0; from < PLACES; from += AT_ONCE) {
    await to
      .insertInto('village')
      .values(
        made.slice(from, from + AT_ONCE).map(({ id, ar, en }) => ({
          area_id: read.folder.area.id,
          village_id: id,
          name_ar: ar,
          name_en: en,
          aliases: sql<string[]>`'{}'::text[]`,
          kind: 'village' as const,
          search_text: normaliseName(ar),
        })),
      )
      .execute();
  }
  await keyMissingVillageNames(to);
  await sql`create index on village_name using gin (spelling gin_trgm_ops)`.execute(to);
  await sql`vacuum analyze village_name`.execute(to);
  return made;
}

function misspelt(from: readonly Place[]): Question[] {
  const random = seededRandom(2);
  const kinds = Object.entries(MISSPELLINGS);
  const asked: Question[] = [];
  while (asked.length < ASKED) {
    const place = oneOf(random, from);
    const [kind, misspell] = oneOf(random, kinds) ?? [];
    if (!place || !kind || !misspell) continue;
    const written = misspell(random() < 0.5 ? place.ar : place.en, random);
    if (written !== null) asked.push({ kind, written, place });
  }
  return asked;
}

async function measured(search: Search) {
  const times: number[] = [];
  let [first, five] = [0, 0];
  for (const { written } of questions.slice(0, 50)) await search(written);
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const { written, place } of questions) {
    const begun = performance.now();
    const found = await search(written);
    times.push(performance.now() - begun);
    // Places of one name are told apart by where they lie, not by it.
    const isRight = (id: string) => {
      const one = byId.get(id);
      return one !== undefined && (one.ar === place.ar || one.en === place.en);
    };
    if (isRight(found[0] ?? '')) first++;
    if (found.some(isRight)) five++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
  return { first: first / questions.length, five: five / questions.length, p50: at(0.5), p95: at(0.95) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
