import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { LRUCache } from 'lru-cache';
import type { MapFeature } from '../features/feature.ts';
import type { FeatureList } from '../features/feature-list.ts';
import { EncodedTile } from './encoded-tile.ts';

/** Deeper ones a map makes by enlarging these. */
export const DEEPEST_ZOOM = 14;
const EXTENT = 4096;
/** Of encoded tiles; the index itself keeps what it has cut, which the features bound: some 20 MB for a governorate. */
const BYTES_IN_MEMORY = 32 * 2 ** 20;
/** What an entry takes beside its tile, so that empty ones count too. */
const ENTRY_BYTES = 200;
const EMPTY = new EncodedTile(Buffer.alloc(0));

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The tiles of one layer of features, each made when it is first asked for. */
export interface TileIndex {
  readonly features: FeatureList;
  /** A Mapbox vector tile; empty where nothing lies in it. */
  readonly tile: (address: TileAddress) => EncodedTile;
}

export function createTileIndex(layer: string, features: FeatureList): TileIndex {
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features: features.all.flatMap(geoJsonOf) },
    { maxZoom: DEEPEST_ZOOM, extent: EXTENT },
  );
  const tiles = new LRUCache<string, EncodedTile>({
    maxSize: BYTES_IN_MEMORY,
    sizeCalculation: ({ size }) => size + ENTRY_BYTES,
  });
  return {
    features,
    tile({ z, x, y }) {
      const key = `${z}/${x}/${y}`;
      const known = tiles.get(key);
      if (known !== undefined) return known;
      const cut = index.getTile(z, x, y);
      const isEmpty = cut === null || cut.features.length === 0;
      const made = isEmpty
        ? EMPTY
        : new EncodedTile(Buffer.from(fromGeojsonVt({ [layer]: cut }, { version: 2, extent: EXTENT })));
      tiles.set(key, made);
      return made;
    },
  };
}

/** Ids of tiles are numbers, so that of a feature stands among its properties; what is null is left out. */
function geoJsonOf({ id, geometry, properties }: MapFeature) {
  if (geometry === null) return [];
  const known = Object.entries(properties).filter(([, value]) => value !== null);
  return [{ type: 'Feature' as const, geometry, properties: { id, ...Object.fromEntries(known) } }];
}
