import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import {
  type AssociationId,
  AssociationIdSchema,
  CommentIdSchema,
  PersonIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  ThreadIdSchema,
  VillageIdSchema,
} from './ids.ts';
import { TitleInputSchema } from './plan.ts';
import { LocalizedTextSchema } from './text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Day = Type.String({ format: 'date', description: 'A day in the time zone of the area' });
const Associations = Type.Unsafe<AssociationId[]>(Type.Array(AssociationIdSchema));
/** Who did something, by the name they had then. */
export const DoerSchema = Type.Object({ person: PersonIdSchema, name: Type.String() });
export type Doer = Static<typeof DoerSchema>;

const ContentHash = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of the canonical form of a content',
});
const Prose = Type.String({
  minLength: 1,
  maxLength: 5000,
  pattern: '\\S',
  description: 'In the language it was written in',
});

/** One content of a proposal. Its plan never changes. */
export const RevisionSchema = Type.Object(
  {
    number: Type.Integer({ description: 'From 1' }),
    kind: Type.Union([Type.Literal('proposed'), Type.Literal('revised'), Type.Literal('rebased')]),
    plan: PlanIdSchema,
    base: Type.Union([PlanIdSchema, Type.Null()], {
      description: 'The plan in force that it would take the place of; null: none was',
    }),
    contentHash: ContentHash,
    affected: Type.Unsafe<AssociationId[]>({ ...Associations, description: 'Whose signatures it needs' }),
    unchangedFor: Type.Unsafe<AssociationId[]>({
      ...Associations,
      description: 'Whose signatures a rebase keeps, because nothing changed for them',
    }),
    by: DoerSchema,
    at: Instant,
  },
  { title: 'Revision' },
);
export type Revision = Static<typeof RevisionSchema>;

/** A signature or an objection of an association, to exactly one content. */
export const AnswerSchema = Type.Object(
  {
    association: AssociationIdSchema,
    answer: Type.Union([Type.Literal('signed'), Type.Literal('objected')]),
    revision: Type.Integer(),
    contentHash: ContentHash,
    reason: Type.Union([Prose, Type.Null()]),
    by: DoerSchema,
    at: Instant,
  },
  { title: 'Answer' },
);
export type Answer = Static<typeof AnswerSchema>;

/** How an association that is affected stands to the present content. */
export const StandingSchema = Type.Object(
  {
    association: AssociationIdSchema,
    standing: Type.Union(
      [Type.Literal('signed'), Type.Literal('objected'), Type.Literal('stale'), Type.Literal('silent')],
      { description: '`stale`: it answered to an earlier content. Silence is never consent' },
    ),
    answer: Type.Union([AnswerSchema, Type.Null()], { description: 'Its last answer; null: none yet' }),
  },
  { title: 'Standing' },
);
export type Standing = Static<typeof StandingSchema>;

/** A proposal, one variant per state. */
const proposalFields = {
  id: ProposalIdSchema,
  title: LocalizedTextSchema,
  reason: Prose,
  wishedFor: Type.Union([Day, Type.Null()], { description: 'From when it is wished to be in force' }),
  deadline: Type.Unsafe<string>({
    ...Instant,
    description: 'Until when it can be signed or objected to, UTC',
  }),
  counterTo: Type.Union([ProposalIdSchema, Type.Null()], { description: 'The proposal that it answers' }),
  revision: RevisionSchema,
  standings: Type.Array(StandingSchema, { description: 'Of everyone affected, in the order of their ids' }),
  association: Type.Unsafe<AssociationId>({ ...AssociationIdSchema, description: 'Whose proposal it is' }),
  openedBy: DoerSchema,
  openedAt: Instant,
  version: Type.Integer({ description: 'Grows with every change and answer; the ETag' }),
};
export const ProposalSchema = Type.Union(
  [
    Type.Object({
      ...proposalFields,
      state: Type.Union([
        Type.Literal('open'),
        Type.Literal('objected'),
        Type.Literal('agreed'),
        Type.Literal('stale'),
      ]),
    }),
    Type.Object({ ...proposalFields, state: Type.Literal('withdrawn'), withdrawnAt: Instant }),
    Type.Object({
      ...proposalFields,
      state: Type.Union([Type.Literal('scheduled'), Type.Literal('in-force')]),
      inForceFrom: Instant,
    }),
    Type.Object({
      ...proposalFields,
      state: Type.Literal('superseded'),
      inForceFrom: Instant,
      inForceTo: Instant,
    }),
  ],
  { title: 'Proposal' },
);
export type Proposal = Static<typeof ProposalSchema>;
export type ProposalState = Proposal['state'];

