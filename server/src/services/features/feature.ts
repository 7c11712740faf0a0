import { type Box, boxAround, type MultiPolygon, type Point, type Polygon } from '@nitaq/core';

export type FeatureGeometry = Point | Polygon | MultiPolygon;

/** Something on the map as GIS programs read it: flat properties, and an id that is unique in its collection. */
export interface MapFeature {
  readonly id: string;
  /** Null: not located, or not drawn. */
  readonly geometry: FeatureGeometry | null;
  /** Around the geometry, degrees. */
  readonly box: Box | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export function mapFeature(
  parts: readonly string[],
  geometry: FeatureGeometry | null,
  properties: MapFeature['properties'],
): MapFeature {
  // Ids are slugs, so that a dot between them tells them apart.
  return { id: parts.join('.'), geometry, box: geometry && boxAround(geometry), properties };
}
