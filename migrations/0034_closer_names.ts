import { type Kysely, sql } from 'kysely';

/**
 * Names are found by the keys of what is close to them, compared by their bytes, and by how they begin after their first
 * word. New keys go into their indexes at once: in a list of pending ones, which the embedded engine never empties because it
 * never vacuums, every search would read them all. The keys themselves are worked out anew when the service starts: they have another version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index village_name_near`.execute(db);
  await sql`alter table village_name alter column near_letters type text[] collate "C"`.execute(db);
  await sql`create index village_name_near on village_name using gin (near_letters) with (fastupdate = off)`.execute(
    db,
  );
  await sql`alter index village_name_alike set (fastupdate = off)`.execute(db);
  await sql`select gin_clean_pending_list('village_name_alike')`.execute(db);
  await sql`
    create index village_name_later_sound on village_name
    ((case when position(' ' in sound) > 0 then substring(sound from position(' ' in sound) + 1) end))`.execute(
    db,
  );
}
