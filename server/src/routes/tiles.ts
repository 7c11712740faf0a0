import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { cachePublicly } from '../plugins/caching.ts';
import { languageOf } from '../plugins/language.ts';
import { listAreas } from '../repositories/area-repository.ts';
import { COLLECTION_KINDS } from '../services/features/collection-kinds.ts';
import type { FeatureStore } from '../services/features/feature-store.ts';
import { DEEPEST_ZOOM } from '../services/tiles/cut-tile.ts';
import type { EncodedTile } from '../services/tiles/encoded-tile.ts';
import { fieldsOf, requireLayer, TILE_LAYERS, type TileLayers } from '../services/tiles/tile-layers.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';
import { MVT_TYPE, readyTile } from './tiles/ready-tile.ts';

/** A screen is some dozens of tiles, and many people may stand behind one address, each moving the map. */
export const TILES_A_MINUTE = 12_000;
const Place = Type.Integer({ minimum: 0, maximum: 2 ** 30 });
const TileParams = Type.Object({ layer: Type.String(), z: Place, x: Place, y: Place });

const described = {
  tags: ['features'],
  description: `What everybody may see now, of ${TILE_LAYERS.join(', ')}: to zoom ${DEEPEST_ZOOM}, which maps enlarge. At most \
${TILES_A_MINUTE.toLocaleString('en')} requests a minute from one address, with \`ratelimit-*\` headers and 429.`,
};
const tileJson = {
  ...described,
  summary: 'A layer of tiles described as TileJSON 3.0',
  params: Type.Object({ layer: Type.String() }),
  response: {
    200: { description: 'TileJSON', content: { 'application/json': { schema: Type.Object({}) } } },
    ...problems,
  },
};
const tile = {
  ...described,
  summary: 'A vector tile of a layer',
  params: TileParams,
  response: {
    200: { description: 'A Mapbox vector tile', content: { [MVT_TYPE]: { schema: Type.String() } } },
    204: Type.Null({ description: 'Nothing lies in this tile' }),
    ...problems,
  },
};

interface TilesContext extends Pick<Context, 'db' | 'people' | 'now'> {
  readonly store: FeatureStore;
  readonly layers: TileLayers;
}

/** Vector tiles of what everybody may see, and their description as TileJSON. */
export function registerTiles(
  app: App,
  { db, people, now, store, layers }: TilesContext,
  aMinute = TILES_A_MINUTE,
): void {
  const config = {
    action: 'features.read',
    rateLimit: { max: aMinute, timeWindow: '1 minute' },
  } as const;

  app.get('/tiles/:layer.json', { config: { ...config, described: tileJson } }, async (request, reply) => {
    const layer = requireLayer(layerIn(request));
    const language = languageOf(request);
    const { title, description } = COLLECTION_KINDS[layer];
    const areas = await listAreas(db);
    const boxes = (await store.present(layer, now())).all.flatMap(({ box }) => (box === null ? [] : [box]));
    cachePublicly(reply);
    reply.header('vary', 'accept-language').header('content-language', language);
    return {
      tilejson: '3.0.0',
      name: title[language],
      description: description[language],
      attribution: [...new Set(areas.map(({ attribution }) => attribution[language]))].join(' '),
      tiles: [`${people.publicUrl.origin}/tiles/${layer}/{z}/{x}/{y}.mvt`],
      minzoom: 0,
      maxzoom: DEEPEST_ZOOM,
      ...(boxes.length > 0 && { bounds: boundsOf(boxes) }),
      vector_layers: [{ id: layer, fields: fieldsOf(layer), minzoom: 0, maxzoom: DEEPEST_ZOOM }],
    };
  });

  app.get(
    '/tiles/:layer/:z/:x/:y.mvt',
    {
      config: { ...config, described: tile, isData: true },
      compress: false,
      schema: { params: TileParams },
    },
    (request, reply) => {
      const { layer, z, x, y } = request.params;
      const found = layers.tile(requireLayer(layer), { z, x, y }, now());
      if (found instanceof Promise) return found.then((read) => sendTile(request, reply, read));
      return sendTile(request, reply, found);
    },
  );
}

/** Sends a tile past what Fastify does with answers, for all of it is worked out beforehand. */
function sendTile({ headers }: FastifyRequest, reply: FastifyReply, tile: EncodedTile): void {
  const ready = readyTile(headers, tile);
  const said = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
  reply.hijack();
  reply.raw.writeHead(ready.status, [...said, ...ready.head]).end(ready.body, 'latin1');
}

function layerIn(request: FastifyRequest): string {
  return (request.params as { readonly layer: string }).layer;
}

function boundsOf(boxes: readonly (readonly [number, number, number, number])[]): number[] {
  return [
    boxes.reduce((west, box) => Math.min(west, box[0]), 180),
    boxes.reduce((south, box) => Math.min(south, box[1]), 90),
    boxes.reduce((east, box) => Math.max(east, box[2]), -180),
    boxes.reduce((north, box) => Math.max(north, box[3]), -90),
  ];
}
