import { type Static, Type } from 'typebox';
import { CoverageStatusSchema, SliverThresholdsSchema } from '../model/coverage.ts';
import { MultiPolygonSchema, PolygonSchema, PositionSchema } from '../model/geometry.ts';
import {
  ActionIdSchema,
  AreaIdSchema,
  type AssociationId,
  AssociationIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  type VillageId,
  VillageIdSchema,
} from '../model/ids.ts';
import { KnownNeedSchema, RoundSchema } from '../model/need.ts';
import type { PlanState } from '../model/plan.ts';
import { OPEN_PROPOSAL_STATES, type OpenProposalState } from '../model/proposal.ts';
import { zoneTerms } from '../model/shared-zone.ts';
import { LocalizedTextSchema } from '../model/text.ts';
import { VILLAGE_KINDS } from '../model/village.ts';

/*
 * One model for every form of a report. What is named in it by an id stands in `associations` or `villages` with its name.
 * All figures are rounded here, so that every form says the same.
 */

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Day = Type.String({ format: 'date', description: 'A day in the time zone of the area' });
const Km2 = Type.Number({
  description: 'km² on the ellipsoid, to the square metre; shown with two decimals',
});
const Km = Type.Number({ description: 'km on the ellipsoid, one decimal' });
const Percent = Type.Number({ description: 'One decimal' });
const Count = Type.Integer({ minimum: 0 });
const Villages = Type.Unsafe<VillageId[]>(Type.Array(VillageIdSchema));
const Associations = Type.Unsafe<AssociationId[]>(Type.Array(AssociationIdSchema));
const orNull = <T extends Parameters<typeof Type.Array>[0]>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const Need = orNull(
  KnownNeedSchema,
  'Of what is counted; null: nothing is, or whoever asked may not know it',
);

/** A share of a capacity in percent, as closely as the need is known. */
const LoadSchema = Type.Object({
  least: Percent,
  most: orNull(Percent, 'Null: or any share above'),
});
export type ReportLoad = Static<typeof LoadSchema>;
const Load = orNull(LoadSchema, 'Need over capacity; null: one of them is not known');

const PLAN_STATES = ['draft', 'proposed', 'withdrawn', 'scheduled', 'in-force', 'superseded'] as const;
const ReportedPlanSchema = Type.Object({
  id: PlanIdSchema,
  number: Type.Integer(),
  title: LocalizedTextSchema,
  state: Type.Unsafe<PlanState>(Type.Union(PLAN_STATES.map((state) => Type.Literal(state)))),
  example: Type.Boolean({ description: 'Example data, not agreed by anyone' }),
  version: Type.Integer(),
  inForceFrom: orNull(Instant, 'Null: it was never in force'),
  inForceTo: orNull(Instant, 'Null: no end is known'),
  contentHash: Type.String({ description: 'SHA-256 of the canonical content: what signatures name' }),
});
export type ReportedPlan = Static<typeof ReportedPlanSchema>;

const needByStatus = {
  total: KnownNeedSchema,
  covered: KnownNeedSchema,
  overlap: KnownNeedSchema,
  gap: KnownNeedSchema,
  outside: KnownNeedSchema,
  unlocated: KnownNeedSchema,
};

const SummarySchema = Type.Object({
  areaKm2: Km2,
  coveredOnceKm2: Km2,
  sharedKm2: Km2,
  overlapKm2: Km2,
  gapKm2: Km2,
  outsideKm2: Km2,
  percent: Type.Object(
    { coveredOnce: Percent, shared: Percent, overlap: Percent, gap: Percent },
    { description: 'Of the area' },
  ),
  villages: Type.Object({
    total: Count,
    covered: Type.Integer({ description: 'By one association, or by several who agreed' }),
    overlap: Count,
    gap: Count,
    outside: Count,
    unlocated: Count,
  }),
  need: orNull(
    Type.Object(needByStatus),
    'Sums of what is known of each village; null: nothing may be known',
  ),
  uncounted: orNull(Count, 'Villages whose need is not counted; null: that may not be known'),
  gaps: Count,
  overlaps: Count,
  sharedPlaces: Count,
  slivers: Count,
});
export type ReportSummary = Static<typeof SummarySchema>;

const SeatNearSchema = Type.Object({
  association: AssociationIdSchema,
  distanceKm: orNull(
    Km,
    'From its seat to the villages of the gap, their mean; to its nearest edge where it has none. Null: the seat has no location',
  ),
  loadNow: Load,
  loadAfter: Type.Union([LoadSchema, Type.Null()], { description: 'If it took the whole gap' }),
});
export type ReportSeatNear = Static<typeof SeatNearSchema>;

