/** Once told to begin, posts a body piece by piece, reads the answer meanwhile, and tells how many seconds that took. */
import { once } from 'node:events';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

const PIECE = 64 * 2 ** 10;
const { port, type, body }: { port: number; type: string; body: Uint8Array } = workerData;

parentPort?.postMessage('ready');
if (parentPort !== null) await once(parentPort, 'message');
const begun = performance.now();
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
parentPort?.postMessage((performance.now() - begun) / 1000);

function* pieces(): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE);
}
