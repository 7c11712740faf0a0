import {
  ActionIdSchema,
  AgendaItemIdSchema,
  AreaIdSchema,
  AsOfSchema,
  AssociationIdSchema,
  ClientIdSchema,
  DocumentIdSchema,
  GuestIdSchema,
  InitiativeIdSchema,
  InvitationIdSchema,
  MeetingIdSchema,
  MilestoneIdSchema,
  type Minute,
  MinuteSchema,
  MissingVillageIdSchema,
  PersonIdSchema,
  PlanIdSchema,
  PositionSchema,
  ProposalIdSchema,
  ReasonIdSchema,
  ReportIdSchema,
  SeriesIdSchema,
  ThreadIdSchema,
  VillageIdSchema,
  ZoneIdSchema,
} from '@nitaq/core';
import { type TSchema, Type } from 'typebox';

export const AreaParams = Type.Object({ area: AreaIdSchema });
export const AssociationParams = Type.Object({ area: AreaIdSchema, association: AssociationIdSchema });
export const VillageParams = Type.Object({ area: AreaIdSchema, village: VillageIdSchema });
export const MissingVillageParams = Type.Object({ area: AreaIdSchema, missing: MissingVillageIdSchema });
export const PlanParams = Type.Object({ area: AreaIdSchema, plan: PlanIdSchema });
export const TerritoryParams = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  association: AssociationIdSchema,
});
export const PersonParams = Type.Object({ area: AreaIdSchema, person: PersonIdSchema });
export const InvitationParams = Type.Object({ area: AreaIdSchema, invitation: InvitationIdSchema });
export const ReasonParams = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  reason: ReasonIdSchema,
});
export const ZoneParams = Type.Object({ area: AreaIdSchema, plan: PlanIdSchema, zone: ZoneIdSchema });

export const ProposalParams = Type.Object({ area: AreaIdSchema, proposal: ProposalIdSchema });
export const AnswerParams = Type.Object({
  ...ProposalParams.properties,
  association: AssociationIdSchema,
});
export const ThreadParams = Type.Object({ ...ProposalParams.properties, thread: ThreadIdSchema });

export const SeriesParams = Type.Object({ area: AreaIdSchema, series: SeriesIdSchema });
export const MeetingParams = Type.Object({ area: AreaIdSchema, meeting: MeetingIdSchema });
export const ItemParams = Type.Object({ ...MeetingParams.properties, item: AgendaItemIdSchema });
export const AttendeeParams = Type.Object({ ...MeetingParams.properties, person: PersonIdSchema });
export const GuestParams = Type.Object({ ...MeetingParams.properties, guest: GuestIdSchema });
export const DecisionParams = Type.Object({
  area: AreaIdSchema,
  number: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
});
export const ActionParams = Type.Object({ area: AreaIdSchema, action: ActionIdSchema });
export const ReportParams = Type.Object({ area: AreaIdSchema, report: ReportIdSchema });
export const InitiativeParams = Type.Object({ area: AreaIdSchema, initiative: InitiativeIdSchema });
export const InitiativePartyParams = Type.Object({
  ...InitiativeParams.properties,
  association: AssociationIdSchema,
});
export const MilestoneParams = Type.Object({ ...InitiativeParams.properties, milestone: MilestoneIdSchema });
export const InitiativeVillageParams = Type.Object({
  ...InitiativeParams.properties,
  village: VillageIdSchema,
});
export const DocumentParams = Type.Object({ area: AreaIdSchema, document: DocumentIdSchema });

/** What a read that can tell of another day takes. */
export const AsOfQuery = Type.Object({ at: Type.Optional(AsOfSchema) });

/** What it means where a plan is named. */
export const ABOUT_AT =
  'With `at` the plan is `in-force`: the one that was in force then. Before the first plan that is the problem ' +
  '`no-plan-in-force-then` (404). Places stand where they are known to be now.';

/** The headers of a write. */
export const WriteHeaders = Type.Object({ 'x-client-id': Type.Optional(ClientIdSchema) });

export const CreationHeaders = Type.Object({
  ...WriteHeaders.properties,
  'idempotency-key': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Repeated with the same request: nothing new' }),
  ),
});

export const IfMatchHeaders = Type.Object({
  ...WriteHeaders.properties,
  'if-match': Type.Optional(
    Type.String({
      description: 'The ETag the change was made on, a list of them, or `*` for any; 428 without it',
    }),
  ),
});

/** The body that places a village or a seat. */
export const LocationBody = Type.Object(
  { location: Type.Union([PositionSchema, Type.Null()], { description: 'Null takes the location away' }) },
  { additionalProperties: false },
);

/** A page of a list. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page' }),
  });
}

const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'Stable: urn:nitaq:problem:…' }),
    status: Type.Integer(),
    title: Type.String(),
    detail: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({ description: 'JSON pointer to the member at fault' }),
          detail: Type.String(),
          code: Type.Optional(Type.String()),
          position: Type.Optional(PositionSchema),
        }),
      ),
    ),
    changed: Type.Optional(
      Type.Array(Type.Object({ association: AssociationIdSchema, version: Type.Integer() }), {
        description: 'Of an edit of several territories: which have changed since, and their versions now',
      }),
    ),
    present: Type.Optional(
      Type.Unsafe<Minute>({
        ...MinuteSchema,
        description: 'Of a minute that was changed since: what stands there now',
      }),
    ),
  },
  { title: 'Problem', description: 'RFC 9457 problem details' },
);

/** The documented answer of any failure. */
export const problems = {
  '4xx': {
    description: 'Problem details',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
};

/** The documented answer of a write that has nothing to tell. */
export const done = Type.Null({ description: 'Done' });
