import { parentPort, workerData } from 'node:worker_threads';
import { NOTIFICATION_CHANNEL } from '../notifications.ts';
import type { GuardedPGlite } from './guarded-pglite.ts';
import { openPGlite } from './open-pglite.ts';
import type { StatementFailure, WorkerAnswer, WorkerRequest, WorkerStart } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only');
const answer = (message: WorkerAnswer) => port.postMessage(message);

function failureOf(error: unknown): StatementFailure {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const members: Record<string, unknown> = error instanceof Error ? { ...error } : {};
  return {
    message: error instanceof Error ? error.message : String(error),
    code: text(members.code),
    detail: text(members.detail),
    constraint: text(members.constraint),
  };
}

async function handle(pglite: GuardedPGlite, request: WorkerRequest): Promise<void> {
  if (request.kind === 'close') {
    await pglite.close();
    answer({ kind: 'closed' });
    return;
  }
  try {
    const { rows, affectedRows } = await pglite.query(request.sql, [...request.parameters]);
    answer({ kind: 'rows', id: request.id, rows, affectedRows });
  } catch (error) {
    answer({ kind: 'error', id: request.id, error: failureOf(error) });
  }
}

try {
  const start: WorkerStart = workerData;
  const pglite = await openPGlite(start);
  pglite.onNotification((_channel, payload) => answer({ kind: 'notified', payload }));
  await pglite.exec(`listen ${NOTIFICATION_CHANNEL}`);
  port.on('message', (request: WorkerRequest) => void handle(pglite, request));
  answer({ kind: 'ready' });
} catch (error) {
  answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
