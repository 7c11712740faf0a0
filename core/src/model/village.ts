import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import { AreaIdSchema, VillageIdSchema } from './ids.ts';
import { LocalizedTextSchema } from './text.ts';

export const VILLAGE_KINDS = ['governorate', 'centre', 'village'] as const;

export const VillageSchema = Type.Object(
  {
    id: VillageIdSchema,
    name: LocalizedTextSchema,
    aliases: Type.Array(Type.String()),
    kind: Type.Unsafe<(typeof VILLAGE_KINDS)[number]>(
      Type.Union(
        VILLAGE_KINDS.map((kind) => Type.Literal(kind)),
        { description: 'Seat of the governorate, seat of a centre (مركز), or village' },
      ),
    ),
    centre: Type.Union([VillageIdSchema, Type.Null()], {
      description: 'The centre (مركز) it belongs to: another place of the area; null: not on record',
    }),
    location: Type.Union([PositionSchema, Type.Null()], {
      description: 'Null: the village needs a location',
    }),
    version: Type.Integer({ description: 'Grows with every change; the ETag' }),
  },
  { title: 'Village' },
);
export type Village = Static<typeof VillageSchema>;
export type VillageKind = Village['kind'];

export const VILLAGE_MATCH_REASONS = ['exact', 'beginning', 'word', 'sound', 'similar'] as const;

/** A village that answers a name somebody typed. */
export const VillageFoundSchema = Type.Object(
  {
    area: AreaIdSchema,
    village: VillageSchema,
    match: Type.Object({
      name: Type.String({ description: 'The name or alias that was found' }),
      reason: Type.Unsafe<(typeof VILLAGE_MATCH_REASONS)[number]>(
        Type.Union(
          VILLAGE_MATCH_REASONS.map((reason) => Type.Literal(reason)),
          {
            description:
              'The same name; one that begins so; one with a word that does; one that sounds the same; one that is similar',
          },
        ),
      ),
      score: Type.Number({ description: 'From 1, the same name, down to 0' }),
    }),
    centre: Type.Union([LocalizedTextSchema, Type.Null()], {
      description: 'The name of its centre (مركز), which tells places of one name apart',
    }),
    distanceKm: Type.Union([Type.Number(), Type.Null()], {
      description: 'From where one asks, if that was said and the village has a location',
    }),
  },
  { title: 'VillageFound' },
);
export type VillageFound = Static<typeof VillageFoundSchema>;

/** What assessing coverage needs to know of a village. */
export type VillageLocation = Pick<Village, 'id' | 'location'>;
