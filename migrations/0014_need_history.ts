import { type Kysely, sql } from 'kysely';

/** Counts are only ever added, with the instant from which they were known: a past day is answered as it was known then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table need rename column updated_at to known_from`.execute(db);
  await sql`alter table need drop constraint need_pkey`.execute(db);
  await sql`alter table need add primary key (area_id, village_id, round, known_from)`.execute(db);
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check
    check (kind in ('territories', 'plan', 'place', 'reason', 'zone', 'proposal', 'need', 'reset'))`.execute(
    db,
  );
}
