import { type Static, Type } from 'typebox';
import { MultiPolygonSchema, PolygonalSchema } from './geometry.ts';
import {
  AreaIdSchema,
  type AssociationId,
  AssociationIdSchema,
  InitiativeIdSchema,
  MilestoneIdSchema,
  PartyIdSchema,
  TargetIdSchema,
} from './ids.ts';
import { KnownCountSchema, type KnownNeed, KnownNeedSchema, RoundSchema } from './need.ts';
import { AnswerSchema, type Standing, StandingSchema } from './proposal.ts';
import { LocalizedTextSchema } from './text.ts';

/** What associations bring to an initiative: money in the area's currency, people by their number, goods by what they are worth. */
export const RESOURCES = ['money', 'people', 'goods'] as const;
export type Resource = (typeof RESOURCES)[number];

const Day = Type.String({ format: 'date', description: 'A day in the time zone of the area' });
const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Title = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Prose = Type.String({
  minLength: 1,
  maxLength: 5000,
  pattern: '\\S',
  description: 'In the language it was written in',
});
const Line = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const LineOrNone = Type.Union([Line, Type.Null()]);
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Amount = Type.Integer({
  minimum: 0,
  maximum: 1_000_000_000,
  description: 'Money and goods in the currency of the area, people by their number',
});
const strict = { additionalProperties: false };

const ShareSchema = Type.Object(
  {
    association: PartyIdSchema,
    resource: Type.Unsafe<Resource>(Type.Union(RESOURCES.map((one) => Type.Literal(one)))),
    amount: Type.Unsafe<number>({ ...Amount, minimum: 1 }),
    note: Type.Unsafe<string | null>({ ...LineOrNone, description: 'What it is; null: no more is said' }),
  },
  strict,
);

const content = {
  title: Title,
  purpose: Prose,
  lead: PartyIdSchema,
  partners: Type.Array(PartyIdSchema, { minItems: 1, maxItems: 50, uniqueItems: true }),
  villages: Type.Array(TargetIdSchema, {
    maxItems: 500,
    uniqueItems: true,
    description:
      'Villages it is for, besides those in `place`; of other areas where an association of theirs is a partner',
  }),
  people: Type.Object(
    { orphans: Count, widows: Count, families: Count },
    { ...strict, description: 'How many of each kind it means to reach' },
  ),
  budget: Type.Object({ money: Amount, people: Amount, goods: Amount }, strict),
  shares: Type.Array(ShareSchema, { maxItems: 200, description: 'What each association brings' }),
  milestones: Type.Array(Type.Object({ id: MilestoneIdSchema, title: Line, dueOn: Day }, strict), {
    maxItems: 100,
  }),
  risks: Type.Array(Type.Object({ text: Line, answer: LineOrNone }, strict), { maxItems: 50 }),
};

/** What `POST …/initiatives` and `PUT …/initiatives/{initiative}` take: all that associations approve. */
export const InitiativeInputSchema = Type.Object(
  {
    ...content,
    lead: Type.Unsafe<AssociationId>({ ...AssociationIdSchema, description: 'Of the area that keeps it' }),
    place: Type.Union([PolygonalSchema, Type.Null()], { description: 'Drawn on the map' }),
  },
  strict,
);
export type InitiativeInput = Static<typeof InitiativeInputSchema>;

/** All that associations approve of an initiative, and nothing else. */
export const InitiativeContentSchema = Type.Object(
  { ...content, place: Type.Union([MultiPolygonSchema, Type.Null()]) },
  { ...strict, title: 'InitiativeContent' },
);
export type InitiativeContent = Static<typeof InitiativeContentSchema>;

/** How far a milestone has come. */
const MilestoneProgressSchema = Type.Object({
  milestone: MilestoneIdSchema,
  reachedOn: Day,
  evidence: LineOrNone,
});
export type MilestoneProgress = Static<typeof MilestoneProgressSchema>;

/** Why an initiative wants attention. */
export const InitiativeTroubleSchema = Type.Union([
  Type.Object({ kind: Type.Literal('late'), milestone: MilestoneIdSchema, dueOn: Day }),
  Type.Object({
    kind: Type.Literal('short'),
    resource: Type.Unsafe<Resource>(Type.Union(RESOURCES.map((one) => Type.Literal(one)))),
    missing: Type.Integer({ minimum: 1 }),
  }),
]);
export type InitiativeTrouble = Static<typeof InitiativeTroubleSchema>;