/** In which a proposal waits for answers, a revision or the council. */
export const OPEN_PROPOSAL_STATES = [
  'open',
  'objected',
  'agreed',
  'stale',
] as const satisfies readonly ProposalState[];
export type OpenProposalState = (typeof OPEN_PROPOSAL_STATES)[number];

/** What a thread is about. */
export const PinSchema = Type.Union(
  [
    Type.Object({ kind: Type.Literal('whole') }, { additionalProperties: false }),
    Type.Object({ kind: Type.Literal('place'), position: PositionSchema }, { additionalProperties: false }),
    Type.Object({ kind: Type.Literal('village'), village: VillageIdSchema }, { additionalProperties: false }),
    Type.Object(
      {
        kind: Type.Literal('border'),
        position: PositionSchema,
        associations: Type.Unsafe<AssociationId[]>(
          Type.Array(AssociationIdSchema, { minItems: 1, maxItems: 2, uniqueItems: true }),
        ),
      },
      { additionalProperties: false, description: 'The border at its place nearest to the position' },
    ),
  ],
  { description: 'What a thread is about' },
);
export type Pin = Static<typeof PinSchema>;

export const CommentSchema = Type.Object({
  id: CommentIdSchema,
  text: Prose,
  mentions: Type.Array(PersonIdSchema),
  by: DoerSchema,
  at: Instant,
});
export type Comment = Static<typeof CommentSchema>;

export const ThreadSchema = Type.Object(
  {
    id: ThreadIdSchema,
    pin: PinSchema,
    revision: Type.Integer({ description: 'The revision that it was begun on' }),
    resolved: Type.Boolean(),
    comments: Type.Array(CommentSchema, { description: 'The oldest first; at least one' }),
    version: Type.Integer({ description: 'Grows with every comment and when it is resolved; the ETag' }),
  },
  { title: 'Thread' },
);
export type Thread = Static<typeof ThreadSchema>;

/** What `POST …/proposals` takes. */
export const NewProposalSchema = Type.Object(
  {
    draft: Type.Unsafe<Static<typeof PlanIdSchema>>({
      ...PlanIdSchema,
      description: 'The draft that is put to the others',
    }),
    title: TitleInputSchema,
    reason: Prose,
    wishedFor: Type.Optional(Type.Union([Day, Type.Null()])),
    deadline: Type.String({ format: 'date-time', description: 'Until when it can be signed or objected to' }),
    counterTo: Type.Optional(ProposalIdSchema),
  },
  { additionalProperties: false },
);
export type NewProposal = Static<typeof NewProposalSchema>;

/** What `POST …/revisions` takes. */
export const NewRevisionSchema = Type.Object({ draft: PlanIdSchema }, { additionalProperties: false });
export type NewRevision = Static<typeof NewRevisionSchema>;

/** What `PUT …/answers/{association}` takes. */
export const NewAnswerSchema = Type.Union([
  Type.Object(
    { answer: Type.Literal('signed'), contentHash: ContentHash, reason: Type.Optional(Prose) },
    { additionalProperties: false },
  ),
  Type.Object(
    { answer: Type.Literal('objected'), contentHash: ContentHash, reason: Prose },
    { additionalProperties: false },
  ),
]);
export type NewAnswer = Static<typeof NewAnswerSchema>;

/** What `POST …/enactment` takes. */
export const EnactmentSchema = Type.Object({ from: Day }, { additionalProperties: false });

const Mentions = Type.Optional(Type.Array(PersonIdSchema, { maxItems: 50, uniqueItems: true }));

/** What `POST …/threads` takes: a thread begins with a comment. */
export const NewThreadSchema = Type.Object(
  { pin: PinSchema, text: Prose, mentions: Mentions },
  { additionalProperties: false },
);
export type NewThread = Static<typeof NewThreadSchema>;

/** What `POST …/comments` takes. */
export const NewCommentSchema = Type.Object(
  { text: Prose, mentions: Mentions },
  { additionalProperties: false },
);
export type NewComment = Static<typeof NewCommentSchema>;

/** What `PATCH …/threads/{thread}` takes. */
export const ThreadEditSchema = Type.Object({ resolved: Type.Boolean() }, { additionalProperties: false });
