import { type Kysely, sql } from 'kysely';

/**
 * The planning areas and what the map shows around them. Ids sort the same on every server: by their bytes. A polygon
 * must be valid on the grid of 1e-7 degree on which everything is drawn: in degrees a corner that lies on an edge of
 * another ring is beside it by the rounding of the last binary digit, now inside and now outside.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists postgis`.execute(db);
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`
    create table area (
      area_id text collate "C" primary key check (area_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name_ar text not null,
      name_en text not null,
      note_ar text,
      note_en text,
      estimated boolean not null,
      time_zone text not null,
      attribution_ar text not null,
      attribution_en text not null,
      boundary geometry(MultiPolygon, 4326) not null,
      land geometry(MultiPolygon, 4326),
      area_km2 double precision not null check (area_km2 > 0),
      version integer not null default 1,
      check ((note_ar is null) = (note_en is null)),
      constraint area_boundary_valid check (ST_IsValid(ST_SnapToGrid(ST_Scale(boundary, 1e7, 1e7), 1))),
      constraint area_land_valid check (ST_IsValid(ST_SnapToGrid(ST_Scale(land, 1e7, 1e7), 1)))
    )`.execute(db);
  await sql`create index area_boundary on area using gist (boundary)`.execute(db);
}
