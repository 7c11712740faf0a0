/**
 * Requests a second of *which association covers this point*, and how slow the slowest are, beside a bare Fastify that
 * answers a constant of the same size, and beside PostGIS asked through `pg`; all over HTTP in turns in the same run, each
 * in its own process of one core as far as the machine has them. Then a batch of a million points, in `lookup/batch.ts`.
 * Run: npm run bench:lookup
 */

import { locateIn, type TerritoryLocator } from '@nitaq/core';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { Pool } from 'pg';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import type { AreaFolder } from '../server/src/area-folder/area-folder.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { type OpenDatabase, openEmbedded, openServer } from '../server/src/database/open-database.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { PEOPLE } from '../server/test/support/people.ts';
import { load, portOf } from './load/load.ts';
import { alLith, counties } from './lookup/areas.ts';
import { measureBatch } from './lookup/batch.ts';
import { median } from './median.ts';

const ROUNDS = 10;
const SECONDS = 1;
const CONNECTIONS = 32;
const ASKED = 5_000;

const bin = findPostgres();
const postgres = bin === null ? null : await startPostgres(bin);
try {
  console.log('| work | data | a second | peer | ratio | p99 | peer’s p99 | processor | peer’s |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  await compare('Al-Lith, 4 territories', await alLith(), [39.9, 19.6, 41.1, 20.9]);
  await compare('3,100 counties', counties(), [-124.8, 24.4, -66.9, 49.4]);
} finally {
  postgres?.stop();
}

async function open(name: string): Promise<OpenDatabase> {
  if (postgres === null) return openEmbedded(null);
  const admin = await openServer(postgres.url, () => {});
  await sql`create database ${sql.id(name)}`.execute(admin.db);
  await admin.close();
  return openServer(Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href, () => {});
}

type Box = readonly [west: number, south: number, east: number, north: number];

async function compare(data: string, folder: AreaFolder, box: Box): Promise<void> {
  const name = `bench_${folder.area.id.replaceAll('-', '_')}`;
  const database = await open(name);
  await migrate(database.db);
  await importArea(database.db, folder);
  const analyser = createAnalyser();
  const service = await buildApp({
    ...database,
    analyser,
    people: PEOPLE,
    logger: false,
    lookupsAMinute: 1e9,
  });
  const paths = pathsIn(box);
  const constant: object = (await service.inject(middleOf(box))).json();
  const bare = Fastify().get('/*', async () => constant);
  const peers = {
    service,
    bare,
    ...(postgres !== null && { postgis: postgisIn(postgres.url, name, folder) }),
  };
  const ports = await Promise.all(
    Object.entries(peers).map(async ([who, app]) => {
      await app.listen({ port: 0, host: '127.0.0.1' });
      return [who, portOf(app)] as const;
    }),
  );
  const rates: Record<string, number[]> = {};
  const slowest: Record<string, number[]> = {};
  const processor: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [who, port] of ports) {
      const begun = process.threadCpuUsage();
      const { rate, p99Ms } = await load({ port, paths, connections: CONNECTIONS, seconds: SECONDS });
      const { user, system } = process.threadCpuUsage(begun);
      // The first round warms all up.
      if (round === 0) continue;
      rates[who] = [...(rates[who] ?? []), rate];
      slowest[who] = [...(slowest[who] ?? []), p99Ms];
      processor[who] = [...(processor[who] ?? []), (user + system) / (rate * SECONDS)];
    }
  }
  const of = (who: string) => ({
    rate: median(rates[who] ?? []),
    p99: median(slowest[who] ?? []),
    // What the database does for its peer is not in it.
    processorUs: who === 'postgis' ? null : median(processor[who] ?? []),
  });
  const ours = of('service');
  for (const who of Object.keys(peers).slice(1)) {
    const peer = of(who);
    const label = who === 'bare' ? 'bare Fastify' : 'PostGIS, ST_Covers';
    console.log(
      `| one point | ${data} | ${Math.round(ours.rate)} | ${Math.round(peer.rate)}, ${label} | ${(ours.rate / peer.rate).toFixed(2)} | ${ours.p99.toFixed(2)} ms | ${peer.p99.toFixed(2)} ms | ${processorOf(ours)} | ${processorOf(peer)} |`,
    );
  }
  if (folder.area.id === 'counties') await measureBatch(service, locatorOf(folder), box);
  for (const app of Object.values(peers)) await app.close();
  await analyser.close();
  await database.close();
}

/** Of the thread that answers, for one answer. */
function processorOf({ processorUs }: { readonly processorUs: number | null }): string {
  return processorUs === null ? '' : `${processorUs.toFixed(1)} µs`;
}

/** The index that the service answers by, made again. */
function locatorOf({ area, plans }: AreaFolder): TerritoryLocator {
  return locateIn(
    area.boundary,
    plans.flatMap(({ territories }) => territories),
  );
}

/** What a service would be that asks PostGIS each time. */
function postgisIn(url: string, name: string, { area }: AreaFolder) {
  const pool = new Pool({
    connectionString: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    max: 10,
  });
  const app = Fastify().get<{ Querystring: { lon: string; lat: string } }>(
    '/api/v1/coverage',
    async ({ query: { lon, lat } }) => {
      const { rows } = await pool.query({
        name: 'covers',
        text: `select association_id from territory join plan using (area_id, plan_id)
          where area_id = $3 and in_force_from <= now() and (in_force_to is null or in_force_to > now())
          and ST_Covers(boundary, ST_SetSRID(ST_MakePoint($1, $2), 4326))`,
        values: [Number(lon), Number(lat), area.id],
      });
      return { associations: rows };
    },
  );
  app.addHook('onClose', () => pool.end());
  return app;
}

/** The same places in every run, over the box. */
function pathsIn([west, south, east, north]: Box): string[] {
  return Array.from({ length: ASKED }, (_, i) => {
    // Two sequences of low discrepancy.
    const [x, y] = [(i * 0.754877666) % 1, (i * 0.569840291) % 1];
    return coverageAt(west + x * (east - west), south + y * (north - south));
  });
}

function middleOf([west, south, east, north]: Box): string {
  return coverageAt((west + east) / 2, (south + north) / 2);
}

function coverageAt(lon: number, lat: number): string {
  return `/api/v1/coverage?lon=${lon.toFixed(6)}&lat=${lat.toFixed(6)}`;
}
