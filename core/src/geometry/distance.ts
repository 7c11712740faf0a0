import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { type DegreeLengths, degreeLengthsAt, distanceBetweenM } from './ellipsoid.ts';
import { pointInPolygon } from './point-in-polygon.ts';

export interface TerritoryDistance {
  readonly association: AssociationId;
  /** Metres on the ellipsoid, within 0.1 % up to some hundred kilometres; 0 inside. */
  readonly distanceM: number;
}

/** The territory nearest to a position, null when there is none; of equally near ones the first id. */
export function nearestTerritory(
  territories: readonly Territory[],
  position: Position,
): TerritoryDistance | null {
  return territories.reduce<TerritoryDistance | null>((nearest, territory) => {
    const distanceM = distanceToTerritoryM(territory, position);
    return nearerOf(nearest, { association: territory.association, distanceM });
  }, null);
}

/** The less of two distances, where the first may be none; of equal ones the first id. */
export function nearerOf(
  nearest: TerritoryDistance | null,
  one: TerritoryDistance,
): TerritoryDistance | null {
  if (one.distanceM === Infinity) return nearest;
  return nearest === null || isBefore(one.association, one.distanceM, nearest) ? one : nearest;
}

/**
 * The nearest territory of an association that does not cover the position, if its border is within the limit.
 * `covering` are those that do.
 */
export function bordersWithin(
  territories: readonly Territory[],
  position: Position,
  covering: readonly AssociationId[],
  limitM: number,
): TerritoryDistance | null {
  const others = territories.filter(({ association }) => !covering.includes(association));
  const nearest = nearestTerritory(others, position);
  return nearest && nearest.distanceM <= limitM ? nearest : null;
}

function isBefore(association: AssociationId, distanceM: number, other: TerritoryDistance): boolean {
  if (distanceM !== other.distanceM) return distanceM < other.distanceM;
  return association < other.association;
}

/** Metres to the nearest edge, 0 inside, Infinity for an empty territory. */
function distanceToTerritoryM({ geometry }: Territory, position: Position): number {
  if (pointInPolygon(position, geometry)) return 0;
  const scale = degreeLengthsAt(position[1]);
  let nearest: Position | null = null;
  let least = Infinity;
  for (const ring of geometry.coordinates.flat()) {
    let from = ring[0];
    for (const to of ring) {
      const candidate = nearestOnEdge(position, from ?? to, to, scale);
      const squared = squaredLength(position, candidate, scale);
      if (squared < least) [least, nearest] = [squared, candidate];
      from = to;
    }
  }
  return nearest === null ? Infinity : distanceBetweenM(position, nearest);
}

/** The nearest position of an edge, in the plane that has the lengths of a degree at the point. */
export function nearestOnEdge(point: Position, from: Position, to: Position, scale: DegreeLengths): Position {
  const [ux, uy] = [(to[0] - from[0]) * scale.longitudeM, (to[1] - from[1]) * scale.latitudeM];
  const [vx, vy] = [(point[0] - from[0]) * scale.longitudeM, (point[1] - from[1]) * scale.latitudeM];
  const length = ux * ux + uy * uy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (ux * vx + uy * vy) / length));
  return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
}

export function squaredLength(a: Position, b: Position, { longitudeM, latitudeM }: DegreeLengths): number {
  return ((b[0] - a[0]) * longitudeM) ** 2 + ((b[1] - a[1]) * latitudeM) ** 2;
}
