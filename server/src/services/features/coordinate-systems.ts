import { type Position, toUtmNorth, toWebMercator } from '@nitaq/core';
import type { FeatureGeometry } from './feature.ts';

/** A system of coordinates, with its axes in the order of its definition. */
export interface CoordinateSystem {
  readonly uri: string;
  /** From longitude and latitude in degrees. */
  readonly project: (position: Position) => Position;
  readonly unit: 'degree' | 'metre';
  /** Which of the two coordinates is the longitude; null: neither. */
  readonly longitudeAt: 0 | 1 | null;
}

export const CRS84: CoordinateSystem = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  project: (position) => position,
  unit: 'degree',
  longitudeAt: 0,
};

/** The central meridian of zone 37, degrees. */
const ZONE_37 = 39;

/** What coordinates can be asked in, that of the stored ones first. */
export const COORDINATE_SYSTEMS: readonly CoordinateSystem[] = [
  CRS84,
  { uri: epsg(4326), project: ([lon, lat]) => [lat, lon], unit: 'degree', longitudeAt: 1 },
  {
    uri: epsg(3857),
    project: (position) => metres(toWebMercator(position)),
    unit: 'metre',
    longitudeAt: null,
  },
  {
    uri: epsg(32637),
    project: (position) => metres(toUtmNorth(position, ZONE_37)),
    unit: 'metre',
    longitudeAt: null,
  },
];

function epsg(code: number): string {
  return `http://www.opengis.net/def/crs/EPSG/0/${code}`;
}

/** To the millimetre: positions are known to a centimetre. */
function metres([x, y]: Position): Position {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}

const projected = new WeakMap<FeatureGeometry, Map<CoordinateSystem, FeatureGeometry>>();

/** A geometry in another system of coordinates; worked out once. */
export function geometryIn(geometry: FeatureGeometry, system: CoordinateSystem): FeatureGeometry {
  if (system === CRS84) return geometry;
  const known = projected.get(geometry) ?? new Map<CoordinateSystem, FeatureGeometry>();
  projected.set(geometry, known);
  const found = known.get(system) ?? project(geometry, system);
  known.set(system, found);
  return found;
}

function project(geometry: FeatureGeometry, { project: one }: CoordinateSystem): FeatureGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(one)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(one))),
      };
  }
}
