import type { MultiPolygon } from '../../model/geometry.ts';
import type { AssociationId } from '../../model/ids.ts';
import type { Territory } from '../../model/territory.ts';
import { areaM2 } from '../area.ts';
import { type FineGrid, toExactPosition, toFineBox } from '../fine-grid.ts';
import type { GridBox, GridPolygon } from '../grid.ts';

/** Brings a geometry to the position grid. */
export type ReadPolygons = (geometry: MultiPolygon) => GridPolygon[];

/** All polygons of each association, which may have several territories. */
export function claimsOf(
  territories: readonly Territory[],
  read: ReadPolygons,
): Map<AssociationId, GridPolygon[]> {
  const claims = new Map<AssociationId, GridPolygon[]>();
  for (const { association, geometry } of territories) {
    const polygons = claims.get(association) ?? [];
    polygons.push(...read(geometry));
    claims.set(association, polygons);
  }
  return claims;
}

/** How many points the rings of polygons have. */
export function verticesOf(polygons: readonly GridPolygon[]): number {
  return polygons.reduce(
    (sum, { rings }) => sum + rings.reduce((count, ring) => count + ring.length / 2, 0),
    0,
  );
}

/** The area of a box of the position grid on the ellipsoid. */
export function boxAreaM2(box: GridBox, grid: FineGrid): number {
  const { minX, minY, maxX, maxY } = toFineBox(box, grid);
  const [west, south] = toExactPosition({ x: minX, y: minY }, grid);
  const [east, north] = toExactPosition({ x: maxX, y: maxY }, grid);
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return areaM2({ type: 'Polygon', coordinates: [ring] });
}
