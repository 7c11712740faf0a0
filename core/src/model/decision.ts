import { type Static, Type } from 'typebox';
import { OwnerInputSchema } from './action.ts';
import {
  ActionIdSchema,
  AgendaItemIdSchema,
  InitiativeIdSchema,
  MeetingIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  ThreadIdSchema,
} from './ids.ts';
import { DoerSchema } from './proposal.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Day = Type.String({ format: 'date', description: 'A day in the time zone of the area' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the content that was decided on' });
const strict = { additionalProperties: false };
const Text = Type.String({
  minLength: 1,
  maxLength: 5000,
  pattern: '\\S',
  description: 'What was decided, in words',
});

/** What a decision became. */
const OutcomeSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('enacted'),
    proposal: ProposalIdSchema,
    plan: PlanIdSchema,
    contentHash: Hash,
    inForceFrom: Instant,
  }),
  Type.Object({
    kind: Type.Literal('sent-back'),
    proposal: ProposalIdSchema,
    contentHash: Hash,
    thread: ThreadIdSchema,
  }),
  Type.Object({ kind: Type.Literal('action'), action: ActionIdSchema }),
  Type.Object({ kind: Type.Literal('initiative'), initiative: InitiativeIdSchema }),
  Type.Object({ kind: Type.Literal('note') }),
]);
export type DecisionOutcome = Static<typeof OutcomeSchema>;

export const DecisionSchema = Type.Object(
  {
    number: Type.Integer({ description: 'From 1, without gaps in an area' }),
    meeting: MeetingIdSchema,
    item: Type.Union([AgendaItemIdSchema, Type.Null()]),
    text: Text,
    outcome: OutcomeSchema,
    carriedOut: Type.Union([Type.Boolean(), Type.Null()], {
      description:
        'The plan is in force, the action done; null: there is nothing to carry out, or it is told elsewhere',
    }),
    by: DoerSchema,
    at: Instant,
    version: Type.Integer({
      description: 'Grows when its words change, until the minutes are approved; the ETag',
    }),
  },
  { title: 'Decision' },
);
export type Decision = Static<typeof DecisionSchema>;

/** What `POST …/meetings/{meeting}/decisions` takes. */
export const NewDecisionSchema = Type.Object(
  {
    item: Type.Optional(Type.Union([AgendaItemIdSchema, Type.Null()])),
    text: Text,
    outcome: Type.Union([
      Type.Object(
        { kind: Type.Literal('enact'), proposal: ProposalIdSchema, contentHash: Hash, from: Day },
        { ...strict, description: 'Puts an agreed proposal into force from the beginning of a day' },
      ),
      Type.Object(
        { kind: Type.Literal('send-back'), proposal: ProposalIdSchema, contentHash: Hash },
        { ...strict, description: 'Asks whose proposal it is to revise it' },
      ),
      Type.Object({ kind: Type.Literal('action'), owner: OwnerInputSchema, dueOn: Day }, strict),
      Type.Object({ kind: Type.Literal('initiative'), initiative: InitiativeIdSchema }, strict),
      Type.Object({ kind: Type.Literal('note') }, strict),
    ]),
  },
  strict,
);
export type NewDecision = Static<typeof NewDecisionSchema>;

/** What a decision said, from one change of its words to the next. */
export const WordingSchema = Type.Object(
  {
    version: Type.Integer({ description: 'From 1' }),
    text: Text,
    by: Type.Union([DoerSchema, Type.Null()], { description: 'Who said it so; null: that was not kept' }),
    at: Type.Union([Instant, Type.Null()], { description: 'Since when' }),
  },
  { title: 'Wording' },
);
export type Wording = Static<typeof WordingSchema>;

/** What `PATCH …/decisions/{number}` takes. */
export const DecisionEditSchema = Type.Object({ text: Text }, strict);
