import { normalizeIP } from '@fastify/rate-limit';
import type { ShortWay } from '../../plugins/short-way.ts';
import { isTile, TILE_LAYERS, type TileLayer, type TileLayers } from '../../services/tiles/tile-layers.ts';
import { readyTile } from './ready-tile.ts';

const ADDRESS = new RegExp(`^/tiles/(${TILE_LAYERS.join('|')})/(\\d{1,2})/(\\d{1,6})/(\\d{1,6})\\.mvt$`);

interface TilesShortWay {
  readonly layers: TileLayers;
  readonly aMinute: number;
  readonly now: () => Date;
}

/** A tile of what everybody may see now. */
export function tilesShortWay({ layers, aMinute, now }: TilesShortWay): ShortWay {
  return {
    prefix: '/tiles/',
    route: '/tiles/:layer/:z/:x/:y.mvt',
    aMinute,
    keyOf: (address) => normalizeIP(address),
    answer(url, headers) {
      const [, layer, z, x, y] = ADDRESS.exec(url) ?? [];
      const address = { z: Number(z), x: Number(x), y: Number(y) };
      if (layer === undefined || !isTile(address)) return null;
      const tile = layers.tile(layer as TileLayer, address, now());
      return tile instanceof Promise ? null : readyTile(headers, tile);
    },
  };
}
