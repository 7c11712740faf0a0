import { type Static, Type } from 'typebox';

/** Longitude, latitude in degrees, WGS 84 (OGC:CRS84). A third number, the height, is accepted and dropped. */
export const PositionSchema = Type.Unsafe<Position>(
  Type.Array(Type.Number(), {
    minItems: 2,
    maxItems: 3,
    description: 'Longitude, latitude in degrees (WGS 84); a height is ignored',
  }),
);
export type Position = [longitude: number, latitude: number];

/** A closed ring: the last position repeats the first. Ranges and crossings are checked by `checkTerritory`. */
export type Ring = Position[];
const RingsSchema = Type.Array(Type.Array(PositionSchema));

export const PointSchema = Type.Object(
  { type: Type.Literal('Point'), coordinates: PositionSchema },
  { additionalProperties: false },
);
export type Point = Static<typeof PointSchema>;

export const PolygonSchema = Type.Object(
  { type: Type.Literal('Polygon'), coordinates: RingsSchema },
  { additionalProperties: false, description: 'GeoJSON Polygon: outer ring first, then holes' },
);
export type Polygon = Static<typeof PolygonSchema>;

export const MultiPolygonSchema = Type.Object(
  { type: Type.Literal('MultiPolygon'), coordinates: Type.Array(RingsSchema) },
  { additionalProperties: false, description: 'GeoJSON MultiPolygon' },
);
export type MultiPolygon = Static<typeof MultiPolygonSchema>;

/** What the API accepts as the geometry of a territory or an area. */
export const PolygonalSchema = Type.Union([PolygonSchema, MultiPolygonSchema]);
export type Polygonal = Static<typeof PolygonalSchema>;
