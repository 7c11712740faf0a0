import { type Static, type TProperties, Type } from 'typebox';
import { PointSchema, PolygonalSchema, PolygonSchema } from './geometry.ts';
import {
  AreaIdSchema,
  AssociationIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  VillageIdSchema,
  ZoneIdSchema,
} from './ids.ts';
import { zoneTerms } from './shared-zone.ts';
import { LocalizedTextSchema } from './text.ts';

export const COVERAGE_STATUSES = ['covered', 'overlap', 'gap', 'outside', 'unlocated'] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];
export const CoverageStatusSchema = Type.Unsafe<CoverageStatus>(
  Type.Union(COVERAGE_STATUSES.map((status) => Type.Literal(status))),
);

/** Thresholds below which a gap or an overlap is a sliver, in metres and square metres. */
export const SliverThresholdsSchema = Type.Object({
  minWidthM: Type.Number({ minimum: 0, description: 'Mean width (2 · area / perimeter) of a sliver, m' }),
  minAreaM2: Type.Number({ minimum: 0, description: 'Area of a sliver, m²' }),
});
export type SliverThresholds = Static<typeof SliverThresholdsSchema>;

function featureCollectionOf<P extends TProperties>(properties: P) {
  return Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        id: Type.String(),
        geometry: PolygonSchema,
        properties: Type.Object(properties),
      }),
    ),
  });
}

const faceProperties = {
  associations: Type.Array(AssociationIdSchema, { description: 'Who claims it; empty for a gap' }),
  areaKm2: Type.Number({ description: 'Area on the ellipsoid, km²' }),
  meanWidthM: Type.Number({ description: '2 · area / perimeter, m' }),
  villages: Type.Array(VillageIdSchema, { description: 'The villages in it' }),
};
export const FaceCollectionSchema = featureCollectionOf(faceProperties);
export type FaceCollection = Static<typeof FaceCollectionSchema>;
export type FaceFeature = FaceCollection['features'][number];

const { lead, partners, services, endsOn } = zoneTerms;
const endsSoon = Type.Boolean({ description: 'It ends within thirty days: agree anew, or divide it' });
/** Overlaps that are agreed: no error until their end. */
export const SharedCollectionSchema = featureCollectionOf({
  ...faceProperties,
  associations: Type.Array(AssociationIdSchema, { description: 'The lead first, then the partners' }),
  zone: ZoneIdSchema,
  lead,
  partners,
  services,
  endsOn,
  endsSoon,
});
export type SharedCollection = Static<typeof SharedCollectionSchema>;
export type SharedFeature = SharedCollection['features'][number];

export const SliverCollectionSchema = featureCollectionOf({
  kind: Type.Union([Type.Literal('gap'), Type.Literal('overlap')]),
  ...faceProperties,
});
export type SliverCollection = Static<typeof SliverCollectionSchema>;
export type SliverFeature = SliverCollection['features'][number];

export const CoverageTotalsSchema = Type.Object(
  {
    areaKm2: Type.Number({ description: 'The area itself' }),
    coveredOnceKm2: Type.Number(),
    sharedKm2: Type.Number({ description: 'Claimed by several who agreed to share it' }),
    overlapKm2: Type.Number({
      description: 'Claimed by several otherwise; a place once, however many claim it',
    }),
    gapKm2: Type.Number(),
    outsideKm2: Type.Number({ description: 'Territory beyond the area' }),
  },
  { description: 'On the ellipsoid, slivers included: area = covered once + shared + overlap + gap' },
);
export type CoverageTotals = Static<typeof CoverageTotalsSchema>;

export const VillageCoverageSchema = Type.Object({
  id: VillageIdSchema,
  status: CoverageStatusSchema,
  associations: Type.Array(AssociationIdSchema, {
    description: 'Several of a covered one: they agreed to share it, and the lead is first',
  }),
});
export type VillageCoverage = Static<typeof VillageCoverageSchema>;

export const TerritoryTotalsSchema = Type.Object(
  {
    association: AssociationIdSchema,
    areaKm2: Type.Number({ description: 'The territory, with what lies beyond the area' }),
    coveredOnceKm2: Type.Number({ description: 'Within the area and claimed by nobody else' }),
    sharedKm2: Type.Number({ description: 'Within the area and shared with others by agreement' }),
    overlapKm2: Type.Number({ description: 'Within the area and claimed by others too' }),
    outsideKm2: Type.Number({ description: 'Beyond the area' }),
    villages: Type.Object({
      covered: Type.Integer({ description: 'Villages that this association alone covers' }),
      shared: Type.Integer({ description: 'Villages that it covers with others by agreement' }),
      overlap: Type.Integer({ description: 'Villages that others claim too' }),
    }),
  },
  { description: 'What each territory amounts to: its area = covered once + shared + overlap + outside' },
);
export type TerritoryTotals = Static<typeof TerritoryTotalsSchema>;

