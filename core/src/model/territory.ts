import { type Static, Type } from 'typebox';
import { MultiPolygonSchema, PolygonalSchema, PolygonSchema } from './geometry.ts';
import { AssociationIdSchema, PlanIdSchema } from './ids.ts';

export const TerritoryFeatureSchema = Type.Object(
  {
    type: Type.Literal('Feature'),
    id: AssociationIdSchema,
    geometry: Type.Union([MultiPolygonSchema, Type.Null()], { description: 'Null: nothing drawn yet' }),
    properties: Type.Object({
      association: AssociationIdSchema,
      areaKm2: Type.Number({ description: 'Area on the ellipsoid, km²' }),
      version: Type.Integer({ description: 'Grows with every change; the ETag of the territory' }),
    }),
  },
  { title: 'TerritoryFeature' },
);
export type TerritoryFeature = Static<typeof TerritoryFeatureSchema>;

export const TerritoryCollectionSchema = Type.Object({
  type: Type.Literal('FeatureCollection'),
  plan: PlanIdSchema,
  version: Type.Integer({ description: 'Content version of the plan' }),
  features: Type.Array(TerritoryFeatureSchema),
});
export type TerritoryCollection = Static<typeof TerritoryCollectionSchema>;

/** What `PUT …/territories/{association}` takes: a geometry, or a Feature around one. */
export const TerritoryInputSchema = Type.Union([
  PolygonalSchema,
  Type.Object({
    type: Type.Literal('Feature'),
    id: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    geometry: PolygonalSchema,
    properties: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
    bbox: Type.Optional(Type.Array(Type.Number())),
  }),
]);
export type TerritoryInput = Static<typeof TerritoryInputSchema>;

/** What `PATCH …/territories` takes: one edit of several territories, which is saved as a whole or not at all. */
export const TerritoriesEditSchema = Type.Object(
  {
    territories: Type.Array(
      Type.Object(
        {
          association: AssociationIdSchema,
          version: Type.Integer({
            minimum: 1,
            maximum: 2 ** 31 - 1,
            description: 'The version of the territory that the edit was made on',
          }),
          geometry: Type.Union([PolygonSchema, MultiPolygonSchema, Type.Null()], {
            description: 'Null empties the territory',
          }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 500, description: 'No association twice' },
    ),
  },
  { additionalProperties: false },
);
export type TerritoriesEdit = Static<typeof TerritoriesEditSchema>;

/** The territory of one association: what every coverage computation works on. */
export interface Territory {
  readonly association: Static<typeof AssociationIdSchema>;
  readonly geometry: Static<typeof MultiPolygonSchema>;
}
