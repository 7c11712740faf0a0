import { sql } from 'kysely';
import type { Database } from '../open-database.ts';

const DAY_MS = 86_400_000;

/**
 * Has the embedded engine gather what it plans its queries by, and use the room of deleted rows again: now, and once a day. A
 * server does both by itself, the embedded engine never does. Returns how to stop.
 */
export async function keepTidy(db: Database, onFailure: (error: unknown) => void): Promise<() => void> {
  const tidy = () => sql`vacuum analyze`.execute(db);
  await tidy();
  const timer = setInterval(() => void tidy().catch(onFailure), DAY_MS);
  return () => clearInterval(timer);
}
