import { AreaIdSchema, AssociationIdSchema, LocalizedTextSchema, PlanIdSchema } from '@nitaq/core';
import { type TSchema, Type } from 'typebox';

const strict = { additionalProperties: false };

function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** `area.json` */
export const AreaFileSchema = Type.Object(
  {
    id: AreaIdSchema,
    name: LocalizedTextSchema,
    estimated: Type.Boolean(),
    note: orNull(LocalizedTextSchema),
    timeZone: Type.String(),
    attribution: LocalizedTextSchema,
  },
  strict,
);

const featureMembers = {
  type: Type.Literal('Feature'),
  geometry: Type.Unknown({ description: 'Checked apart, so that all its faults are told' }),
  bbox: Type.Optional(Type.Array(Type.Number())),
};

/** `boundary.geojson`, `land.geojson` */
export const OutlineFileSchema = Type.Object(
  {
    ...featureMembers,
    id: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    properties: orNull(Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
);

const PlanMemberSchema = Type.Object(
  {
    id: PlanIdSchema,
    title: LocalizedTextSchema,
    state: Type.Union([Type.Literal('draft'), Type.Literal('in-force')]),
    example: Type.Boolean(),
    base: Type.Optional(orNull(PlanIdSchema)),
    inForceFrom: Type.Optional(Type.String({ format: 'date-time' })),
  },
  strict,
);

/** `plans/*.geojson`. That only a plan in force has `inForceFrom` is checked apart. */
export const PlanFileSchema = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    plan: PlanMemberSchema,
    features: Type.Array(
      Type.Object(
        {
          ...featureMembers,
          id: AssociationIdSchema,
          properties: orNull(Type.Object({ note: Type.Optional(orNull(LocalizedTextSchema)) }, strict)),
        },
        strict,
      ),
    ),
    bbox: Type.Optional(Type.Array(Type.Number())),
  },
  strict,
);