/** Gaps, overlaps, shared places and slivers are each ordered largest first. */
export const CoverageAssessmentSchema = Type.Object({
  gaps: FaceCollectionSchema,
  overlaps: FaceCollectionSchema,
  shared: SharedCollectionSchema,
  slivers: SliverCollectionSchema,
  totals: CoverageTotalsSchema,
  territories: Type.Array(TerritoryTotalsSchema, { description: 'In the order of the association ids' }),
  villages: Type.Array(VillageCoverageSchema),
});
export type CoverageAssessment = Static<typeof CoverageAssessmentSchema>;

/** What `GET …/plans/{plan}/coverage` answers. */
export const CoverageReportSchema = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  version: Type.Integer(),
  thresholds: SliverThresholdsSchema,
  ...CoverageAssessmentSchema.properties,
});
export type CoverageReport = Static<typeof CoverageReportSchema>;

/** What `POST /coverage/analyse` takes. */
export const AnalyseRequestSchema = Type.Object(
  {
    area: Type.Optional(PolygonalSchema),
    territories: Type.Object({
      type: Type.Literal('FeatureCollection'),
      features: Type.Array(
        Type.Object({
          type: Type.Literal('Feature'),
          id: AssociationIdSchema,
          geometry: PolygonalSchema,
          properties: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
        }),
        { maxItems: 500 },
      ),
    }),
    villages: Type.Optional(
      Type.Object({
        type: Type.Literal('FeatureCollection'),
        features: Type.Array(
          Type.Object({
            type: Type.Literal('Feature'),
            id: VillageIdSchema,
            geometry: Type.Union([PointSchema, Type.Null()]),
            properties: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
          }),
          { maxItems: 20_000 },
        ),
      }),
    ),
    minWidthM: Type.Optional(Type.Number({ minimum: 0 })),
    minAreaM2: Type.Optional(Type.Number({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type AnalyseRequest = Static<typeof AnalyseRequestSchema>;

/** The answer to *which association covers …* */
export const CoverageAnswerSchema = Type.Object({
  status: CoverageStatusSchema,
  associations: Type.Array(Type.Object({ id: AssociationIdSchema, name: LocalizedTextSchema })),
  shared: Type.Optional(
    Type.Object(
      { zone: ZoneIdSchema, lead, partners, services, endsOn, endsSoon },
      { description: 'Covered by several who agreed to share the place' },
    ),
  ),
  area: Type.Union([AreaIdSchema, Type.Null()], { description: 'Null: the point lies in no area' }),
  plan: Type.Union([PlanIdSchema, Type.Null()], { description: 'Null: no plan was in force' }),
  version: Type.Union([Type.Integer(), Type.Null()]),
  since: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'From when the plan is in force that says so; an earlier plan may have said the same',
    }),
  ),
  decision: Type.Optional(
    Type.Object(
      {
        plan: PlanIdSchema,
        number: Type.Integer(),
        title: LocalizedTextSchema,
        proposal: Type.Union([ProposalIdSchema, Type.Null()], {
          description: 'The proposal that all who were affected signed; null: the plan was imported',
        }),
      },
      { description: 'By what it is so' },
    ),
  ),
  at: Type.String({ format: 'date-time' }),
  village: Type.Optional(
    Type.Object({
      id: VillageIdSchema,
      name: LocalizedTextSchema,
      lon: Type.Union([Type.Number(), Type.Null()]),
      lat: Type.Union([Type.Number(), Type.Null()]),
    }),
  ),
  nearest: Type.Optional(
    Type.Object(
      { association: AssociationIdSchema, distanceKm: Type.Number() },
      { description: 'In a gap: the nearest territory' },
    ),
  ),
  border: Type.Optional(
    Type.Object(
      { distanceM: Type.Number(), association: AssociationIdSchema },
      { description: 'Another association’s territory within 2 km' },
    ),
  ),
});
export type CoverageAnswer = Static<typeof CoverageAnswerSchema>;

/** What the numbers mean that the binary form of `POST /coverage/batch` answers. */
export const BatchLegendSchema = Type.Object({
  others: Type.Record(Type.String(), Type.String(), { description: 'The numbers below 1' }),
  plans: Type.Array(
    Type.Object({
      area: AreaIdSchema,
      plan: Type.Union([PlanIdSchema, Type.Null()]),
      version: Type.Union([Type.Integer(), Type.Null()]),
    }),
    { description: 'What is answered by' },
  ),
  associations: Type.Array(
    Type.Object({ area: AreaIdSchema, id: AssociationIdSchema, name: LocalizedTextSchema }),
    { description: 'The first has the number 1; a place that is shared by agreement has that of the lead' },
  ),
});
export type BatchLegend = Static<typeof BatchLegendSchema>;
