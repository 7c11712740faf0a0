import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { type GridPolygon, toGrid, toGridPolygons } from './grid.ts';
import { gridPolygonHas } from './point-in-polygon.ts';

/** Who covers a point; `associations` in the order of their ids, empty unless covered or overlap. */
export interface PointCoverage {
  readonly status: 'covered' | 'overlap' | 'gap' | 'outside';
  readonly associations: AssociationId[];
}

export interface TerritoryLocator {
  /** Which territories cover the position, by the rule of `pointInPolygon`. */
  locate(position: Position): PointCoverage;
}

interface Claim {
  readonly association: AssociationId;
  readonly polygon: GridPolygon;
}

/**
 * An index to ask again and again which territories cover a point. Outside the boundary everything is `outside`, even
 * where a territory reaches there; without a boundary nothing is.
 */
export function locateIn(boundary: MultiPolygon | null, territories: readonly Territory[]): TerritoryLocator {
  const area = boundary === null ? null : toGridPolygons(boundary);
  const claims = territories.flatMap(({ association, geometry }) =>
    toGridPolygons(geometry).map((polygon): Claim => ({ association, polygon })),
  );
  const index = indexOf(claims);

  return {
    locate(position) {
      const [x, y] = [toGrid(position[0]), toGrid(position[1])];
      if (area?.some((polygon) => gridPolygonHas(polygon, x, y)) === false) {
        return { status: 'outside', associations: [] };
      }
      const found = new Set<AssociationId>();
      for (const i of index?.search(x, y, x, y) ?? []) {
        const claim = claims[i];
        if (claim && gridPolygonHas(claim.polygon, x, y)) found.add(claim.association);
      }
      const associations = [...found].sort();
      return { status: statusOf(associations.length), associations };
    },
  };
}

function indexOf(claims: readonly Claim[]): Flatbush | null {
  if (claims.length === 0) return null;
  const index = new Flatbush(claims.length);
  for (const { polygon } of claims) {
    const { minX, minY, maxX, maxY } = polygon.box;
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return index;
}

function statusOf(claimants: number): PointCoverage['status'] {
  if (claimants === 0) return 'gap';
  return claimants === 1 ? 'covered' : 'overlap';
}
