import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
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
  const before = process.memoryUsage().rss;
  let most = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const csvS = await timed(() => post(port, 'text/csv', csv, (rss) => (most = Math.max(most, rss))));
    const plainS = await timed(() => copied(csv));
    const binaryS = await timed(() => post(port, 'application/octet-stream', binary));
    if (round === 0) continue;
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
  console.log(
    `\nMemory of the process with both ends in it: ${mebibytes(before)} before, at most ${mebibytes(most)} in the batches.`,
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function post(
  port: number,
  type: string,
  body: Buffer,
  tell: (rss: number) => void = () => {},
): Promise<void> {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/coverage/batch',
    headers: { 'content-type': type },
  });
  Readable.from(inPieces(body)).pipe(sent);
  const [answer] = await once(sent, 'response');
  let received = 0;
  for await (const piece of answer) {
    received += piece.length;
    tell(process.memoryUsage.rss());
  }
  if (answer.statusCode !== 200 || received < 4 * ROWS) throw new Error(`Answered ${answer.statusCode}`);
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
