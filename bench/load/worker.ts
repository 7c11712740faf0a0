/** Asks one address as fast as it answers, over connections that stay open; tells how many answers came, and how slow. */
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Load, LoadResult } from './load.ts';

const { port, paths, connections, seconds }: Load = workerData;
const SEPARATOR = '\r\n\r\n';
const latencies: number[] = [];
const until = performance.now() + seconds * 1000;
let failed = 0;

await Promise.all(Array.from({ length: connections }, (_, i) => askInTurns(i)));
latencies.sort((a, b) => a - b);
const result: LoadResult = {
  rate: latencies.length / seconds,
  p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
  failed,
};
parentPort?.postMessage(result);

function askInTurns(first: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let asked = first;
    let begun = 0;
    let received = '';
    const next = () => {
      if (performance.now() > until) {
        socket.destroy();
        resolve();
        return;
      }
      begun = performance.now();
      send(socket, paths[asked++ % paths.length] ?? '/');
    };
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', (data) => {
      received += data.toString('latin1');
      const head = received.indexOf(SEPARATOR);
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN);
      if (received.length < head + SEPARATOR.length + length) return;
      if (!/^HTTP\/1.1 20[04]/.test(received)) failed++;
      latencies.push(performance.now() - begun);
      received = '';
      next();
    });
  });
}

function send(socket: Socket, path: string): void {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
}
