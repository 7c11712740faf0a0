import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import { MissingVillageIdSchema, VillageIdSchema } from './ids.ts';
import { LocalizedTextSchema } from './text.ts';

const Words = Type.String({
  minLength: 1,
  maxLength: 300,
  pattern: '\\S',
  description: 'What helps to find it; nothing about persons',
});
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Place = Type.Union([PositionSchema, Type.Null()], { description: 'Null: not known' });
const Count = Type.Integer({ minimum: 1, description: 'How many reported it' });

/** What `POST …/missing-villages` takes: a village that is not among those that are known. */
export const MissingVillageReportSchema = Type.Object(
  { name: { ...Name, description: 'As it was typed' }, location: Place, words: Type.Optional(Words) },
  { additionalProperties: false },
);
export type MissingVillageReport = Static<typeof MissingVillageReportSchema>;

/** A village that people reported as missing: reports of one name nearby are one. */
export const MissingVillageSchema = Type.Object(
  {
    id: MissingVillageIdSchema,
    name: Name,
    location: Place,
    words: Type.Array(Words, { description: 'What those said who reported it, as far as it differs' }),
    reports: Count,
    reportedAt: Type.String({ format: 'date-time', description: 'When it was reported last; UTC' }),
    version: Type.Integer({ description: 'Grows with every report; the ETag' }),
  },
  { title: 'MissingVillage' },
);
export type MissingVillage = Static<typeof MissingVillageSchema>;

/** What `POST …/villages` takes: a village to be added to those that are known. */
export const NewVillageSchema = Type.Object(
  {
    name: LocalizedTextSchema,
    centre: Type.Union([VillageIdSchema, Type.Null()], { description: 'Null: not on record' }),
    location: Place,
  },
  { additionalProperties: false },
);
export type NewVillage = Static<typeof NewVillageSchema>;

/** What `POST …/missing-villages/{missing}/settlement` takes: one of three answers. */
export const SettlementSchema = Type.Union([
  Type.Object(
    { answer: Type.Literal('village'), village: NewVillageSchema },
    { additionalProperties: false, description: 'It is added to the villages' },
  ),
  Type.Object(
    { answer: Type.Literal('alias'), village: VillageIdSchema, name: Name },
    { additionalProperties: false, description: 'It is a known village, found by this name too from now on' },
  ),
  Type.Object(
    {
      answer: Type.Literal('dismissed'),
      reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    },
    { additionalProperties: false, description: 'It is none' },
  ),
]);
export type Settlement = Static<typeof SettlementSchema>;
