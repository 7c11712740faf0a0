import { type Box, filterAccepts, geometryMeetsBox } from '@nitaq/core';
import { type CoordinateSystem, CRS84, geometryIn } from './coordinate-systems.ts';
import type { MapFeature } from './feature.ts';
import type { FeatureList } from './feature-list.ts';
import type { ItemsQuery } from './items-query.ts';

/** The features that lie in the box and pass the filters that are asked for. What has no place lies in no box. */
export function selectFeatures(
  features: FeatureList,
  { within, filters, filterCrs }: Pick<ItemsQuery, 'within' | 'filters' | 'filterCrs'>,
): readonly MapFeature[] {
  const placed = within === null ? features.all : placedIn(features, within);
  if (filters.length === 0) return placed;
  return placed.filter((feature) => {
    const { properties } = feature;
    const asked = { properties, geometry: () => geometryOf(feature, filterCrs) };
    return filters.every((filter) => filterAccepts(filter, asked));
  });
}

/** The geometry of a feature in a system of coordinates; null: it has none. */
export function geometryOf({ geometry }: MapFeature, crs: CoordinateSystem) {
  return geometry === null ? null : geometryIn(geometry, crs);
}

function placedIn(features: FeatureList, { boxes, crs }: NonNullable<ItemsQuery['within']>): MapFeature[] {
  const isOurs = crs === CRS84;
  return (isOurs ? features.near(boxes) : features.all).filter((feature) => {
    const geometry = geometryOf(feature, crs);
    if (geometry === null) return false;
    return boxes.some((asked) => (isOurs && liesWholly(feature, asked)) || geometryMeetsBox(geometry, asked));
  });
}

function liesWholly({ box }: MapFeature, asked: Box): boolean {
  if (box === null) return false;
  return asked[0] <= box[0] && asked[1] <= box[1] && box[2] <= asked[2] && box[3] <= asked[3];
}
