/**
 * Requests a second of *which association covers this point* on the embedded engine, beside a bare Fastify that only
 * says hello; both asked in the same way, in turns, in the same run.
 * Run: npm run bench -- lookup
 */
import path from 'node:path';
import Fastify from 'fastify';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import { readAreaFolder } from '../server/src/area-folder/read-area-folder.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { openEmbedded } from '../server/src/database/open-database.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { PEOPLE } from '../server/test/support/people.ts';
import { median } from './median.ts';

const ROUNDS = 5;
const REQUESTS = 1_000;

const database = await openEmbedded(null);
await migrate(database.db);
const read = await readAreaFolder(path.resolve(import.meta.dirname, '../geo-data/al-lith'));
if (!read.ok) throw new Error('The shipped area has faults');
await importArea(database.db, read.folder);
const analyser = createAnalyser();
const { db, notifications } = database;
const service = await buildApp({ db, analyser, notifications, people: PEOPLE, logger: false });
const bare = Fastify().get('/', async () => ({ hello: 'world' }));

const rates: Record<'lookup' | 'hello', number[]> = { lookup: [], hello: [] };
for (let round = 0; round <= ROUNDS; round++) {
  const lookup = await rate((i) => service.inject(`/api/v1/coverage?lon=${40 + (i % 90) / 100}&lat=20.3`));
  const hello = await rate(() => bare.inject('/'));
  // The first round warms both up.
  if (round === 0) continue;
  rates.lookup.push(lookup);
  rates.hello.push(hello);
}
await service.close();
await analyser.close();
await database.close();

const [lookup, hello] = [median(rates.lookup), median(rates.hello)];
console.log(
  `lookups ${Math.round(lookup)}/s; bare Fastify ${Math.round(hello)}/s; ratio ${(lookup / hello).toFixed(3)}`,
);

async function rate(ask: (i: number) => Promise<{ statusCode: number }>): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < REQUESTS; i++) {
    const { statusCode } = await ask(i);
    if (statusCode !== 200) throw new Error(`Answered ${statusCode}`);
  }
  return REQUESTS / ((performance.now() - begun) / 1000);
}
