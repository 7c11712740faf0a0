import type { GeoJSONSourceDiff } from 'maplibre-gl';

/**
 * What has to be sent to the map for one collection to become another; null where features have no ids, so that all of
 * them have to be sent. Sending is what costs most while a border is dragged.
 */
export function changesBetween(
  before: GeoJSON.FeatureCollection,
  now: GeoJSON.FeatureCollection,
): GeoJSONSourceDiff | null {
  const old = byId(before);
  const present = byId(now);
  if (!old || !present) return null;
  return {
    remove: [...old.keys()].filter((id) => !present.has(id)),
    add: [...present].flatMap(([id, feature]) => (isSame(old.get(id), feature) ? [] : [feature])),
  };
}

function byId({ features }: GeoJSON.FeatureCollection): Map<string | number, GeoJSON.Feature> | null {
  const found = new Map<string | number, GeoJSON.Feature>();
  for (const feature of features) {
    if (feature.id === undefined) return null;
    found.set(feature.id, feature);
  }
  return found;
}

/** Geometries are the same while their coordinates are the same object: nothing here changes in place. */
function isSame(before: GeoJSON.Feature | undefined, now: GeoJSON.Feature): boolean {
  if (before === now) return true;
  if (!before || coordinatesOf(before) !== coordinatesOf(now)) return false;
  const [old, properties] = [before.properties ?? {}, now.properties ?? {}];
  const names = Object.keys(properties);
  return names.length === Object.keys(old).length && names.every((name) => old[name] === properties[name]);
}

function coordinatesOf({ geometry }: GeoJSON.Feature): unknown {
  return geometry.type === 'GeometryCollection' ? geometry : geometry.coordinates;
}
