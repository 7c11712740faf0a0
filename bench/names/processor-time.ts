import { readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../server/src/database/schema.ts';

/** Milliseconds of a processor that were used until now for what is measured. */
export type ProcessorTime = () => number;

/** Of this process with all its threads, the embedded engine's among them. */
export const ofThisProcess: ProcessorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * The same, with the process of the server on this machine that answers. One connection is used as long as the questions are
 * asked one after the other. As Linux counts it, in nanoseconds.
 */
export async function withServer(db: Kysely<Tables>): Promise<ProcessorTime> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const file = `/proc/${rows[0]?.pid}/schedstat`;
  return () => ofThisProcess() + Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1e6;
}
