import { once } from 'node:events';
import type { Server } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface Load {
  readonly port: number;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  /** Answers a second. */
  readonly rate: number;
  readonly p99Ms: number;
  readonly failed: number;
}

/** Loads a service from a thread of its own. */
export async function load(what: Load): Promise<LoadResult> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: what });
  const [result] = (await once(worker, 'message')) as [LoadResult];
  await worker.terminate();
  if (result.failed > 0) throw new Error(`${result.failed} requests failed`);
  return result;
}

/** The port on which an application listens. */
export function portOf({ server }: { readonly server: Server }): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
