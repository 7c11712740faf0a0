import type { MultiPolygon, Position } from '@nitaq/core';
import { type Expression, type RawBuilder, sql } from 'kysely';

/** A polygonal geometry as a value for a geometry column. It must have passed the core's `checkTerritory`. */
export function geometryValue(geometry: MultiPolygon | null): RawBuilder<unknown> {
  if (geometry === null) return sql`null::geometry`;
  return sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}::text), 4326)`;
}

/** A longitude and latitude as a value for a point column. */
export function pointValue(position: Position | null): RawBuilder<unknown> {
  if (position === null) return sql`null::geometry`;
  return sql`ST_SetSRID(ST_MakePoint(${position[0]}::float8, ${position[1]}::float8), 4326)`;
}

/** A line as a value for a geometry column; a single position becomes a point. Neighbours in it must differ. */
export function lineValue(line: readonly Position[]): RawBuilder<unknown> {
  const [only, ...more] = line;
  const geometry =
    only !== undefined && more.length === 0
      ? { type: 'Point', coordinates: only }
      : { type: 'LineString', coordinates: line };
  return sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}::text), 4326)`;
}

/** A geometry column as GeoJSON text with all seven decimals, so that it comes back as it was stored. */
export function geoJson(column: Expression<unknown>): RawBuilder<string | null> {
  return sql<string | null>`ST_AsGeoJSON(${column}, 7)`;
}

/** A point column as an array of longitude and latitude, or null. */
export function lonLat(column: Expression<unknown>): RawBuilder<[number, number] | null> {
  return sql<
    [number, number] | null
  >`case when ${column} is not null then array[ST_X(${column}), ST_Y(${column})] end`;
}

/** West, south, east, north of a geometry column. */
export function bounds(column: Expression<unknown>): RawBuilder<[number, number, number, number]> {
  return sql<
    [number, number, number, number]
  >`array[ST_XMin(${column}), ST_YMin(${column}), ST_XMax(${column}), ST_YMax(${column})]`;
}

/** True where the bounding box of the column meets the given box, in degrees. */
export function meetsBox(
  column: Expression<unknown>,
  [west, south, east, north]: readonly [number, number, number, number],
): RawBuilder<boolean> {
  return sql<boolean>`${column} && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)`;
}
