/**
 * Vector tiles of 3,100 counties at zooms 5 to 9, each made once: beside `ST_AsMVT` asked through `pg`, both without HTTP;
 * and tiles that are known, over HTTP, beside a bare Fastify that says hello and one
 * that sends the same bytes. All in turns in the same run.
 * Run: npm run bench:tiles
 */
import type { AreaId } from '@nitaq/core';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { openEmbedded, openServer } from '../server/src/database/open-database.ts';
import { mapFeature } from '../server/src/services/features/feature.ts';
import { FeatureList } from '../server/src/services/features/feature-list.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { type TileAddress, TileCutter } from '../server/src/services/tiles/cut-tile.ts';
import { PEOPLE } from '../server/test/support/people.ts';
import { load, portOf } from './load/load.ts';
import { counties } from './lookup/areas.ts';
import { median } from './median.ts';

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 32;
/** The contiguous states. */
const BOX = { west: -124.8, south: 24.4, east: -66.9, north: 49.4 };
/** So many of each zoom, spread evenly, or all there are. */
const OF_EACH_ZOOM = 100;

const folder = counties();
const bin = findPostgres();
const postgres = bin === null ? null : await startPostgres(bin);
const database = postgres === null ? await openEmbedded(null) : await openServer(postgres.url, () => {});
await migrate(database.db);
await importArea(database.db, folder);
const tiles = [5, 6, 7, 8, 9].flatMap(tilesOf);
console.log(`${tiles.length} tiles`);
console.log('| work | tiles a second | peer | ratio |');
console.log('| --- | --- | --- | --- |');
try {
  if (postgres !== null) await compareUncached(postgres.url);
  await compareCached();
} finally {
  await database.close();
  postgres?.stop();
}

/** Ours is counted with what is done once for the features of a plan (projected, weighed, indexed), and without. */
async function compareUncached(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 4 });
  const rates: Record<'whole' | 'cut' | 'peer', number[]> = { whole: [], cut: [], peer: [] };
  const features = (folder.plans[0]?.territories ?? []).map(({ association, geometry }) =>
    mapFeature([folder.area.id, association], geometry, { association }),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    const cutter = new TileCutter('territories', new FeatureList(features));
    const filled = tiles.filter((tile) => cutter.cut(tile) !== null).length;
    const known = performance.now();
    for (const tile of tiles) cutter.cut(tile);
    const ended = performance.now();
    const next = tiles.values();
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (const tile of next) await pool.query(asMvt(folder.area.id, tile));
      }),
    );
    // The first round warms all up.
    if (round === 0) console.log(`${filled} of them are not empty`);
    else {
      rates.whole.push(perSecond(known - begun));
      rates.cut.push(perSecond(ended - known));
      rates.peer.push(perSecond(performance.now() - ended));
    }
  }
  await pool.end();
  const peer = median(rates.peer);
  for (const [what, rate] of [
    ['made, the features projected', median(rates.whole)],
    ['made, once they are projected', median(rates.cut)],
  ] as const) {
    console.log(
      `| ${what} | ${Math.round(rate)} | ${Math.round(peer)}, ST_AsMVT by pg | ${(rate / peer).toFixed(2)} |`,
    );
  }
}

async function compareCached(): Promise<void> {
  const analyser = createAnalyser();
  const service = await buildApp({ ...database, analyser, people: PEOPLE, logger: false, readsAMinute: 1e9 });
  const hello = Fastify().get('/*', async () => 'hello');
  const paths = tiles.map(({ z, x, y }) => `/tiles/territories/${z}/${x}/${y}.mvt`);
  const known = new Map<string, Buffer>();
  for (const url of paths) known.set(url, (await service.inject(url)).rawPayload);
  const same = Fastify().get('/*', async ({ url }) => known.get(url));
  const peers = { service, hello, same };
  const rates: Record<string, number[]> = {};
  for (const app of Object.values(peers)) await app.listen({ port: 0, host: '127.0.0.1' });
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [who, app] of Object.entries(peers)) {
      const { rate } = await load({ port: portOf(app), paths, connections: CONNECTIONS, seconds: SECONDS });
      if (round > 0) rates[who] = [...(rates[who] ?? []), rate];
    }
  }
  const of = (who: string) => median(rates[who] ?? []);
  const bytes = [...known.values()].reduce((sum, { length }) => sum + length, 0) / known.size;
  for (const [who, label] of [
    ['hello', 'Fastify’s hello'],
    ['same', 'a bare Fastify with the same bytes'],
  ] as const) {
    console.log(
      `| known, over HTTP, ${Math.round(bytes / 1_000)} kB | ${Math.round(of('service'))} | ${Math.round(of(who))}, ${label} | ${(of('service') / of(who)).toFixed(2)} |`,
    );
  }
  await service.close();
  await hello.close();
  await same.close();
  await analyser.close();
}

/** What a service would ask that leaves tiles to PostGIS. */
function asMvt(area: AreaId, { z, x, y }: TileAddress) {
  return {
    name: 'tile',
    text: `with place as (select ST_TileEnvelope($2, $3, $4) as box)
      select ST_AsMVT(cut, 'territories', 4096, 'geom') from (
        select association_id as association,
          ST_AsMVTGeom(ST_Transform(boundary, 3857), place.box, 4096, 64, true) as geom
        from territory, place
        where area_id = $1 and boundary && ST_Transform(place.box, 4326)) as cut`,
    values: [area, z, x, y],
  };
}

function tilesOf(z: number): TileAddress[] {
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
  const row = (lat: number) => {
    const radians = (lat * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
  };
  const all: TileAddress[] = [];
  for (let x = column(BOX.west); x <= column(BOX.east); x++) {
    for (let y = row(BOX.north); y <= row(BOX.south); y++) all.push({ z, x, y });
  }
  const step = Math.max(1, all.length / OF_EACH_ZOOM);
  return Array.from({ length: Math.floor(all.length / step) }, (_, i) => all[Math.floor(i * step)]).filter(
    (tile) => tile !== undefined,
  );
}

function perSecond(ms: number): number {
  return (tiles.length * 1_000) / ms;
}
