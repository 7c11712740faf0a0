import { Worker } from 'node:worker_threads';
import type { HearNotification, Notifications } from '../notifications.ts';
import type { StatementFailure, WorkerAnswer, WorkerRequest, WorkerStart } from './worker-messages.ts';

/** PostgreSQL's code for a statement that ran out of time, used for the same here. */
const QUERY_CANCELED = '57014';
const CONNECTION_FAILURE = '08006';

export class EmbeddedDatabaseError extends Error {
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;

  constructor({ message, code, detail, constraint }: StatementFailure) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.constraint = constraint;
  }
}

export interface QueryAnswer {
  readonly rows: unknown[];
  readonly affectedRows: number | undefined;
}

interface Waiting {
  readonly resolve: (answer: QueryAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: NodeJS.Timeout;
}

/** One life of the worker: ends when the worker is stopped for a stuck statement or dies. */
export class EngineSession {
  readonly ready: Promise<void>;
  /** Resolves when the worker is gone, so that nothing of it can touch the data any more. */
  readonly stopped: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #deadlineMs: number;
  #nextId = 1;
  #ended = false;
  #onClosed: (() => void) | undefined;

  constructor(start: WorkerStart, deadlineMs: number, hear: HearNotification) {
    this.#deadlineMs = deadlineMs;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start });
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: WorkerAnswer) => {
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'failed') reject(new Error(message.message));
        else if (message.kind === 'notified') hear(message.payload);
        else this.#receive(message);
      });
      this.#worker.on('error', (error) => this.#end(sessionLost(error.message), reject));
      this.#worker.on('exit', () => this.#end(sessionLost('The embedded database stopped'), reject));
    });
    this.stopped = new Promise((resolve) => this.#worker.on('exit', () => resolve()));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs one statement. Errors: `EmbeddedDatabaseError`, with code 57014 when the deadline passed. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer> {
    if (this.#ended) return Promise.reject(sessionLost('The connection to the embedded database was lost'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => this.#abandon(), this.#deadlineMs);
      this.#waiting.set(id, { resolve, reject, deadline });
      this.#post({ kind: 'query', id, sql, parameters });
    });
  }

  async close(): Promise<void> {
    if (this.#ended) return this.stopped;
    await this.ready;
    await new Promise<void>((resolve) => {
      this.#onClosed = resolve;
      this.#post({ kind: 'close' });
    });
    await this.#worker.terminate();
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  #receive(message: WorkerAnswer): void {
    if (message.kind === 'closed') this.#onClosed?.();
    if (message.kind !== 'rows' && message.kind !== 'error') return;
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.deadline);
    if (message.kind === 'rows') waiting.resolve(message);
    else waiting.reject(new EmbeddedDatabaseError(message.error));
  }

  /** A statement in WebAssembly cannot be interrupted: the thread is ended; what was acknowledged is on disk. */
  #abandon(): void {
    this.#end(
      new EmbeddedDatabaseError({
        message: `A statement ran longer than ${this.#deadlineMs} ms and was stopped`,
        code: QUERY_CANCELED,
        detail: undefined,
        constraint: undefined,
      }),
    );
    void this.#worker.terminate();
  }

  #end(error: Error, rejectReady?: (error: Error) => void): void {
    this.#ended = true;
    rejectReady?.(error);
    for (const { reject, deadline } of this.#waiting.values()) {
      clearTimeout(deadline);
      reject(error);
    }
    this.#waiting.clear();
    this.#onClosed?.();
  }
}

function sessionLost(message: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError({
    message,
    code: CONNECTION_FAILURE,
    detail: undefined,
    constraint: undefined,
  });
}

/**
 * The embedded PostGIS in a worker thread, so that a stuck statement cannot freeze the service: past the deadline
 * the worker is stopped and the next statement starts a new one on the same data.
 */
export class EmbeddedEngine implements Notifications {
  readonly #start: WorkerStart;
  readonly #deadlineMs: number;
  readonly #listeners = new Set<HearNotification>();
  #session: EngineSession | undefined;

  constructor(start: WorkerStart, deadlineMs: number) {
    this.#start = start;
    this.#deadlineMs = deadlineMs;
  }

  /** The present session, started when there is none. A database in memory starts empty again. */
  async session(): Promise<EngineSession> {
    // While this waits another caller may have started the next session: then its turn is awaited too.
    while (this.#session?.ended) {
      const lost = this.#session;
      await lost.stopped;
      if (this.#session === lost) this.#session = undefined;
    }
    this.#session ??= new EngineSession(this.#start, this.#deadlineMs, (payload) => this.#tell(payload));
    const session = this.#session;
    await session.ready;
    return session;
  }

  readonly subscribe = (hear: HearNotification): (() => void) => {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  };

  readonly settled = async (): Promise<void> => {};

  /** Every statement of this database is made through this engine. */
  readonly isListening = (): boolean => true;

  async close(): Promise<void> {
    await this.#session?.close();
    this.#session = undefined;
  }

  #tell(payload: string | null): void {
    for (const hear of this.#listeners) hear(payload);
  }
}
