import { type MultiPolygon, type Position, pointInPolygon } from '@nitaq/core';

/** The polygon of a territory around a position, where it has others besides; null where that is all of it. */
export function partAround({ coordinates }: MultiPolygon, at: Position): MultiPolygon | null {
  if (coordinates.length < 2) return null;
  const rings = coordinates.find((polygon) => pointInPolygon(at, { type: 'Polygon', coordinates: polygon }));
  return rings ? { type: 'MultiPolygon', coordinates: [rings] } : null;
}
