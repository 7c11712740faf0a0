/**
 * Pages of a hundred features and boxes of two degrees of `/ogc`, beside QGIS Server by FastCGI on the same PostGIS, in
 * turns in the same run, over as many connections. QGIS Server is asked without a web server before it and answers in two
 * processes, which is to its favour; what asks our service does so in a thread of its own.
 * Debian: apt-get install qgis-server spawn-fcgi python3-qgis postgis. Run: npm run bench:ogc
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { openServer } from '../server/src/database/open-database.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { PEOPLE } from '../server/test/support/people.ts';
import { load, portOf } from './load/load.ts';
import { counties } from './lookup/areas.ts';
import { median } from './median.ts';
import { askFcgi } from './ogc/fcgi.ts';

const ROUNDS = 3;
const SECONDS = 3;
const FCGI = '/usr/lib/cgi-bin/qgis_mapserv.fcgi';
const SPAWN_FCGI = '/usr/bin/spawn-fcgi';

const bin = findPostgres();
if (bin === null || !existsSync(FCGI))
  throw new Error('It takes PostGIS and qgis-server: see the top of bench/ogc.ts');
const postgres = await startPostgres(bin);
const database = await openServer(postgres.url, () => {});
const analyser = createAnalyser();
await migrate(database.db);
const folder = counties();
await importArea(database.db, folder);
const service = await buildApp({ ...database, analyser, people: PEOPLE, logger: false, readsAMinute: 1e9 });
await service.listen({ port: 0, host: '127.0.0.1' });
const project = makeProject(postgres.url);
const ports = [await freePort(), await freePort()];
const servers = ports.map((port) =>
  spawn(SPAWN_FCGI, ['-n', '-p', String(port), '--', FCGI], {
    env: {
      ...process.env,
      QGIS_PROJECT_FILE: project,
      QT_QPA_PLATFORM: 'offscreen',
      QGIS_SERVER_LOG_LEVEL: '2',
    },
    stdio: 'ignore',
  }),
);
try {
  await setTimeout(3_000);
  const count = folder.plans[0]?.territories.length ?? 0;
  const pages = Array.from({ length: Math.floor(count / 100) }, (_, i) => `limit=100&offset=${i * 100}`);
  const boxes = Array.from({ length: 200 }, (_, i) => {
    // Two sequences of low discrepancy, over the contiguous states.
    const [west, south] = [-120 + ((i * 0.754877666) % 1) * 48, 28 + ((i * 0.569840291) % 1) * 18];
    return `limit=1000&bbox=${[west, south, west + 2, south + 2].map((one) => one.toFixed(4)).join(',')}`;
  });
  console.log('| work | requests a second | features a request | QGIS Server | features | ratio |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  await compare('items?limit=100', pages);
  await compare('a box of 2° × 2°', boxes);
} finally {
  for (const server of servers) server.kill();
  await service.close();
  await analyser.close();
  await database.close();
  postgres.stop();
}

async function compare(work: string, queries: readonly string[]): Promise<void> {
  const paths = queries.map((query) => `/ogc/collections/territories/items?${query}`);
  const ours: Ask = async (query) =>
    (await fetch(`http://127.0.0.1:${portOf(service)}/ogc/collections/territories/items?${query}`)).text();
  const theirs: Ask = async (query, lane = 0) => {
    const answer = (await askFcgi(ports[lane] ?? 0, cgi('/collections/territories/items', query))).toString();
    return answer.slice(answer.search(/\r?\n\r?\n/)).trimStart();
  };
  const rates = { ours: [] as number[], theirs: [] as number[] };
  const features = {
    ours: await featuresOf(ours, queries),
    theirs: await featuresOf(theirs, queries),
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const { rate } = await load({
      port: portOf(service),
      paths,
      connections: ports.length,
      seconds: SECONDS,
    });
    const peer = await rateOf(theirs, queries);
    // The first round warms all up.
    if (round === 0) continue;
    rates.ours.push(rate);
    rates.theirs.push(peer);
  }
  const [us, them] = [median(rates.ours), median(rates.theirs)];
  console.log(
    `| ${work} | ${us.toFixed(0)} | ${features.ours.toFixed(1)} | ${them.toFixed(1)} | ${features.theirs.toFixed(1)} | ${(us / them).toFixed(1)} |`,
  );
}

/** A process of QGIS Server answers one request at a time, so that each has a lane of its own. */
type Ask = (query: string, lane?: number) => Promise<string>;

async function rateOf(ask: Ask, queries: readonly string[]): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let asked = 0;
  await Promise.all(
    ports.map(async (_, lane) => {
      while (performance.now() < until) await ask(queries[asked++ % queries.length] ?? '', lane);
    }),
  );
  return asked / SECONDS;
}

/** How many features an answer has, on average of the first twenty: both must have answered the same. */
async function featuresOf(ask: Ask, queries: readonly string[]): Promise<number> {
  const some = queries.slice(0, 20);
  let sum = 0;
  for (const query of some) {
    const text = await ask(query);
    if (!text.startsWith('{')) throw new Error(text.slice(0, 500));
    const { features } = JSON.parse(text) as { readonly features: readonly unknown[] };
    sum += features.length;
  }
  return sum / some.length;
}

function cgi(inPath: string, query: string): Record<string, string> {
  return {
    REQUEST_METHOD: 'GET',
    SERVER_PROTOCOL: 'HTTP/1.1',
    SERVER_NAME: 'localhost',
    SERVER_PORT: '80',
    HTTP_HOST: 'localhost',
    HTTP_ACCEPT: 'application/geo+json',
    SCRIPT_NAME: '',
    PATH_INFO: `/wfs3${inPath}.geojson`,
    REQUEST_URI: `/wfs3${inPath}.geojson?${query}`,
    QUERY_STRING: query,
    QGIS_PROJECT_FILE: project,
  };
}

function makeProject(address: string): string {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? hostname;
  const source = `host='${host}' port=${port || 5432} dbname='${pathname.slice(1)}' user='${username}' password='${password}' key='association_id' srid=4326 type=MultiPolygon table="public"."territory" (boundary)`;
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'nitaq-bench-')), 'territories.qgs');
  const made = spawnSync(
    '/usr/bin/python3',
    [path.resolve(import.meta.dirname, 'ogc/make-project.py'), source, file],
    {
      encoding: 'utf8',
      env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' },
    },
  );
  if (made.status !== 0) throw new Error(made.stderr || made.stdout);
  return file;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
