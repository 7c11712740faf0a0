import { type Static, Type } from 'typebox';
import { AssociationIdSchema, VillageIdSchema } from './ids.ts';

/** What is counted in a village. Never persons. */
export const NEED_KINDS = ['orphans', 'widows', 'families'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** The survey a count was made in; the greatest in the order of letters is the latest. */
export const RoundSchema = Type.String({
  pattern: '^[0-9]{4}(-[0-9]{2})?$',
  description: 'A year, or a year and a month: 2026-11',
});

/** What `PUT …/villages/{village}/need` takes. */
export const NeedInputSchema = Type.Object(
  { round: RoundSchema, orphans: Count, widows: Count, families: Count },
  { additionalProperties: false },
);
export type NeedInput = Static<typeof NeedInputSchema>;

/** A count as somebody may know it: exactly where `least` and `most` are equal, else only between them. */
export const KnownCountSchema = Type.Object(
  {
    least: Type.Integer(),
    most: Type.Union([Type.Integer(), Type.Null()], { description: 'Null: or any number above' }),
  },
  { title: 'KnownCount' },
);
export type KnownCount = Static<typeof KnownCountSchema>;

/** Counts of each kind as somebody may know them. */
export const KnownNeedSchema = Type.Object({
  orphans: KnownCountSchema,
  widows: KnownCountSchema,
  families: KnownCountSchema,
});
export type KnownNeed = Static<typeof KnownNeedSchema>;
const known = KnownNeedSchema.properties;

export const VillageNeedSchema = Type.Object({ village: VillageIdSchema, round: RoundSchema, ...known });
export const AssociationNeedSchema = Type.Object({ association: AssociationIdSchema, ...known });

/** What `GET …/areas/{area}/need` answers: as much as the person who asks may know. */
export const AreaNeedSchema = Type.Object({
  villages: Type.Array(VillageNeedSchema, { description: 'Counted villages, each in its latest round' }),
  associations: Type.Array(AssociationNeedSchema, {
    description: 'Totals of the villages that each association covers in the plan in force',
  }),
  shares: Type.Array(
    Type.Object({
      owner: AssociationIdSchema,
      reader: AssociationIdSchema,
      until: Type.String({ format: 'date-time' }),
    }),
    { description: 'Which association lets which other one see its exact counts, and until when' },
  ),
});
export type AreaNeed = Static<typeof AreaNeedSchema>;

/** What `PUT …/need/shares/{association}` takes: until when; null ends it now. */
export const NeedShareSchema = Type.Object(
  { until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]) },
  { additionalProperties: false },
);

/** What `PUT …/associations/{association}/capacity` takes. */
export const CapacitySchema = Type.Object(
  {
    capacity: Type.Union([Count, Type.Null()], { description: 'Orphans it can care for; null: not stated' }),
  },
  { additionalProperties: false },
);