const place = {
  number: Type.Integer({ description: 'From 1, the most pressing first' }),
  id: Type.String({ description: 'As in the coverage of the plan' }),
  areaKm2: Km2,
  box: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'West, south, east, north' }),
  villages: Villages,
  need: Need,
};

/** Ranked by what is known of the people in need, then by villages, then by km². */
const GapSchema = Type.Object({
  ...place,
  seats: Type.Array(SeatNearSchema, { description: 'The nearest first' }),
});
export type ReportGap = Static<typeof GapSchema>;

const OverlapSchema = Type.Object({ ...place, associations: Associations });
export type ReportOverlap = Static<typeof OverlapSchema>;

const SharedPlaceSchema = Type.Object({
  ...place,
  ...zoneTerms,
  zone: Type.String(),
  endsSoon: Type.Boolean({ description: 'Within thirty days' }),
});
export type ReportSharedPlace = Static<typeof SharedPlaceSchema>;

const OPEN_TIMINGS = ['later', 'soon', 'late'] as const;
type OpenTiming = (typeof OPEN_TIMINGS)[number];

const SheetSchema = Type.Object({
  id: AssociationIdSchema,
  name: LocalizedTextSchema,
  seat: Type.Object({
    name: LocalizedTextSchema,
    location: Type.Union([PositionSchema, Type.Null()]),
  }),
  phone: Type.Union([Type.String(), Type.Null()]),
  colour: Type.Integer({ minimum: 0, description: 'Place in the palette, from 0' }),
  capacity: Type.Union([Type.Integer(), Type.Null()], { description: 'Orphans; null: not stated' }),
  areaKm2: Km2,
  coveredOnceKm2: Km2,
  sharedKm2: Km2,
  overlapKm2: Km2,
  outsideKm2: Km2,
  percentOfArea: Percent,
  villages: Type.Object({ total: Count, covered: Count, shared: Count, overlap: Count }),
  centres: Type.Array(
    Type.Object({
      centre: orNull(VillageIdSchema, 'Null: no centre is on record for these'),
      villages: Villages,
      need: Need,
    }),
  ),
  need: Need,
  uncounted: orNull(Count, 'Villages whose need is not counted; null: that may not be known'),
  load: Load,
  distances: orNull(
    Type.Object({
      meanKm: Km,
      p95Km: Km,
      farthestKm: Km,
      bins: Type.Array(Type.Object({ fromKm: Type.Number(), toKm: Type.Number(), villages: Count }), {
        description: 'How many villages are so far from the seat; the same bins on every sheet',
      }),
    }),
    'From the seat; null: it has no location, or no village is covered',
  ),
  perimeterKm: Km,
  parts: Type.Integer({ description: 'Pieces that hang together; 0: nothing is drawn' }),
  largestPart: orNull(Percent, 'Share of the area in its largest part'),
  compactness: orNull(
    Type.Object({ polsbyPopper: Type.Number(), reock: Type.Number(), hullRatio: Type.Number() }),
    'From 0 to 1, two decimals',
  ),
  proposals: orNull(
    Type.Array(
      Type.Object({
        id: ProposalIdSchema,
        title: LocalizedTextSchema,
        state: Type.Unsafe<OpenProposalState>(
          Type.Union(OPEN_PROPOSAL_STATES.map((state) => Type.Literal(state))),
        ),
      }),
    ),
    'Open ones that it made or that affect it; null: that may not be known',
  ),
  actions: orNull(
    Type.Array(
      Type.Object({
        id: ActionIdSchema,
        title: Type.String({ description: 'In its present words' }),
        owner: Type.Union([Type.String(), Type.Null()], {
          description: 'The person; null: the association as a whole, or it is not known who it was then',
        }),
        dueOn: Day,
        timing: Type.Unsafe<OpenTiming>(Type.Union(OPEN_TIMINGS.map((timing) => Type.Literal(timing)))),
      }),
    ),
    'Open ones that it is to see to, the first due first; null: that may not be known',
  ),
});
export type ReportSheet = Static<typeof SheetSchema>;

const ReportVillageSchema = Type.Object({
  id: VillageIdSchema,
  name: LocalizedTextSchema,
  kind: Type.Unsafe<(typeof VILLAGE_KINDS)[number]>(
    Type.Union(VILLAGE_KINDS.map((kind) => Type.Literal(kind))),
  ),
  centre: Type.Union([VillageIdSchema, Type.Null()]),
  location: Type.Union([PositionSchema, Type.Null()]),
  status: CoverageStatusSchema,
  associations: Type.Unsafe<AssociationId[]>({
    ...Associations,
    description: 'Several of a covered one: they agreed to share it, and the lead is first',
  }),
  seatKm: orNull(Km, 'From the seat of the first of its associations; null: not known'),
  round: orNull(RoundSchema, 'In which its need was counted; null: not counted, or not to be known'),
  need: orNull(KnownNeedSchema, 'Null: not counted, or not to be known'),
});
export type ReportVillage = Static<typeof ReportVillageSchema>;

