import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import { VillageIdSchema } from './ids.ts';
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

/** What assessing coverage needs to know of a village. */
export type VillageLocation = Pick<Village, 'id' | 'location'>;
