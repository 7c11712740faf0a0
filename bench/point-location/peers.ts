import type { Position, Territory } from '@nitaq/core';
import Flatbush from 'flatbush';
import pointInPolygonHao from 'point-in-polygon-hao';
import whichPolygon from 'which-polygon';
import { boxOfTerritories } from './scattered-points.ts';

/** The number, from 1 on, of the territory found at a position; 0 for none. */
export type Ask = (at: Position) => number;

export function askWhichPolygon(territories: readonly Territory[]): Ask {
  const features = territories.map(({ geometry }, i) => ({
    type: 'Feature',
    geometry,
    properties: { number: i + 1 },
  }));
  const query = whichPolygon({ type: 'FeatureCollection', features });
  return (at) => query(at)?.number ?? 0;
}

export function askFlatbush(territories: readonly Territory[]): Ask {
  const polygons = territories.flatMap(({ association, geometry }, i) =>
    geometry.coordinates.map((rings) => ({ association, rings, number: i + 1 })),
  );
  const index = new Flatbush(polygons.length);
  for (const { association, rings } of polygons) {
    const box = boxOfTerritories([{ association, geometry: { type: 'MultiPolygon', coordinates: [rings] } }]);
    index.add(box.west, box.south, box.east, box.north);
  }
  index.finish();
  return (at) => {
    for (const i of index.search(at[0], at[1], at[0], at[1])) {
      const polygon = polygons[i];
      // It answers 0 on a border.
      if (polygon && pointInPolygonHao(at, polygon.rings) !== false) return polygon.number;
    }
    return 0;
  };
}
