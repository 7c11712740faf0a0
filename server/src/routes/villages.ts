import {
  AreaIdSchema,
  DomainError,
  type Position,
  VillageFoundSchema,
  VillageIdSchema,
  VillageSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { actorOf } from '../plugins/actor.ts';
import { readableByKey } from '../plugins/api-keys.ts';
import { cachePublicly } from '../plugins/caching.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { findVillage, listVillages } from '../repositories/village-repository.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { findVillagesByName } from '../services/find-village.ts';
import { locateVillage } from '../services/move-location.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { AreaParams, IfMatchHeaders, LocationBody, pageOf, problems, VillageParams } from './schemas.ts';

/** Some people in one office, each typing as fast as they can. */
const SEARCHES_A_MINUTE = 3_000;

const VillageQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name, Arabic or Latin' })),
    bbox: Type.Optional(Type.String({ maxLength: 100, description: 'west,south,east,north in degrees' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);

const SearchQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'A name in Arabic or Latin letters as one would say it, or the beginning of it',
    }),
    area: Type.Optional(AreaIdSchema),
    near: Type.Optional(
      Type.String({
        maxLength: 50,
        description: 'lon,lat in degrees: of several alike the nearest comes first',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })),
  },
  { additionalProperties: false },
);

/** Villages of an area, and where they lie; and villages of all areas by name. */
export function registerVillages(app: App, { db, lookupsAMinute }: Context): void {
  const tags = ['villages'];
  const aMinute = { ofAddress: SEARCHES_A_MINUTE, ofKey: lookupsAMinute };

  app.get(
    '/villages',
    {
      config: { action: 'area.read', ...readableByKey('villages', aMinute) },
      schema: {
        tags,
        summary: 'Villages of all areas by name, however it is written',
        description: `At most ${lookupsAMinute.toLocaleString('en')} a minute with one key, or ${SEARCHES_A_MINUTE.toLocaleString('en')} from one address without.`,
        querystring: SearchQuery,
        response: { 200: Type.Object({ items: Type.Array(VillageFoundSchema) }), ...problems },
      },
    },
    async ({ query: { q, area, near, limit = 8 } }, reply) => {
      cachePublicly(reply);
      if (area !== undefined) await requireArea(db, area);
      const position = near === undefined ? null : parsePosition(near);
      const areas = area === undefined ? null : [area];
      return { items: await findVillagesByName(db, { name: q, areas, near: position, limit }) };
    },
  );

  app.get(
    '/areas/:area/villages',
    {
      config: { action: 'area.read', ...readableByKey('villages', aMinute) },
      schema: {
        tags,
        summary: 'Villages by name, box or all',
        params: AreaParams,
        querystring: VillageQuery,
        response: { 200: pageOf(VillageSchema), ...problems },
      },
    },
    async ({ params: { area }, query: { q, bbox, limit = 100, cursor } }) => {
      await requireArea(db, area);
      const found = await listVillages(db, area, {
        q,
        bbox: bbox === undefined ? undefined : parseBox(bbox),
        after: cursor === undefined ? undefined : decodeCursor(cursor, VillageIdSchema),
        limit: limit + 1,
      });
      return cutPage(found, limit, ({ id }) => id);
    },
  );

  app.get(
    '/areas/:area/villages/:village',
    {
      config: { action: 'area.read', ...readableByKey('villages', aMinute) },
      schema: {
        tags,
        summary: 'One village',
        params: VillageParams,
        response: { 200: VillageSchema, ...problems },
      },
    },
    async ({ params: { area, village } }, reply) => {
      const found = await findVillage(db, area, village);
      if (found === null) throw new DomainError('village-not-found', { village });
      reply.header('etag', etagOf(found.version));
      return found;
    },
  );

  app.put(
    '/areas/:area/villages/:village/location',
    {
      config: { action: 'village.place' },
      schema: {
        tags,
        summary: 'Pin a village on the map',
        params: VillageParams,
        headers: IfMatchHeaders,
        body: LocationBody,
        response: { 200: VillageSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, village } = request.params;
      const { location } = request.body;
      const moved = await locateVillage(db, {
        area,
        village,
        version,
        location,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      reply.header('etag', etagOf(moved.version));
      return moved;
    },
  );
}

function parsePosition(text: string): Position {
  const [lon = Number.NaN, lat = Number.NaN, ...rest] = text.split(',').map(Number);
  if (rest.length > 0 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw new DomainError('near-invalid');
  return [lon, lat];
}

function parseBox(text: string): [number, number, number, number] {
  const [west, south, east, north, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    rest.length > 0
  ) {
    throw new DomainError('bbox-invalid');
  }
  const inRange =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  if (!inRange || south > north || west > east) throw new DomainError('bbox-invalid');
  return [west, south, east, north];
}
