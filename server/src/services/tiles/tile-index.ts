import { LRUCache } from 'lru-cache';
import type { FeatureList } from '../features/feature-list.ts';
import { DEEPEST_ZOOM, type TileAddress, TileCutter } from './cut-tile.ts';
import { EncodedTile } from './encoded-tile.ts';

/** Of encoded tiles; beside them stands each feature once, projected. */
const BYTES_IN_MEMORY = 32 * 2 ** 20;
/** What an entry takes beside its tile, so that empty ones count too. */
const ENTRY_BYTES = 200;
/** More than there are tiles from west to east at the deepest zoom. */
const ACROSS = 2 ** (DEEPEST_ZOOM + 1);
const EMPTY = new EncodedTile(Buffer.alloc(0));

/** The tiles of one layer of features, each made when it is first asked for. */
export interface TileIndex {
  readonly features: FeatureList;
  /** A Mapbox vector tile; empty where nothing lies in it. */
  readonly tile: (address: TileAddress) => EncodedTile;
}

export function createTileIndex(layer: string, features: FeatureList): TileIndex {
  const cutter = new TileCutter(layer, features);
  const tiles = new LRUCache<number, EncodedTile>({
    maxSize: BYTES_IN_MEMORY,
    sizeCalculation: ({ size }) => size + ENTRY_BYTES,
  });
  return {
    features,
    tile({ z, x, y }) {
      const key = (z * ACROSS + x) * ACROSS + y;
      const known = tiles.get(key);
      if (known !== undefined) return known;
      const bytes = cutter.cut({ z, x, y });
      const made = bytes === null ? EMPTY : new EncodedTile(bytes);
      tiles.set(key, made);
      return made;
    },
  };
}
