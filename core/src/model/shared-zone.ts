import { type Static, Type } from 'typebox';
import { MultiPolygonSchema, PolygonalSchema } from './geometry.ts';
import { type AssociationId, AssociationIdSchema, ZoneIdSchema } from './ids.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

export const zoneTerms = {
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
};

const SharedZoneSchema = Type.Object({ geometry: MultiPolygonSchema, ...zoneTerms });
/**
 * A place that associations agree to serve together: an overlap that is no error until its end. It holds where just the
 * lead and all partners claim the ground; what of it lies beyond is no zone, and an overlap with others stays one.
 */
export type SharedZone = Static<typeof SharedZoneSchema>;

/** A shared zone as a plan has it. */
export const PlanZoneSchema = Type.Object(
  {
    id: ZoneIdSchema,
    ...SharedZoneSchema.properties,
    createdAt: Instant,
    updatedAt: Instant,
    version: Type.Integer({ description: 'Grows with every change; the ETag of the zone' }),
  },
  { title: 'SharedZone' },
);
export type PlanZone = Static<typeof PlanZoneSchema>;

/** What `POST …/shared-zones` and `PUT …/shared-zones/{zone}` take. */
export const ZoneInputSchema = Type.Object(
  {
    geometry: Type.Unsafe<Static<typeof PolygonalSchema>>({
      ...PolygonalSchema,
      description: 'The place; it holds where just the lead and all partners claim the ground',
    }),
    ...zoneTerms,
  },
  { additionalProperties: false },
);
export type ZoneInput = Static<typeof ZoneInputSchema>;
