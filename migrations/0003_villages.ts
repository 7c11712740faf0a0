import { type Kysely, sql } from 'kysely';

/** The villages of an area; most have a name and no known location. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table village (
      area_id text collate "C" not null references area,
      village_id text collate "C" not null check (village_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name_ar text not null,
      name_en text not null,
      aliases text[] not null default '{}',
      kind text not null check (kind in ('governorate', 'centre', 'village')),
      location geometry(Point, 4326),
      location_pinned boolean not null default false,
      search_text text not null,
      version integer not null default 1,
      primary key (area_id, village_id),
      constraint village_location_valid check (ST_IsValid(location))
    )`.execute(db);
  await sql`create index village_location on village using gist (location)`.execute(db);
}
