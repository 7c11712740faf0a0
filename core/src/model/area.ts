import { type Static, Type } from 'typebox';
import { MultiPolygonSchema } from './geometry.ts';
import { AreaIdSchema } from './ids.ts';
import { LocalizedTextSchema } from './text.ts';

const areaSummary = {
  id: AreaIdSchema,
  name: LocalizedTextSchema,
  note: Type.Union([LocalizedTextSchema, Type.Null()]),
  estimated: Type.Boolean({ description: 'The boundary is an estimate, not the official one' }),
  timeZone: Type.String({ description: 'IANA time zone' }),
  areaKm2: Type.Number({ description: 'Area of the boundary on the ellipsoid, km²' }),
  bbox: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'West, south, east, north' }),
  villages: Type.Object(
    { located: Type.Integer(), unlocated: Type.Integer() },
    { description: 'How many villages have a location and how many need one' },
  ),
  attribution: LocalizedTextSchema,
};

export const AreaSummarySchema = Type.Object(areaSummary);
export type AreaSummary = Static<typeof AreaSummarySchema>;

export const AreaSchema = Type.Object({ ...areaSummary, boundary: MultiPolygonSchema });
export type Area = Static<typeof AreaSchema>;
