/**
 * Posts a body piece by piece and reads the answer meanwhile: once before it says that it is ready, as a program has done
 * that is not just started, and once more when it is told to begin; tells how many seconds that took.
 */
import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

const PIECE = 64 * 2 ** 10;
const { port, type, body }: { port: number; type: string; body: Uint8Array } = workerData;

await post();
parentPort?.postMessage('ready');
if (parentPort !== null) await once(parentPort, 'message');
const begun = performance.now();
await post();
parentPort?.postMessage((performance.now() - begun) / 1000);

async function post(): Promise<void> {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/coverage/batch',
    headers: { 'content-type': type, 'content-length': body.length },
  });
  Readable.from(pieces()).pipe(sent);
  const [answer] = await once(sent, 'response');
  let received = 0;
  for await (const piece of answer) received += piece.length;
  if (answer.statusCode !== 200 || received === 0) throw new Error(`Answered ${answer.statusCode}`);
}

function* pieces(): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE);
}
