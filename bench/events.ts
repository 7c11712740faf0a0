/**
 * How long it takes from a write until the last of 1,000 clients of `/api/v1/events` reads of it, beside a bare Fastify that
 * writes a line of the same length to as many open answers; over HTTP in one run, the clients in a thread of their own.
 * Run: npm run bench:events
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { AssociationId } from '@nitaq/core';
import Fastify, { type FastifyInstance } from 'fastify';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { openEmbedded, openServer } from '../server/src/database/open-database.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { join, PEOPLE } from '../server/test/support/people.ts';
import type { Following } from './events/followers.ts';
import { portOf } from './load/load.ts';
import { alLith } from './lookup/areas.ts';

const CLIENTS = 1_000;
const WRITES = 30;
const EVENT = `event: place\ndata: ${JSON.stringify({ area: 'al-lith', kind: 'village', id: 'ghumayqah', version: 12, client: null })}\n\n`;

const bin = findPostgres();
const postgres = bin === null ? null : await startPostgres(bin);
const database = postgres === null ? await openEmbedded(null) : await openServer(postgres.url, () => {});
await migrate(database.db);
const folder = await alLith();
await importArea(database.db, folder);
const analyser = createAnalyser();
const feedLimits = { heartbeatMs: 20_000, pollMs: 2_000, openStreams: 2 * CLIENTS };
const service = await buildApp({ ...database, analyser, people: PEOPLE, logger: false, feedLimits });
const bare = bareService();
try {
  const role = { role: 'coordinator', association: 'ghumayqah' as AssociationId } as const;
  const cookie = await join(service, database.db, folder.area.id, role);
  const ours = await measure(service, '/api/v1/events?area=al-lith', cookie, async (i, address) => {
    const answer = await fetch(`${address}/api/v1/areas/al-lith/villages/ghumayqah/location`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ location: [40.4 + i / 10_000, 20.3] }),
    });
    if (answer.status !== 200) throw new Error(await answer.text());
  });
  const peer = await measure(bare, '/', '', async (_, address) => {
    await fetch(`${address}/tell`, { method: 'POST' });
  });
  console.log('| work | clients | p50 | p99 | slowest | peer’s p99 | ratio |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const [p50, p99, last] = [0.5, 0.99, 1].map((part) => quantile(ours, part));
  const peerP99 = quantile(peer, 0.99);
  console.log(
    `| from write to delivery | ${CLIENTS} | ${shown(p50)} | ${shown(p99)} | ${shown(last)} | ${shown(peerP99)}, bare Fastify | ${((p99 ?? 0) / peerP99).toFixed(2)} |`,
  );
} finally {
  await bare.close();
  await service.close();
  await analyser.close();
  await database.close();
  postgres?.stop();
}

/** What any service that tells a thousand has to do. */
function bareService(): FastifyInstance {
  const readers: ServerResponse[] = [];
  return Fastify()
    .get('/', (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write('retry: 3000\n\n');
      readers.push(reply.raw);
    })
    .post('/tell', async () => {
      for (const reader of readers) reader.write(EVENT);
      return {};
    });
}

/** For each write and client the milliseconds from before the write until the client has read of it. */
async function measure(
  app: Pick<FastifyInstance, 'listen' | 'server'>,
  path: string,
  cookie: string,
  write: (number: number, address: string) => Promise<void>,
): Promise<number[]> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const following: Following = { port: portOf(app), path, cookie, clients: CLIENTS, mark: 'event: place' };
  const worker = new Worker(new URL('./events/followers.ts', import.meta.url), { workerData: following });
  await once(worker, 'message');
  const delays: number[] = [];
  for (let i = 0; i < WRITES; i++) {
    const begun = performance.timeOrigin + performance.now();
    const delivered: number[] = [];
    const all = new Promise<void>((resolve) => {
      const note = (at: number) => {
        if (delivered.push(at - begun) < CLIENTS) return;
        worker.off('message', note);
        resolve();
      };
      worker.on('message', note);
    });
    await Promise.all([write(i, address), all]);
    // The first warm all up.
    if (i >= WRITES / 3) delays.push(...delivered);
  }
  await worker.terminate();
  return delays;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function shown(ms = Number.NaN): string {
  return `${ms.toFixed(1)} ms`;
}
