import type { Polygonal, Position } from '@nitaq/core';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The box around positions, or null when there are none. */
export function boundsOf(positions: Iterable<Position>): Bounds | null {
  let bounds: Bounds | null = null;
  for (const [longitude, latitude] of positions) {
    const [west, south, east, north]: Bounds = bounds ?? [longitude, latitude, longitude, latitude];
    bounds = [
      Math.min(west, longitude),
      Math.min(south, latitude),
      Math.max(east, longitude),
      Math.max(north, latitude),
    ];
  }
  return bounds;
}

/** The outer rings of a geometry: those that decide how far it reaches. */
export function outerRings(geometry: Polygonal): Position[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap(([outer]) => (outer ? [outer] : []));
}

/** The box around a polygon or several; null when it has no positions. */
export function boundsOfGeometry(geometry: Polygonal): Bounds | null {
  return boundsOf(outerRings(geometry).flat());
}
