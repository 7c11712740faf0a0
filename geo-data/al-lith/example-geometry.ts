/** What both example plans need: positions on the product's grid, and the files they are read from. */
import { readFileSync } from 'node:fs';

export type Position = [number, number];
export type Ring = Position[];
export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Ring[][];
}

/** The product computes on integers of 1e-7 degree. */
export const UNITS_PER_DEGREE = 1e7;

const KM_PER_DEGREE_LATITUDE = 110.7;
const KM_PER_DEGREE_LONGITUDE = 104.5; // at 20.2° N

/** The place so many km east and north of another; good to a percent within the area, enough for an example. */
export function shift([lon, lat]: Position, eastKm: number, northKm: number): Position {
  return [lon + eastKm / KM_PER_DEGREE_LONGITUDE, lat + northKm / KM_PER_DEGREE_LATITUDE];
}

/** East and north from one place to another, km. */
export function offsetKm(from: Position, to: Position): [eastKm: number, northKm: number] {
  return [(to[0] - from[0]) * KM_PER_DEGREE_LONGITUDE, (to[1] - from[1]) * KM_PER_DEGREE_LATITUDE];
}

/** Four decimals, like the boundary: about 10 m. */
export function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}

export const samePosition = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

export function readBoundary(): MultiPolygon {
  const feature: { geometry: MultiPolygon } = JSON.parse(
    readFileSync(`${import.meta.dirname}/boundary.geojson`, 'utf8'),
  );
  return feature.geometry;
}
