/**
 * Villages by misspelt names among 100,000 places on both engines (PostgreSQL where this machine has one), beside minisearch
 * in memory and plain pg_trgm: how often the right one is found, and how long it takes, by the clock and in processor time,
 * which says more on a machine that others use. And how long it takes as one types.
 * Run: npm run bench -- names
 */
import path from 'node:path';
import { normaliseName } from '@nitaq/core';
import { sql } from 'kysely';
import MiniSearch from 'minisearch';
import { MISSPELLINGS } from '../core/test/generators/misspellings.ts';
import { oneOf, seededRandom } from '../core/test/generators/seeded-random.ts';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';
import { readAreaFolder } from '../server/src/area-folder/read-area-folder.ts';
import { keepTidy } from '../server/src/database/embedded/keep-tidy.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { type Database, openEmbedded, openServer } from '../server/src/database/open-database.ts';
import { findVillagesByName } from '../server/src/services/find-village.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { keyMissingVillageNames } from '../server/src/services/key-village-names.ts';
import { type MadeName, madeName } from './names/arabic-names.ts';
import { ofThisProcess, type ProcessorTime, withServer } from './names/processor-time.ts';

const PLACES = 100_000;
const ASKED = 1_200;
const TYPED = 150;
const AT_ONCE = 1_000;
const FIRST = 5;
const WARMING = 50;

interface Place extends MadeName {
  readonly id: string;
}
interface Question {
  readonly written: string;
  readonly place: Place;
}
/** The ids that answer, the likeliest first. */
type Search = (written: string) => Promise<readonly string[]> | readonly string[];

const places = madePlaces();
const byId = new Map(places.map((place) => [place.id, place]));
const questions = misspelt();
const beginnings = typed();

console.log(`| ${PLACES} places | first | first five | p50 ms | p95 ms | p50 processor | p95 processor |`);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
const bin = findPostgres();
if (bin !== null) await measureServer(bin);
await measureEmbedded();
const index = new MiniSearch<Place>({ fields: ['ar', 'en'], processTerm: (term) => normaliseName(term) });
index.addAll(places);
await row('minisearch in memory', questions, ofThisProcess, (name) =>
  index
    .search(name, { fuzzy: 0.3, prefix: true })
    .slice(0, FIRST)
    .map(({ id }) => String(id)),
);

async function measureServer(programs: string): Promise<void> {
  const server = await startPostgres(programs);
  try {
    const { db, close } = await openServer(server.url, () => {});
    await store(db);
    // As the server does by itself after a while.
    await sql`vacuum analyze village, village_name`.execute(db);
    const processor = await withServer(db);
    await measureOurs(db, 'PostgreSQL', processor);
    await sql`create index on village_name using gin (spelling gin_trgm_ops)`.execute(db);
    await row('pg_trgm alone, PostgreSQL', questions, processor, async (name) => {
      const found = await sql<{ village_id: string }>`select village_id from village_name
        where spelling % ${normaliseName(name)} order by similarity(spelling, ${normaliseName(name)}) desc limit ${FIRST}`.execute(
        db,
      );
      return found.rows.map(({ village_id }) => village_id);
    });
    await close();
  } finally {
    server.stop();
  }
}

async function measureEmbedded(): Promise<void> {
  const { db, close } = await openEmbedded(null);
  await store(db);
  const stopTidying = await keepTidy(db, console.error);
  stopTidying();
  await measureOurs(db, 'embedded', ofThisProcess);
  await close();
}

async function measureOurs(db: Database, engine: string, processor: ProcessorTime): Promise<void> {
  const search: Search = async (name) =>
    (await findVillagesByName(db, { name, areas: null, near: null, limit: FIRST })).map(
      ({ village }) => village.id,
    );
  await row(`Nitaq, ${engine}`, questions, processor, search);
  await row(`Nitaq, ${engine}, as one types`, beginnings, processor, search);
}

function madePlaces(): Place[] {
  const random = seededRandom(1);
  return Array.from({ length: PLACES }, (_, i): Place => ({ id: `made-${i}`, ...madeName(random) }));
}

async function store(to: Database): Promise<void> {
  await migrate(to);
  const read = await readAreaFolder(path.resolve(import.meta.dirname, '../geo-data/al-lith'));
  if (!read.ok) throw new Error('The shipped area has faults');
  await importArea(to, read.folder);
  for (let from = 0; from < PLACES; from += AT_ONCE) {
    await to
      .insertInto('village')
      .values(
        places.slice(from, from + AT_ONCE).map(({ id, ar, en }) => ({
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
}

function misspelt(): Question[] {
  const random = seededRandom(2);
  const kinds = Object.values(MISSPELLINGS);
  const asked: Question[] = [];
  while (asked.length < ASKED) {
    const place = oneOf(random, places);
    const misspell = oneOf(random, kinds);
    if (!place || !misspell) continue;
    const written = misspell(random() < 0.5 ? place.ar : place.en, random);
    if (written !== null) asked.push({ written, place });
  }
  return asked;
}

/** Each beginning of some names, letter by letter. */
function typed(): Question[] {
  return places.slice(0, TYPED).flatMap((place, i) => {
    const name = i % 2 === 0 ? place.ar : place.en;
    return Array.from(name, (_, at) => ({ written: name.slice(0, at + 1), place }));
  });
}

async function row(
  name: string,
  asked: readonly Question[],
  processor: ProcessorTime,
  search: Search,
): Promise<void> {
  const [times, processorTimes]: [number[], number[]] = [[], []];
  let [first, five] = [0, 0];
  for (const { written } of asked.slice(0, WARMING)) await search(written);
  for (const { written, place } of asked) {
    const [begun, used] = [performance.now(), processor()];
    const found = await search(written);
    times.push(performance.now() - begun);
    processorTimes.push(processor() - used);
    // Places of one name are told apart by where they lie, not by it.
    const isRight = (id: string) => {
      const one = byId.get(id);
      return one !== undefined && (one.ar === place.ar || one.en === place.en);
    };
    if (isRight(found[0] ?? '')) first++;
    if (found.some(isRight)) five++;
  }
  const figures = [first, five].map((count) => `${((100 * count) / asked.length).toFixed(1)} %`);
  const ms = [times, processorTimes].flatMap((some) => [at(some, 0.5), at(some, 0.95)]);
  console.log(`| ${[name, ...figures, ...ms.map((one) => one.toFixed(1))].join(' | ')} |`);
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * times.length)] ?? Number.NaN;
}