const TURNS = ['gap-closed', 'gap-opened', 'overlap-closed', 'overlap-opened'] as const;
/** Ground that became a gap or an overlap, or is none any more. */
const TurnSchema = Type.Object({
  turn: Type.Unsafe<(typeof TURNS)[number]>(Type.Union(TURNS.map((turn) => Type.Literal(turn)))),
  before: Associations,
  after: Associations,
  areaKm2: Km2,
  villages: Villages,
});
export type ReportTurn = Static<typeof TurnSchema>;

const ProgressSchema = Type.Object({
  since: Instant,
  sinceDay: Day,
  plan: ReportedPlanSchema,
  summary: Type.Unsafe<Static<typeof SummarySchema>>({ ...SummarySchema, description: 'As it was then' }),
  villages: Type.Array(Type.Object({ village: VillageIdSchema, before: Associations, after: Associations }), {
    description: 'Those that changed hands',
  }),
  changedKm2: Km2,
  exchanges: Type.Array(
    Type.Object({
      from: orNull(AssociationIdSchema, 'Null: nobody loses it'),
      to: orNull(AssociationIdSchema, 'Null: nobody wins it'),
      areaKm2: Km2,
    }),
  ),
  turns: Type.Array(TurnSchema, { description: 'Largest first' }),
  timeline: Type.Array(
    Type.Object({
      day: Day,
      from: Instant,
      plan: Type.Object({ id: PlanIdSchema, number: Type.Integer(), title: LocalizedTextSchema }),
      percent: SummarySchema.properties.percent,
      villages: SummarySchema.properties.villages,
    }),
    { description: 'One point for each plan in force from the first day to the second' },
  ),
});
export type ReportProgress = Static<typeof ProgressSchema>;

/** The coverage of a plan as of a day, for people: every form of the report is made of this. */
export const ReportSchema = Type.Object(
  {
    form: Type.Literal('nitaq-report-1'),
    area: Type.Object({
      id: AreaIdSchema,
      name: LocalizedTextSchema,
      note: Type.Union([LocalizedTextSchema, Type.Null()]),
      estimated: Type.Boolean({ description: 'The boundary is an estimate, not the official one' }),
      timeZone: Type.String(),
      bbox: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
    }),
    plan: ReportedPlanSchema,
    at: Instant,
    day: Day,
    madeAt: Instant,
    knowledge: Type.Union([Type.Literal('public'), Type.Literal('shared'), Type.Literal('own')], {
      description:
        'What is told of the need: nothing; what everybody with a role may know; and the counts of one’s own association',
    }),
    summary: SummarySchema,
    progress: orNull(ProgressSchema, 'Null: no earlier day was asked about'),
    gaps: Type.Array(GapSchema),
    overlaps: Type.Array(OverlapSchema),
    shared: Type.Array(SharedPlaceSchema, { description: 'Places that are shared by agreement' }),
    associations: Type.Array(SheetSchema),
    villages: Type.Array(ReportVillageSchema, { description: 'In the order of their Arabic names' }),
    method: Type.Object({
      thresholds: SliverThresholdsSchema,
      sliversKm2: Km2,
      sources: Type.Array(LocalizedTextSchema, { description: 'Sources and licences of the data' }),
    }),
  },
  { title: 'Report' },
);
export type Report = Static<typeof ReportSchema>;

function placesOf<T extends Parameters<typeof Type.Object>[0]>(
  geometry: typeof PolygonSchema,
  properties: T,
) {
  return Type.Array(Type.Object({ ...properties, geometry }));
}
const numbered = { number: Type.Integer(), associations: Associations };

/** What the maps of a report are drawn of; kept apart, so that the report stays readable. */
export const ReportShapesSchema = Type.Object({
  boundary: MultiPolygonSchema,
  land: orNull(MultiPolygonSchema, 'Null: none was imported'),
  territories: Type.Array(Type.Object({ association: AssociationIdSchema, geometry: MultiPolygonSchema })),
  gaps: placesOf(PolygonSchema, numbered),
  overlaps: placesOf(PolygonSchema, numbered),
  shared: placesOf(PolygonSchema, numbered),
});
export type ReportShapes = Static<typeof ReportShapesSchema>;

/** A report with what its maps are drawn of. */
export interface DrawnReport {
  readonly report: Report;
  readonly shapes: ReportShapes;
}
