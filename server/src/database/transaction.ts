import { asService } from './acting.ts';
import type { Database } from './open-database.ts';

const ended = new WeakMap<Database, number>();

/** Runs the work in one transaction: all of it is stored, or nothing. Within a transaction it is a part of that one. */
export async function inTransaction<T>(db: Database, work: (trx: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  try {
    return await db.transaction().execute(work);
  } finally {
    // Also after a failure: a connection that is lost does not say whether its transaction was stored.
    // Whoever it was done for, it is the same database.
    ended.set(asService(db), transactionsOf(db) + 1);
  }
}

/** How many transactions this process has ended on a database: while it is the same, this process has changed nothing. */
export function transactionsOf(db: Database): number {
  return ended.get(asService(db)) ?? 0;
}
