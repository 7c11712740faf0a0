import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** From here to the end of its transaction whoever names the same thing waits. */
export async function lockThing(db: Database, thing: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`.execute(db);
}
