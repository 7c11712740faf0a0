import { boxOf, type GridBox, type GridPolygon, toGrid } from '../grid.ts';
import { gridPolygonHas } from '../point-in-polygon.ts';
import type { OwnedPolygons } from './owned-polygons.ts';

export interface PointLookup {
  /**
   * For each position, given in degrees as longitude, latitude, longitude, latitude, …, the number of the set of owners
   * that cover it.
   */
  answerAll(coordinates: Float64Array, answers: Int32Array): void;
}

/** Asks every polygon each time: for those that an index cannot hold, see `canBeIndexed`. */
export function scanOf(owned: OwnedPolygons): PointLookup {
  return {
    answerAll(coordinates, answers) {
      for (let i = 0; 2 * i + 1 < coordinates.length; i++) {
        const [x, y] = [toGrid(coordinates[2 * i] ?? 0), toGrid(coordinates[2 * i + 1] ?? 0)];
        answers[i] = owned.answerFor(
          owned.polygons.flatMap((polygon, p) => (gridPolygonHas(polygon, x, y) ? [owned.ownerOf(p)] : [])),
        );
      }
    },
  };
}

/** 200 degrees: nothing lies further out, and differences of coordinates stay below 2^32. */
const GLOBE: GridBox = { minX: -2e9, minY: -2e9, maxX: 2e9, maxY: 2e9 };

/**
 * Whether all edges of a polygon are borders of what it covers, with coordinates that are numbers and on the globe.
 * Where a hole reaches beyond the box of its outer ring they are not. `checkTerritory` refuses all the others.
 */
export function canBeIndexed({ rings, box }: GridPolygon): boolean {
  return rings.every((ring) => {
    const extent = boxOf(ring);
    return ring.length === 0 || (isWithin(extent, box) && isWithin(extent, GLOBE));
  });
}

function isWithin(inner: GridBox, outer: GridBox): boolean {
  const isBeside = inner.minX >= outer.minX && inner.maxX <= outer.maxX;
  return isBeside && inner.minY >= outer.minY && inner.maxY <= outer.maxY;
}
