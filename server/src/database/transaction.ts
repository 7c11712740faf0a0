import type { Database } from './open-database.ts';

/** Runs the work in one transaction: all of it is stored, or nothing. */
export function inTransaction<T>(db: Database, work: (trx: Database) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}
