import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** Resolves when the database answers. Errors: the driver's own. */
export async function pingDatabase(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
