import type { MultiPolygon, Polygon, Position } from '@nitaq/core';
import polylabel from 'polylabel';

/** Fine enough for a label: about a hundred metres. */
const PRECISION_DEGREES = 0.001;

const known = new WeakMap<MultiPolygon, Position>();

/**
 * Where the name of a territory stands: the point farthest from every edge, in the part that nobody else claims,
 * or anywhere in it when all of it is claimed twice.
 */
export function labelPoint(territory: MultiPolygon, sharedParts: readonly Polygon[]): Position {
  if (sharedParts.length > 0) return besideSharedParts(territory, sharedParts);
  // Of hundreds of territories one stroke changes a few.
  const point = known.get(territory) ?? farthest(territory.coordinates).at;
  known.set(territory, point);
  return point;
}

function besideSharedParts(territory: MultiPolygon, sharedParts: readonly Polygon[]): Position {
  // Shared parts lie within the territory, so by the even-odd rule their rings cut holes into it.
  const holes = sharedParts.flatMap((part) => part.coordinates);
  const alone = farthest(territory.coordinates.map((rings) => [...rings, ...holes]));
  if (alone.distance > 0) return alone.at;
  return farthest(territory.coordinates).at;
}

function farthest(polygons: readonly Position[][][]): { at: Position; distance: number } {
  const candidates = polygons.map((rings) => {
    const point = polylabel(rings, PRECISION_DEGREES);
    return { at: [point[0], point[1]] as Position, distance: point.distance };
  });
  return candidates.reduce((best, candidate) => (candidate.distance > best.distance ? candidate : best), {
    at: [0, 0],
    distance: Number.NEGATIVE_INFINITY,
  });
}
