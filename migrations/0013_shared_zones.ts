import { type Kysely, sql } from 'kysely';

/**
 * Places that associations agree to serve together. They are part of a plan, and change with drafts only. A key of a
 * creation stays taken when its zone is deleted, so that a repeated request does not bring it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table shared_zone (
      area_id text collate "C" not null,
      plan_id text collate "C" not null,
      zone_id text collate "C" not null check (zone_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      place geometry(MultiPolygon, 4326) not null,
      lead_id text collate "C" not null,
      partner_ids text[] not null check (cardinality(partner_ids) between 1 and 20),
      services text[] not null check (cardinality(services) between 1 and 20),
      ends_on date not null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (area_id, plan_id, zone_id),
      foreign key (area_id, plan_id) references plan,
      foreign key (area_id, lead_id) references association,
      constraint shared_zone_lead_is_no_partner check (lead_id <> all (partner_ids)),
      constraint shared_zone_place_valid check (
        ST_IsValid(ST_SnapToGrid(ST_Scale(place, 1e7, 1e7), 1)) and not ST_IsEmpty(place))
    )`.execute(db);
  await sql`create index shared_zone_place on shared_zone using gist (place)`.execute(db);
  await sql`
    create table shared_zone_key (
      area_id text collate "C" not null,
      plan_id text collate "C" not null,
      idempotency_key text not null,
      request_digest text not null,
      zone_id text collate "C" not null,
      primary key (area_id, plan_id, idempotency_key),
      foreign key (area_id, plan_id) references plan
    )`.execute(db);
  await sql`
    create function shared_zone_only_in_drafts() returns trigger language plpgsql as $$
    declare
      touched shared_zone;
    begin
      if tg_op = 'TRUNCATE' then
        raise exception 'Shared zones are removed with their draft, one by one' using errcode = 'NT001';
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
          raise exception 'Shared zones of plan % of area % can no longer change', touched.plan_id, touched.area_id
            using errcode = 'NT001';
        end if;
        -- A list of ids refers to nothing by itself.
        if tg_op <> 'DELETE' and exists (
          select from unnest(touched.partner_ids) partner
          where not exists (
            select from association where area_id = touched.area_id and association_id = partner)
        ) then
          raise exception 'A partner of zone % of area % is no association', touched.zone_id, touched.area_id
            using errcode = '23503';
        end if;
      end loop;
      return case tg_op when 'DELETE' then old else new end;
    end $$`.execute(db);
  await sql`
    create trigger shared_zone_only_in_drafts before insert or update or delete on shared_zone
    for each row execute function shared_zone_only_in_drafts()`.execute(db);
  await sql`
    create trigger shared_zone_never_truncated before truncate on shared_zone
    for each statement execute function shared_zone_only_in_drafts()`.execute(db);
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check
    check (kind in ('territories', 'plan', 'place', 'reason', 'zone', 'proposal', 'reset'))`.execute(db);
}
