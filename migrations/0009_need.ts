import { type Kysely, sql } from 'kysely';

/** Counts of need per village and survey round, who lets whom see them exactly, and capacities that people stated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table need (
      area_id text collate "C" not null,
      village_id text collate "C" not null,
      round text collate "C" not null check (round ~ '^[0-9]{4}(-[0-9]{2})?$'),
      orphans integer not null check (orphans >= 0),
      widows integer not null check (widows >= 0),
      families integer not null check (families >= 0),
      updated_at timestamptz not null default now(),
      primary key (area_id, village_id, round),
      foreign key (area_id, village_id) references village
    )`.execute(db);
  await sql`
    create table need_share (
      area_id text collate "C" not null,
      owner_id text collate "C" not null,
      reader_id text collate "C" not null check (reader_id <> owner_id),
      until timestamptz not null,
      primary key (area_id, owner_id, reader_id),
      foreign key (area_id, owner_id) references association,
      foreign key (area_id, reader_id) references association
    )`.execute(db);
  await sql`alter table association add column capacity_pinned boolean not null default false`.execute(db);
}
