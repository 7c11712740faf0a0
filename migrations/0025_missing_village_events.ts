import { type Kysely, sql } from 'kysely';

/** Villages that are reported as missing are told; what an address watches is found by the address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index watch_email on watch (email)`.execute(db);
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check
    check (kind in
      ('territories', 'plan', 'place', 'reason', 'zone', 'proposal', 'need', 'missing-village', 'reset'))`.execute(
    db,
  );
}
