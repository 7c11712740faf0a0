/** What the service sends to the worker that holds the embedded database. */
export type WorkerRequest =
  | { kind: 'query'; id: number; sql: string; parameters: readonly unknown[] }
  | { kind: 'close' };

/** What a failed statement tells, the same members as a driver's error for a PostgreSQL server. */
export interface StatementFailure {
  readonly message: string;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
}

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'rows'; id: number; rows: unknown[]; affectedRows: number | undefined }
  | { kind: 'error'; id: number; error: StatementFailure }
  | { kind: 'notified'; payload: string }
  | { kind: 'closed' };

/** Where the data lives, and the prepared database it starts from when the folder is empty. */
export interface WorkerStart {
  /** A folder, or null for a database in memory. */
  readonly dataDir: string | null;
  /** The file made by `make-embedded-database.ts`, or null to make everything afresh. */
  readonly preparedDatabase: string | null;
}
