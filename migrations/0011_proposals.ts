import { type Kysely, sql } from 'kysely';

/**
 * Proposals: what is put to the others, in revisions, with the answers of the associations. Revisions and answers are only
 * ever added. A plan that is not imported comes into force only as the last revision of a proposal that is agreed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposal (
      area_id text collate "C" not null,
      proposal_id text collate "C" not null check (proposal_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      association_id text collate "C" not null,
      title_ar text not null,
      title_en text not null,
      reason text not null check (char_length(reason) between 1 and 5000),
      wished_for date,
      deadline timestamptz not null,
      counter_to text collate "C",
      state text not null check (state in ('open', 'objected', 'agreed', 'stale', 'enacted', 'withdrawn')),
      version integer not null default 1,
      opened_by text collate "C" not null,
      opened_by_name text not null,
      opened_at timestamptz not null,
      withdrawn_at timestamptz,
      idempotency_key text,
      request_digest text,
      primary key (area_id, proposal_id),
      unique (area_id, idempotency_key),
      foreign key (area_id) references area,
      foreign key (area_id, association_id) references association,
      foreign key (area_id, counter_to) references proposal,
      constraint proposal_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
      check ((idempotency_key is null) = (request_digest is null))
    )`.execute(db);
  await sql`
    create table proposal_revision (
      area_id text collate "C" not null,
      proposal_id text collate "C" not null,
      number integer not null check (number > 0),
      kind text not null check (kind in ('proposed', 'revised', 'rebased')),
      plan_id text collate "C" not null,
      base_plan_id text collate "C",
      content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
      affected text[] not null check (cardinality(affected) > 0),
      unchanged_for text[] not null,
      made_by text collate "C" not null,
      made_by_name text not null,
      made_at timestamptz not null,
      primary key (area_id, proposal_id, number),
      unique (area_id, plan_id),
      unique (area_id, proposal_id, number, content_hash),
      foreign key (area_id, proposal_id) references proposal,
      foreign key (area_id, plan_id) references plan,
      foreign key (area_id, base_plan_id) references plan
    )`.execute(db);
  await sql`
    create table proposal_answer (
      area_id text collate "C" not null,
      proposal_id text collate "C" not null,
      number integer not null check (number > 0),
      association_id text collate "C" not null,
      answer text not null check (answer in ('signed', 'objected')),
      revision integer not null,
      content_hash text not null,
      reason text check (char_length(reason) between 1 and 5000),
      given_by text collate "C" not null,
      given_by_name text not null,
      given_at timestamptz not null,
      primary key (area_id, proposal_id, number),
      foreign key (area_id, association_id) references association,
      foreign key (area_id, proposal_id, revision, content_hash)
        references proposal_revision (area_id, proposal_id, number, content_hash)
    )`.execute(db);
  await sql`
    create function proposal_only_added() returns trigger language plpgsql as $$
    begin
      raise exception 'Revisions and answers are only ever added' using errcode = 'NT004';
    end $$`.execute(db);
  for (const table of ['proposal_revision', 'proposal_answer']) {
    await sql`
      create trigger ${sql.id(`${table}_only_added`)} before update or delete on ${sql.id(table)}
      for each row execute function proposal_only_added()`.execute(db);
    await sql`
      create trigger ${sql.id(`${table}_never_truncated`)} before truncate on ${sql.id(table)}
      for each statement execute function proposal_only_added()`.execute(db);
  }
  await sql`
    create function plan_enacted_when_agreed() returns trigger language plpgsql as $$
    begin
      if old.state = 'proposed' and new.state in ('in-force', 'superseded') and not exists (
        select from proposal join proposal_revision last using (area_id, proposal_id)
        where last.area_id = new.area_id and last.plan_id = new.plan_id and proposal.state = 'agreed'
          and last.number = (
            select max(number) from proposal_revision
            where area_id = last.area_id and proposal_id = last.proposal_id)
      ) then
        raise exception 'Plan % of area % is not agreed', new.plan_id, new.area_id using errcode = 'NT005';
      end if;
      if old.state in ('in-force', 'superseded') and (
        new.state not in ('in-force', 'superseded') or new.in_force_from <> old.in_force_from
        or old.in_force_to is not null and new.in_force_to is distinct from old.in_force_to
      ) then
        raise exception 'When plan % of area % was in force does not change', new.plan_id, new.area_id
          using errcode = 'NT005';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger plan_enacted_when_agreed before update on plan
    for each row execute function plan_enacted_when_agreed()`.execute(db);
  await sql`
    create function plan_enacted_never_deleted() returns trigger language plpgsql as $$
    begin
      if old.state not in ('draft') then
        raise exception 'Plan % of area % was put to others or in force, and is kept', old.plan_id, old.area_id
          using errcode = 'NT005';
      end if;
      return old;
    end $$`.execute(db);
  await sql`
    create trigger plan_enacted_never_deleted before delete on plan
    for each row execute function plan_enacted_never_deleted()`.execute(db);
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check
    check (kind in ('territories', 'plan', 'place', 'reason', 'proposal', 'reset'))`.execute(db);
}