/** How each that takes part stands to the present content, as a standing to a proposal. */
const PartyStandingSchema = Type.Unsafe<Standing>(
  Type.Object({
    ...StandingSchema.properties,
    association: PartyIdSchema,
    answer: Type.Union([
      Type.Object({ ...AnswerSchema.properties, association: PartyIdSchema }),
      Type.Null(),
    ]),
  }),
);

const called = {
  area: Type.Object({ id: AreaIdSchema, name: LocalizedTextSchema }),
  name: LocalizedTextSchema,
};

const fields = {
  id: InitiativeIdSchema,
  area: Type.Unsafe<Static<typeof AreaIdSchema>>({
    ...AreaIdSchema,
    description: 'The area of its lead, which keeps it',
  }),
  content: InitiativeContentSchema,
  contentHash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Names the content; SHA-256' }),
  revision: Type.Integer({ description: 'From 1; grows when the content changes' }),
  standings: Type.Array(PartyStandingSchema, {
    description: 'How the lead and each partner stand to the present content',
  }),
  elsewhere: Type.Object(
    {
      associations: Type.Array(Type.Object({ id: PartyIdSchema, ...called })),
      villages: Type.Array(Type.Object({ id: TargetIdSchema, ...called })),
    },
    {
      description:
        'What those are called that are named in it and are of other areas than the one it is read in',
    },
  ),
  progress: Type.Array(MilestoneProgressSchema, { description: 'The milestones that are reached' }),
  troubles: Type.Array(InitiativeTroubleSchema, {
    description: 'Why it is off track today; empty: it is not',
  }),
  openedAt: Instant,
  version: Type.Integer({ description: 'Grows with every change and answer; the ETag' }),
};

/** A joint initiative, one variant per state. */
export const InitiativeSchema = Type.Union(
  [
    Type.Object({
      ...fields,
      state: Type.Union([
        Type.Literal('idea'),
        Type.Literal('proposed'),
        Type.Literal('agreed'),
        Type.Literal('running'),
      ]),
    }),
    Type.Object({ ...fields, state: Type.Literal('done'), endedAt: Instant }),
    Type.Object({ ...fields, state: Type.Literal('stopped'), endedAt: Instant, reason: Prose }),
  ],
  { title: 'Initiative' },
);
export type Initiative = Static<typeof InitiativeSchema>;
export type InitiativeState = Initiative['state'];
export const INITIATIVE_STATES = ['idea', 'proposed', 'agreed', 'running', 'done', 'stopped'] as const;

/** What `POST …/initiatives/{initiative}/state` takes. */
export const InitiativeMoveSchema = Type.Object(
  { to: Type.Union([Type.Literal('proposed'), Type.Literal('running'), Type.Literal('done')]) },
  strict,
);
export type InitiativeMove = Static<typeof InitiativeMoveSchema>;

/** What stopping an initiative, or leaving it, takes. */
export const InitiativeEndSchema = Type.Object({ reason: Prose }, strict);

/** What `PUT …/milestones/{milestone}` takes. */
export const MilestoneInputSchema = Type.Object(
  {
    reachedOn: Type.Union([Day, Type.Null()], { description: 'Null: not reached after all' }),
    evidence: LineOrNone,
  },
  strict,
);
export type MilestoneInput = Static<typeof MilestoneInputSchema>;

/** People reached, as whoever asks may know it. */
export const ReachedSchema = Type.Object({
  villages: Type.Array(
    Type.Object({ village: TargetIdSchema, round: RoundSchema, ...KnownNeedSchema.properties }),
  ),
  total: Type.Unsafe<KnownNeed>({
    ...KnownNeedSchema,
    description: 'No more than what is known of the single villages',
  }),
});
export type Reached = Static<typeof ReachedSchema>;

const Carried = Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unsure')], {
  description: '`unsure`: counts known in bands, or a capacity that is not stated, leave it open',
});
export type Carried = Static<typeof Carried>;

/** Why an initiative is joint: the orphans in its villages against what each can carry alone, and what all together. */
export const JointNeedSchema = Type.Object({
  need: KnownCountSchema,
  villages: Type.Object({ counted: Type.Integer(), uncounted: Type.Integer() }),
  parties: Type.Array(
    Type.Object({
      association: PartyIdSchema,
      capacity: Type.Union([Type.Integer(), Type.Null()], { description: 'Null: not stated' }),
      free: Type.Union([KnownCountSchema, Type.Null()], {
        description: 'Of the capacity, what its other villages leave; null: not known',
      }),
      carries: Carried,
    }),
  ),
  together: Type.Object({ free: KnownCountSchema, carries: Carried }),
});
export type JointNeed = Static<typeof JointNeedSchema>;
