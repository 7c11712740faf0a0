import { type Static, Type } from 'typebox';
import {
  ActionIdSchema,
  AgendaItemIdSchema,
  AreaIdSchema,
  AssociationIdSchema,
  DocumentIdSchema,
  InitiativeIdSchema,
  MeetingIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  ReasonIdSchema,
  VillageIdSchema,
  ZoneIdSchema,
} from './ids.ts';

/** What a browser calls itself, so that it can tell its own changes from those of others. */
export const ClientIdSchema = Type.String({
  pattern: '^[A-Za-z0-9._~-]{1,64}$',
  description: 'Chosen by the client, up to 64 letters, digits, dots, hyphens, underscores and tildes',
});

const client = Type.Union([ClientIdSchema, Type.Null()], {
  description: 'The `x-client-id` of the request that changed it; null: it named none',
});
const version = Type.Integer({ description: 'The version after the change' });

/** Data of the event `territories`: territories of a draft were saved, in one write. */
export const TerritoriesEventSchema = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  version: Type.Integer({ description: 'The version of the plan after the change' }),
  associations: Type.Array(Type.Object({ id: AssociationIdSchema, version })),
  client,
});

/** Data of the event `plan`: a plan was made, renamed, given another base, or deleted. */
export const PlanEventSchema = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  change: Type.Union([Type.Literal('created'), Type.Literal('changed'), Type.Literal('deleted')]),
  version: Type.Integer({
    description: 'The version of the plan after the change; of a deleted one the last',
  }),
  client,
});

/** Data of the event `place`: a village or the seat of an association was moved, or its location taken away. */
export const PlaceEventSchema = Type.Union([
  Type.Object({ area: AreaIdSchema, kind: Type.Literal('village'), id: VillageIdSchema, version, client }),
  Type.Object({ area: AreaIdSchema, kind: Type.Literal('seat'), id: AssociationIdSchema, version, client }),
]);

/** Data of the event `reason`: why a stretch of border runs where it does was written down, rewritten or taken away. */
export const ReasonEventSchema = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  reason: ReasonIdSchema,
  change: Type.Union([Type.Literal('created'), Type.Literal('changed'), Type.Literal('deleted')]),
  version: Type.Integer({
    description: 'The version of the reason after the change; of a deleted one the last',
  }),
  client,
});

/** Data of the event `zone`: a place was agreed to be shared, the agreement was changed or taken away. */
export const ZoneEventSchema = Type.Object({
  area: AreaIdSchema,
  plan: PlanIdSchema,
  zone: ZoneIdSchema,
  change: Type.Union([Type.Literal('created'), Type.Literal('changed'), Type.Literal('deleted')]),
  version: Type.Integer({
    description: 'The version of the zone after the change; of a deleted one the last',
  }),
  client,
});

/** Data of the event `proposal`: one was opened, changed or answered, or something was said about it. */
export const ProposalEventSchema = Type.Object({
  area: AreaIdSchema,
  proposal: ProposalIdSchema,
  change: Type.Union([Type.Literal('opened'), Type.Literal('changed'), Type.Literal('discussed')]),
  version: Type.Integer({ description: 'The version of the proposal after the change' }),
  client,
});

/** Data of the event `need`: counts were entered, or somebody lets others see theirs or no longer. Never a count. */
export const NeedEventSchema = Type.Object({
  area: AreaIdSchema,
  change: Type.Union([Type.Literal('counted'), Type.Literal('shared')]),
  village: Type.Union([VillageIdSchema, Type.Null()], { description: 'Which one was counted' }),
  client,
});

/**
 * Data of the event `missing-village`: one was reported, once more, or a report was settled. Never what people wrote: not
 * everybody who follows an area may read it.
 */
export const MissingVillageEventSchema = Type.Object({ area: AreaIdSchema, client });
/** Data of the event `meeting`: one was planned or changed, or something was written down at it. */
export const MeetingEventSchema = Type.Object({
  area: AreaIdSchema,
  meeting: MeetingIdSchema,
  change: Type.Union([
    Type.Literal('planned'),
    Type.Literal('changed'),
    Type.Literal('agenda'),
    Type.Literal('position'),
    Type.Literal('attendance'),
    Type.Literal('minute'),
    Type.Literal('decision'),
    Type.Literal('approval'),
  ]),
  item: Type.Union([AgendaItemIdSchema, Type.Null()], {
    description:
      'Which item of the agenda it is about: of `position` the one that is shown; null: none, or several',
  }),
  version: Type.Integer({ description: 'Of the meeting after the change; of a `minute` that of the minute' }),
  client,
});

