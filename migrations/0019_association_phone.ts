import { type Kysely, sql } from 'kysely';

/** The telephone under which anybody reaches an association; its people state it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table association add column phone text check (phone ~ '^[+]?[0-9]{3,15}$')`.execute(db);
}
