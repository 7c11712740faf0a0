import { areaKm2 } from '../geometry/area.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { partsOf } from '../geometry/territory-parts.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';

export interface PartsQuestion {
  readonly boundary: MultiPolygon | null;
  readonly territory: Territory;
  /** Null: it has no location yet. */
  readonly seat: Position | null;
  readonly villages: readonly VillageLocation[];
}

/** A connected part of a territory that lies apart from the one with the seat. */
export interface DetachedPart {
  readonly association: AssociationId;
  readonly geometry: MultiPolygon;
  readonly areaKm2: number;
  readonly villages: readonly VillageId[];
}

/**
 * The parts of a territory apart from its main one, which is that with the seat, else the largest; largest first. A part
 * on another island than the main one is apart by nature, and is not among them.
 */
export function detachedParts({ boundary, territory, seat, villages }: PartsQuestion): DetachedPart[] {
  const { association, geometry } = territory;
  const { parts } = partsOf(geometry);
  if (parts.length < 2) return [];
  const grounds = parts
    .map(
      (polygons): MultiPolygon => ({
        type: 'MultiPolygon',
        coordinates: polygons.map((polygon) => geometry.coordinates[polygon] ?? []),
      }),
    )
    .map((ground) => ({ ground, km2: areaKm2(ground) }))
    .sort((a, b) => b.km2 - a.km2);
  const main = grounds.find(({ ground }) => seat !== null && pointInPolygon(seat, ground)) ?? grounds[0];
  const islands = boundary === null ? [] : boundary.coordinates.map(polygonOf);
  const home = main && islandOf(main.ground, islands);
  return grounds
    .filter((one) => one !== main && islandOf(one.ground, islands) === home)
    .map(({ ground, km2 }) => ({
      association,
      geometry: ground,
      areaKm2: km2,
      villages: villages.flatMap(({ id, location }) =>
        location !== null && pointInPolygon(location, ground) ? [id] : [],
      ),
    }));
}

function polygonOf(coordinates: Polygon['coordinates']): Polygon {
  return { type: 'Polygon', coordinates };
}

/** The number of the part of the area in which most vertices of some ground lie, or on whose outline. */
function islandOf({ coordinates }: MultiPolygon, islands: readonly Polygon[]): number {
  if (islands.length < 2) return 0;
  const vertices = coordinates.flat(2);
  const counts = islands.map((island) => {
    const outline = new Set(island.coordinates.flat().map(String));
    return vertices.filter((vertex) => outline.has(String(vertex)) || pointInPolygon(vertex, island)).length;
  });
  return counts.indexOf(Math.max(...counts));
}
