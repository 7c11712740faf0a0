import { type Kysely, sql } from 'kysely';

/**
 * What was saved in an area, in the order in which it was, for those who look at the area; and the drafts that were
 * deleted, so that neither their number nor the key of their creation is used again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Without a reference to area: checking one would wait for a creation of plans, which in its turn waits for this row.
  await sql`
    create table event_log (
      area_id text collate "C" primary key,
      log_id text not null default substr(md5(gen_random_uuid()::text), 1, 12),
      last_number bigint not null default 0
    )`.execute(db);
  await sql`
    create table event (
      area_id text collate "C" not null references event_log,
      number bigint not null check (number > 0),
      kind text not null check (kind in ('territories', 'plan', 'place', 'reset')),
      data json not null,
      happened_at timestamptz not null default now(),
      primary key (area_id, number)
    )`.execute(db);
  await sql`
    create function event_only_added() returns trigger language plpgsql as $$
    begin
      raise exception 'What happened in area % does not change', old.area_id using errcode = 'NT002';
    end $$`.execute(db);
  await sql`
    create trigger event_only_added before update on event
    for each row execute function event_only_added()`.execute(db);
  await sql`
    create table deleted_plan (
      area_id text collate "C" not null references area,
      number integer not null,
      plan_id text collate "C" not null,
      title_ar text not null,
      title_en text not null,
      idempotency_key text,
      request_digest text,
      deleted_at timestamptz not null default now(),
      primary key (area_id, number),
      unique (area_id, idempotency_key)
    )`.execute(db);
}
