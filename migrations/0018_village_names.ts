import { type Kysely, sql } from 'kysely';

/**
 * Every name of every village by the keys under which it is searched. The application works the keys out; where its way of
 * doing so has changed, `names_keyed` lags behind and the names are keyed anew when the service starts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`alter table village add column names_keyed integer not null default 0`.execute(db);
  await sql`create index village_names_keyed on village (names_keyed)`.execute(db);
  await sql`
    create table village_name (
      area_id text collate "C" not null,
      village_id text collate "C" not null,
      number integer not null,
      name text not null,
      spelling text collate "C" not null,
      sound text collate "C" not null,
      consonants text collate "C" not null,
      near_letters text[] not null,
      primary key (area_id, village_id, number),
      foreign key (area_id, village_id) references village on delete cascade
    )`.execute(db);
  await sql`create index village_name_alike on village_name using gin (sound gin_trgm_ops)`.execute(db);
  await sql`create index village_name_sound on village_name (sound)`.execute(db);
  await sql`create index village_name_spelling on village_name (spelling)`.execute(db);
  await sql`alter table village_name enable row level security`.execute(db);
  await sql`create policy service on village_name using ((select acts_as_service()))`.execute(db);
  await sql`create policy people_select on village_name for select using (true)`.execute(db);
  await sql`create index village_name_near on village_name using gin (near_letters)`.execute(db);
}
