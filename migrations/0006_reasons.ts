import { type Kysely, sql } from 'kysely';

/**
 * Why stretches of border run where they do. They are part of a plan, and change with drafts only. A key of a creation
 * stays taken when its reason is deleted, so that a repeated request does not bring it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reason (
      area_id text collate "C" not null,
      plan_id text collate "C" not null,
      reason_id text collate "C" not null check (reason_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      line geometry(Geometry, 4326) not null,
      association_id text collate "C" not null,
      other_association_id text collate "C",
      text text not null check (char_length(text) between 1 and 500),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (area_id, plan_id, reason_id),
      foreign key (area_id, plan_id) references plan,
      foreign key (area_id, association_id) references association,
      foreign key (area_id, other_association_id) references association,
      constraint reason_associations_in_order check (association_id < other_association_id),
      constraint reason_line_valid check (
        GeometryType(line) in ('POINT', 'LINESTRING') and ST_IsValid(line) and not ST_IsEmpty(line))
    )`.execute(db);
  await sql`create index reason_line on reason using gist (line)`.execute(db);
  await sql`
    create table reason_key (
      area_id text collate "C" not null,
      plan_id text collate "C" not null,
      idempotency_key text not null,
      request_digest text not null,
      reason_id text collate "C" not null,
      primary key (area_id, plan_id, idempotency_key),
      foreign key (area_id, plan_id) references plan
    )`.execute(db);
  await sql`
    create function reason_only_in_drafts() returns trigger language plpgsql as $$
    declare
      touched reason;
    begin
      if tg_op = 'TRUNCATE' then
        raise exception 'Reasons are removed with their draft, one by one' using errcode = 'NT001';
      end if;
      -- What leaves a plan changes it as much as what comes in.
      foreach touched in array case tg_op
        when 'INSERT' then array[new]
        when 'UPDATE' then array[old, new]
        when 'DELETE' then array[old]
      end loop
        if not exists (
          select from plan
          where area_id = touched.area_id and plan_id = touched.plan_id and state = 'draft'
        ) then
          raise exception 'Reasons of plan % of area % can no longer change', touched.plan_id, touched.area_id
            using errcode = 'NT001';
        end if;
      end loop;
      return case tg_op when 'DELETE' then old else new end;
    end $$`.execute(db);
  await sql`
    create trigger reason_only_in_drafts before insert or update or delete on reason
    for each row execute function reason_only_in_drafts()`.execute(db);
  await sql`
    create trigger reason_never_truncated before truncate on reason
    for each statement execute function reason_only_in_drafts()`.execute(db);
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check
    check (kind in ('territories', 'plan', 'place', 'reason', 'reset'))`.execute(db);
}