export type MeetingEvent = Static<typeof MeetingEventSchema>;

/** Data of the event `action`: one was made or changed, or something was said about it. */
export const ActionEventSchema = Type.Object({ area: AreaIdSchema, action: ActionIdSchema, version, client });
/** Data of the event `initiative`: one was opened, changed or answered, or something of it was done. Never a count. */
export const InitiativeEventSchema = Type.Object({
  area: AreaIdSchema,
  initiative: InitiativeIdSchema,
  change: Type.Union([Type.Literal('opened'), Type.Literal('changed'), Type.Literal('reached')]),
  version: Type.Integer({ description: 'The version of the initiative after the change' }),
  client,
});

/** Data of the event `document`: one was put on the shelf, changed or taken away. */
export const DocumentEventSchema = Type.Object({
  area: AreaIdSchema,
  document: DocumentIdSchema,
  change: Type.Union([Type.Literal('created'), Type.Literal('changed'), Type.Literal('deleted')]),
  version: Type.Integer({
    description: 'The version of the document after the change; of a deleted one the last',
  }),
  client,
});

/** Data of the event `reset`: more may have changed than the stream can tell, so load afresh what is shown. */
export const ResetEventSchema = Type.Object({ area: AreaIdSchema });

/** What is told about an area, by the name of the event; these are kept and can be resumed. */
export type AreaEvent =
  | { readonly kind: 'territories'; readonly data: Static<typeof TerritoriesEventSchema> }
  | { readonly kind: 'plan'; readonly data: Static<typeof PlanEventSchema> }
  | { readonly kind: 'place'; readonly data: Static<typeof PlaceEventSchema> }
  | { readonly kind: 'reason'; readonly data: Static<typeof ReasonEventSchema> }
  | { readonly kind: 'zone'; readonly data: Static<typeof ZoneEventSchema> }
  | { readonly kind: 'proposal'; readonly data: Static<typeof ProposalEventSchema> }
  | { readonly kind: 'need'; readonly data: Static<typeof NeedEventSchema> }
  | { readonly kind: 'missing-village'; readonly data: Static<typeof MissingVillageEventSchema> }
  | { readonly kind: 'meeting'; readonly data: MeetingEvent }
  | { readonly kind: 'action'; readonly data: Static<typeof ActionEventSchema> }
  | { readonly kind: 'initiative'; readonly data: Static<typeof InitiativeEventSchema> }
  | { readonly kind: 'document'; readonly data: Static<typeof DocumentEventSchema> }
  | { readonly kind: 'reset'; readonly data: Static<typeof ResetEventSchema> };

/** What `POST …/plans/{plan}/presence` takes: who looks at a plan, and where. */
export const PresenceSchema = Type.Object(
  {
    client: ClientIdSchema,
    name: Type.String({ minLength: 1, maxLength: 60 }),
    pointer: Type.Union(
      [
        Type.Unsafe<[longitude: number, latitude: number]>(
          Type.Array(Type.Number({ minimum: -180, maximum: 180 }), { minItems: 2, maxItems: 2 }),
        ),
        Type.Null(),
      ],
      { description: 'Longitude, latitude of the pointer; null: not on the map' },
    ),
    editing: Type.Union([Type.Array(AssociationIdSchema, { maxItems: 50 }), Type.Null()], {
      description: 'The territories being edited',
    }),
    gone: Type.Optional(Type.Boolean({ description: 'True: no longer there' })),
  },
  { additionalProperties: false },
);
export type Presence = Static<typeof PresenceSchema>;

/** Data of the event `presence`, which is not kept: it has no id and is never resumed. */
export interface PresenceEvent extends Presence {
  readonly area: Static<typeof AreaIdSchema>;
  readonly plan: Static<typeof PlanIdSchema>;
  readonly gone: boolean;
}
