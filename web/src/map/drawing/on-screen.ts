import type { Position } from '@nitaq/core';
import type { Map as MapLibre, PointLike } from 'maplibre-gl';

/** A place of the screen. */
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

export interface DegreeBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The part of the map within so many pixels of a place of the screen, as a box. */
export function degreesAround(map: MapLibre, { x, y }: PixelPoint, reachPx: number): DegreeBox {
  const unproject = (at: PointLike) => map.unproject(at);
  const low = unproject([x - reachPx, y + reachPx]);
  const high = unproject([x + reachPx, y - reachPx]);
  return { west: low.lng, south: low.lat, east: high.lng, north: high.lat };
}

export function project(map: MapLibre, [lng, lat]: Position): PixelPoint {
  return map.project([lng, lat]);
}

/** How far along a line on the screen it is nearest to a place: 0 at its beginning, 1 at its end. */
export function shareAlong(point: PixelPoint, a: PixelPoint, b: PixelPoint): number {
  const [ux, uy] = [b.x - a.x, b.y - a.y];
  const squared = ux * ux + uy * uy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * ux + (point.y - a.y) * uy) / squared;
  return Math.min(1, Math.max(0, along));
}

/** On the edge itself, which is straight in longitude and latitude, whatever the screen makes of it. */
export function positionAlong(from: Position, to: Position, along: number): Position {
  return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
}
