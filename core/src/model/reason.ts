import { type Static, Type } from 'typebox';
import { type Position, PositionSchema } from './geometry.ts';
import { type AssociationId, AssociationIdSchema, ReasonIdSchema } from './ids.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

const reasonFields = {
  line: Type.Unsafe<Position[]>(
    Type.Array(PositionSchema, {
      minItems: 1,
      maxItems: 1000,
      description: 'The stretch of border: one position, or several along it; longitude, latitude in degrees',
    }),
  ),
  associations: Type.Unsafe<AssociationId[]>(
    Type.Array(AssociationIdSchema, {
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      description: 'Whose border it is: of one association, or of two between them',
    }),
  ),
  text: Type.String({
    minLength: 1,
    maxLength: 500,
    pattern: '\\S',
    description: 'In the language it was written in',
  }),
};

/** Why a stretch of border in a plan runs where it does. */
export const ReasonSchema = Type.Object(
  {
    id: ReasonIdSchema,
    ...reasonFields,
    createdAt: Instant,
    updatedAt: Instant,
    version: Type.Integer({ description: 'Grows with every change; the ETag of the reason' }),
  },
  { title: 'Reason' },
);
export type Reason = Static<typeof ReasonSchema>;

/** What `POST …/reasons` and `PUT …/reasons/{reason}` take. */
export const ReasonInputSchema = Type.Object(reasonFields, { additionalProperties: false });
export type ReasonInput = Static<typeof ReasonInputSchema>;
