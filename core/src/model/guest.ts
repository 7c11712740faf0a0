import { type Static, Type } from 'typebox';
import { GuestIdSchema } from './ids.ts';

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  from: Type.Union([Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), Type.Null()], {
    description: 'Whom they come from: a ministry, a municipality; null: that was not said',
  }),
};

/** Somebody without an account who was at a meeting. Never whom the associations care for. */
export const GuestSchema = Type.Object({ id: GuestIdSchema, ...fields }, { title: 'Guest' });
export type Guest = Static<typeof GuestSchema>;

/** What `POST …/guests` takes. */
export const NewGuestSchema = Type.Object(
  { name: fields.name, from: Type.Optional(fields.from) },
  { additionalProperties: false },
);
export type NewGuest = Static<typeof NewGuestSchema>;
