import { type Kysely, sql } from 'kysely';

/** The charities of an area; a seat may have no known location. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table association (
      area_id text collate "C" not null references area,
      association_id text collate "C" not null check (association_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name_ar text not null,
      name_en text not null,
      seat_name_ar text not null,
      seat_name_en text not null,
      seat geometry(Point, 4326),
      seat_pinned boolean not null default false,
      capacity integer check (capacity >= 0),
      colour integer not null check (colour >= 0),
      version integer not null default 1,
      primary key (area_id, association_id),
      constraint association_seat_valid check (ST_IsValid(seat))
    )`.execute(db);
  await sql`create index association_seat on association using gist (seat)`.execute(db);
}
