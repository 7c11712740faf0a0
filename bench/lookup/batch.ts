import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { TerritoryLocator } from '@nitaq/core';
import type { App } from '../../server/src/routes/context.ts';
import { CsvReader, csvWriter } from '../../server/src/services/batch/csv-text.ts';
import { portOf } from '../load/load.ts';
import { median } from '../median.ts';

const ROWS = 1_000_000;
const ROUNDS = 3;
const PIECE = 64 * 2 ** 10;
const BINARY = 'application/octet-stream';

type Box = readonly [west: number, south: number, east: number, north: number];

type Work = 'csv' | 'plain' | 'binary' | 'inProcess' | 'socket';

/**
 * A million points over HTTP: as CSV beside reading and writing the same CSV alone; as pairs of numbers beside the index
 * asked for the same array in memory, and beside a bare server that answers as many bytes and looks nothing up.
 */
export async function measureBatch(
  service: App,
  locator: TerritoryLocator,
  [west, south, east, north]: Box,
): Promise<void> {
  const points = new Float64Array(2 * ROWS);
  let table = 'id,lon,lat\n';
  for (let i = 0; i < ROWS; i++) {
    const [x, y] = [(i * 0.754877666) % 1, (i * 0.569840291) % 1];
    const [lon, lat] = [west + x * (east - west), south + y * (north - south)];
    table += `${i},${lon.toFixed(6)},${lat.toFixed(6)}\n`;
    points.set([lon, lat], 2 * i);
  }
  const csv = Buffer.from(table);
  const binary = Buffer.from(points.buffer);
  const bare = createServer(answerAsMany).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const [port, barePort] = [portOf(service), portOf({ server: bare })];
  const works: Record<Work, () => Promise<Taken>> = {
    csv: () => post(port, 'text/csv', csv),
    plain: () => timed(() => copied(csv)),
    binary: () => post(port, BINARY, binary),
    inProcess: () => timed(async () => void locator.locateMany(points)),
    socket: () => post(barePort, BINARY, binary),
  };
  const taken: Record<Work, Taken[]> = { csv: [], plain: [], binary: [], inProcess: [], socket: [] };
  const halves: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    const samples: { at: number; bytes: number }[] = [];
    const sampling = setInterval(() => {
      const { heapUsed, external } = process.memoryUsage();
      samples.push({ at: performance.now() - begun, bytes: heapUsed + external });
    }, 20);
    for (const work of Object.keys(works) as Work[]) {
      const one = await works[work]();
      if (work === 'csv') clearInterval(sampling);
      // The first round warms all up.
      if (round > 0) taken[work].push(one);
    }
    if (round === 0) continue;
    const csvMs = (taken.csv.at(-1)?.seconds ?? 0) * 1000;
    for (const { at, bytes } of samples) halves[at < csvMs / 2 ? 0 : 1].push(bytes);
  }
  bare.close();
  const compare = (ours: Work, peer: Work, of: string, name: string) => {
    const rate = (work: Work, clock: keyof Taken) => ROWS / median(taken[work].map((one) => one[clock]));
    const ratio = (clock: keyof Taken) => (rate(ours, clock) / rate(peer, clock)).toFixed(2);
    console.log(
      `| ${of} | 1,000,000 points, 3,100 counties | ${Math.round(rate(ours, 'seconds'))} | ${Math.round(rate(peer, 'seconds'))}, ${name} | ${ratio('seconds')}; by processor time ${ratio('processor')} | | |`,
    );
  };
  compare('csv', 'plain', 'batch, CSV to CSV', 'the CSV read and written alone');
  compare('binary', 'inProcess', 'batch, pairs of numbers', 'the same in process');
  compare('binary', 'socket', 'batch, pairs of numbers', 'as many bytes over a bare server');
  const [first, second] = halves.map((bytes) => mebibytes(median(bytes)));
  console.log(
    `\nMemory of the service's thread in a batch: ${first} in its first half, ${second} in its second.`,
  );
}

/** Seconds by the clock, and those of a processor that the thread of the service computed for. */
interface Taken {
  readonly seconds: number;
  readonly processor: number;
}

/** Four bytes for each sixteen, as they arrive. */
function answerAsMany(request: IncomingMessage, response: ServerResponse): void {
  let [read, answered] = [0, 0];
  request.on('data', (piece: Buffer) => {
    read += piece.length;
    const owed = Math.floor(read / 16) * 4 - answered;
    answered += owed;
    response.write(Buffer.alloc(owed));
  });
  request.on('end', () => response.end());
}

async function timed(work: () => Promise<void>): Promise<Taken> {
  const [begun, used] = [performance.now(), process.threadCpuUsage()];
  await work();
  return { seconds: (performance.now() - begun) / 1000, processor: processorSince(used) };
}

function processorSince(used: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(used);
  return (user + system) / 1e6;
}

/** Posts from a thread of its own, so that the service has this one to itself. */
async function post(port: number, type: string, body: Buffer): Promise<Taken> {
  const worker = new Worker(new URL('./post-worker.ts', import.meta.url), {
    workerData: { port, type, body },
  });
  await once(worker, 'message');
  const used = process.threadCpuUsage();
  worker.postMessage('begin');
  const [seconds] = (await once(worker, 'message')) as [number];
  const processor = processorSince(used);
  await worker.terminate();
  return { seconds, processor };
}

async function copied(csv: Buffer): Promise<void> {
  const reader = new CsvReader(',');
  const write = csvWriter(',');
  let written = 0;
  for (const piece of inPieces(csv)) {
    let text = '';
    for (const row of await reader.read(piece)) text += `${write(row)}\r\n`;
    written += Buffer.byteLength(text);
  }
  if (written < csv.length) throw new Error('Something was lost');
}

function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}
