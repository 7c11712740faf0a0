import { type Kysely, sql } from 'kysely';

/** Plans and their territories: at any instant at most one plan of an area is in force, and it never changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      area_id text collate "C" not null references area,
      plan_id text collate "C" not null check (plan_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and plan_id <> 'in-force'),
      number integer not null check (number > 0),
      title_ar text not null,
      title_en text not null,
      state text not null check (state in ('draft', 'proposed', 'withdrawn', 'in-force', 'superseded')),
      example boolean not null default false,
      base_plan_id text collate "C",
      version integer not null default 1,
      in_force_from timestamptz,
      in_force_to timestamptz,
      idempotency_key text,
      request_digest text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (area_id, plan_id),
      unique (area_id, number),
      unique (area_id, idempotency_key),
      foreign key (area_id, base_plan_id) references plan,
      check ((idempotency_key is null) = (request_digest is null)),
      constraint plan_in_force_period check (
        case state
          when 'in-force' then in_force_from is not null and in_force_to is null
          when 'superseded' then coalesce(in_force_to > in_force_from, false)
          else in_force_from is null and in_force_to is null
        end),
      constraint plan_one_in_force exclude using gist (
        area_id with =, tstzrange(in_force_from, in_force_to) with &&
      ) where (in_force_from is not null)
    )`.execute(db);
  await sql`
    create table territory (
      area_id text collate "C" not null,
      plan_id text collate "C" not null,
      association_id text collate "C" not null,
      boundary geometry(MultiPolygon, 4326),
      version integer not null default 1,
      primary key (area_id, plan_id, association_id),
      foreign key (area_id, plan_id) references plan,
      foreign key (area_id, association_id) references association,
      constraint territory_boundary_valid check (
        ST_IsValid(ST_SnapToGrid(ST_Scale(boundary, 1e7, 1e7), 1)) and not ST_IsEmpty(boundary))
    )`.execute(db);
  await sql`create index territory_boundary on territory using gist (boundary)`.execute(db);
  await sql`
    create function territory_only_in_drafts() returns trigger language plpgsql as $$
    declare
      touched territory;
    begin
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
          raise exception 'Territories of plan % of area % can no longer change', touched.plan_id, touched.area_id
            using errcode = 'NT001';
        end if;
      end loop;
      return case tg_op when 'DELETE' then old else new end;
    end $$`.execute(db);
  await sql`
    create trigger territory_only_in_drafts before insert or update or delete on territory
    for each row execute function territory_only_in_drafts()`.execute(db);
  await sql`
    create function territory_never_truncated() returns trigger language plpgsql as $$
    begin
      raise exception 'Territories are removed with their draft, one by one' using errcode = 'NT001';
    end $$`.execute(db);
  await sql`
    create trigger territory_never_truncated before truncate on territory
    for each statement execute function territory_never_truncated()`.execute(db);
}
