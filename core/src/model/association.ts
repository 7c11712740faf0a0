import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import { AssociationIdSchema } from './ids.ts';
import { LocalizedTextSchema } from './text.ts';

export const SeatSchema = Type.Object({
  name: LocalizedTextSchema,
  location: Type.Union([PositionSchema, Type.Null()], { description: 'Null: the seat needs a location' }),
});
export type Seat = Static<typeof SeatSchema>;

/** Digits alone, after a plus sign with the country before them. */
export const PhoneSchema = Type.Union([Type.String({ pattern: '^[+]?[0-9]{3,15}$' }), Type.Null()], {
  description: 'The telephone under which anybody reaches it; null: not stated',
});

export const AssociationSchema = Type.Object(
  {
    id: AssociationIdSchema,
    name: LocalizedTextSchema,
    seat: SeatSchema,
    capacity: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      description: 'Orphans the association can care for; null: not stated',
    }),
    phone: PhoneSchema,
    colour: Type.Integer({ minimum: 0, description: 'Place in the palette, from 0' }),
    version: Type.Integer({ description: 'Grows with every change; the ETag' }),
  },
  { title: 'Association' },
);
export type Association = Static<typeof AssociationSchema>;
