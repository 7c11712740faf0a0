import { boxMeetsBox, filterAccepts, geometryMeetsBox } from '@nitaq/core';
import { type CoordinateSystem, CRS84, geometryIn } from './coordinate-systems.ts';
import type { MapFeature } from './feature.ts';
import type { ItemsQuery } from './items-query.ts';

/** The features that lie in the box and pass the filters that are asked for. What has no place lies in no box. */
export function selectFeatures(
  features: readonly MapFeature[],
  { within, filters, filterCrs }: Pick<ItemsQuery, 'within' | 'filters' | 'filterCrs'>,
): readonly MapFeature[] {
  if (within === null && filters.length === 0) return features;
  return features.filter((feature) => {
    if (within !== null && !liesIn(feature, within)) return false;
    const { properties } = feature;
    const asked = { properties, geometry: () => geometryOf(feature, filterCrs) };
    return filters.every((filter) => filterAccepts(filter, asked));
  });
}

/** The geometry of a feature in a system of coordinates; null: it has none. */
export function geometryOf({ geometry }: MapFeature, crs: CoordinateSystem) {
  return geometry === null ? null : geometryIn(geometry, crs);
}

function liesIn(feature: MapFeature, { boxes, crs }: NonNullable<ItemsQuery['within']>): boolean {
  const { box } = feature;
  if (box === null) return false;
  return boxes.some((asked) => {
    if (crs === CRS84 && !boxMeetsBox(box, asked)) return false;
    const geometry = geometryOf(feature, crs);
    return geometry !== null && geometryMeetsBox(geometry, asked);
  });
}
