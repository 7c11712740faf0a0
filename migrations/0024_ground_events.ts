import { type Kysely, sql } from 'kysely';

/** The last event that changed what everybody may see of an area is found at once, however much was drawn since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index event_of_ground on event (area_id, number) where kind in ('place', 'plan', 'reset')`.execute(
    db,
  );
}
