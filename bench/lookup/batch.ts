import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { App } from '../../server/src/routes/context.ts';
import { CsvReader, csvWriter } from '../../server/src/services/batch/csv-text.ts';
import { portOf } from '../load/load.ts';
import { median } from '../median.ts';

const ROWS = 1_000_000;
const ROUNDS = 3;
const PIECE = 64 * 2 ** 10;

type Box = readonly [west: number, south: number, east: number, north: number];

/** A million points over HTTP: as CSV beside reading and writing the same CSV alone, and as pairs of numbers. */
export async function measureBatch(service: App, [west, south, east, north]: Box): Promise<void> {
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
  const port = portOf(service);
  const times: Record<'csv' | 'plain' | 'binary', number[]> = { csv: [], plain: [], binary: [] };
  const halves: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    const samples: { at: number; bytes: number }[] = [];
    const sampling = setInterval(() => {
      const { heapUsed, external } = process.memoryUsage();
      samples.push({ at: performance.now() - begun, bytes: heapUsed + external });
    }, 20);
    const csvS = await timed(() => post(port, 'text/csv', csv));
    clearInterval(sampling);
    const plainS = await timed(() => copied(csv));
    const binaryS = await timed(() => post(port, 'application/octet-stream', binary));
    if (round === 0) continue;
    for (const { at, bytes } of samples) halves[at < csvS * 500 ? 0 : 1].push(bytes);
    times.csv.push(csvS);
    times.plain.push(plainS);
    times.binary.push(binaryS);
  }
  const rate = (who: keyof typeof times) => ROWS / median(times[who]);
  const [ours, plain, pairs] = [rate('csv'), rate('plain'), rate('binary')];
  console.log(
    `| batch, CSV to CSV | 1,000,000 points, 3,100 counties | ${Math.round(ours)} rows | ${Math.round(plain)}, the CSV read and written alone | ${(ours / plain).toFixed(2)} | | |`,
  );
  console.log(`| batch, pairs of numbers | the same | ${Math.round(pairs)} points | | | | |`);
  const [first, second] = halves.map((bytes) => mebibytes(median(bytes)));
  console.log(
    `\nMemory of the service's thread in a batch: ${first} in its first half, ${second} in its second.`,
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** Posts from a thread of its own, so that the service has this one to itself. */
async function post(port: number, type: string, body: Buffer): Promise<void> {
  const worker = new Worker(new URL('./post-worker.ts', import.meta.url), {
    workerData: { port, type, body },
  });
  await once(worker, 'message');
  await worker.terminate();
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
