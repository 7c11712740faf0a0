import { Type } from 'typebox';

/** What a read is asked as of: a whole day in the time zone of the area, or an instant. */
export const AsOfSchema = Type.Union(
  [Type.String({ format: 'date' }), Type.String({ format: 'date-time' })],
  {
    description:
      'As of a day in the time zone of the area, `2026-11-30`, when it is over; or of an instant. Without it: now',
  },
);
