import { type CoordinateSystem, CRS84 } from '../../services/features/coordinate-systems.ts';
import type { MapFeature } from '../../services/features/feature.ts';
import { geometryOf } from '../../services/features/select-features.ts';
import type { Link } from './links.ts';

const texts = new WeakMap<MapFeature, string>();

/** A feature as GeoJSON text; what is asked for most is written once. */
export function featureText(feature: MapFeature, crs: CoordinateSystem): string {
  const known = crs === CRS84 ? texts.get(feature) : undefined;
  if (known !== undefined) return known;
  const text = JSON.stringify(geoJsonOf(feature, crs));
  if (crs === CRS84) texts.set(feature, text);
  return text;
}

/** A page of features as GeoJSON text. */
export function pageText(
  page: readonly MapFeature[],
  { crs, matched, links }: { crs: CoordinateSystem; matched: number; links: readonly Link[] },
): string {
  const rest = JSON.stringify({ numberMatched: matched, numberReturned: page.length, links });
  const features = page.map((feature) => featureText(feature, crs)).join(',');
  return `{"type":"FeatureCollection","features":[${features}],${rest.slice(1)}`;
}

/** One feature by itself, which has links of its own. */
export function singleText(feature: MapFeature, crs: CoordinateSystem, links: readonly Link[]): string {
  return JSON.stringify({ ...geoJsonOf(feature, crs), links });
}

function geoJsonOf(feature: MapFeature, crs: CoordinateSystem) {
  const { id, properties } = feature;
  return { type: 'Feature', id, geometry: geometryOf(feature, crs), properties };
}
