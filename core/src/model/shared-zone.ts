import { type Static, Type } from 'typebox';
import { MultiPolygonSchema } from './geometry.ts';
import { type AssociationId, AssociationIdSchema } from './ids.ts';

/** A place that associations agree to serve together: an overlap that is no error until its end. */
export const SharedZoneSchema = Type.Object(
  {
    geometry: MultiPolygonSchema,
    lead: Type.Unsafe<AssociationId>({ ...AssociationIdSchema, description: 'Named first to whoever asks' }),
    partners: Type.Unsafe<AssociationId[]>(
      Type.Array(AssociationIdSchema, { minItems: 1, maxItems: 20, uniqueItems: true }),
    ),
    services: Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'What is meant, in the language it was agreed in',
    }),
    endsOn: Type.String({
      format: 'date',
      description: 'The first day on which it is an overlap like any other, in the time zone of the area',
    }),
  },
  { additionalProperties: false },
);
export type SharedZone = Static<typeof SharedZoneSchema>;
