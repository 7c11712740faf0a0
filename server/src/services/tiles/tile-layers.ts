import { DomainError } from '@nitaq/core';
import { COLLECTION_KINDS } from '../features/collection-kinds.ts';
import type { FeatureList } from '../features/feature-list.ts';
import type { FeatureStore } from '../features/feature-store.ts';
import { DEEPEST_ZOOM, type TileAddress } from './cut-tile.ts';
import type { EncodedTile } from './encoded-tile.ts';
import { createTileIndex, type TileIndex } from './tile-index.ts';

export const TILE_LAYERS = ['areas', 'territories', 'villages'] as const;
export type TileLayer = (typeof TILE_LAYERS)[number];

export interface TileLayers {
  /**
   * A Mapbox vector tile of what everybody may see now, at once unless that has to be read; empty where nothing lies in it.
   * Errors: `tile-not-found`.
   */
  tile(layer: TileLayer, address: TileAddress, now: Date): EncodedTile | Promise<EncodedTile>;
}

/** Errors: `tile-layer-not-found`. */
export function requireLayer(name: string): TileLayer {
  const layer = TILE_LAYERS.find((one) => one === name);
  if (layer === undefined)
    throw new DomainError('tile-layer-not-found', { layer: name, known: TILE_LAYERS.join(', ') });
  return layer;
}

/** The properties in the tiles of a layer, by name. */
export function fieldsOf(layer: TileLayer): Record<string, string> {
  const types = Object.entries(COLLECTION_KINDS[layer].queryables).filter(([, type]) => type !== 'geometry');
  const names = {
    string: 'String',
    instant: 'String',
    number: 'Number',
    integer: 'Number',
    boolean: 'Boolean',
  };
  return {
    id: 'String',
    ...Object.fromEntries(types.map(([name, type]) => [name, type === 'geometry' ? 'String' : names[type]])),
  };
}

/** Cuts the features of each layer into tiles; keeps the tiles as long as the features are the same. */
export function createTileLayers(store: FeatureStore): TileLayers {
  const indexes = new Map<TileLayer, TileIndex>();

  function indexOf(layer: TileLayer, present: FeatureList): TileIndex {
    const known = indexes.get(layer);
    if (known?.features === present) return known;
    const fresh = createTileIndex(layer, present);
    indexes.set(layer, fresh);
    return fresh;
  }

  return {
    tile(layer, address, now) {
      requireTile(address);
      const features = store.present(layer, now);
      return features instanceof Promise
        ? features.then((present) => indexOf(layer, present).tile(address))
        : indexOf(layer, features).tile(address);
    },
  };
}

/** Whether there are tiles with such numbers, which are whole and not below 0. */
export function isTile({ z, x, y }: TileAddress): boolean {
  return z <= DEEPEST_ZOOM && x < 2 ** z && y < 2 ** z;
}

function requireTile(address: TileAddress): void {
  const { z, x, y } = address;
  if (!isTile(address)) throw new DomainError('tile-not-found', { z, x, y, deepest: DEEPEST_ZOOM });
}
