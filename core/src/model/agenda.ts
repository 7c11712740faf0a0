import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import {
  ActionIdSchema,
  AgendaItemIdSchema,
  type AssociationId,
  AssociationIdSchema,
  InitiativeIdSchema,
  MissingVillageIdSchema,
  PlanIdSchema,
  ProposalIdSchema,
  type VillageId,
  VillageIdSchema,
  ZoneIdSchema,
} from './ids.ts';
import { KnownNeedSchema } from './need.ts';
import { DoerSchema } from './proposal.ts';
import { LocalizedTextSchema } from './text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Associations = Type.Unsafe<AssociationId[]>(Type.Array(AssociationIdSchema, { maxItems: 50 }));
const strict = { additionalProperties: false };

/** A gap may have all villages of an area. */
const MOST_VILLAGES = 5000;
/** As many villages are named by whoever adds a gap or an overlap; need is summed over them each time a meeting is read. */
const MOST_VILLAGES_ADDED = 200;

function subjectSchema(mostVillages: number) {
  const Villages = Type.Unsafe<VillageId[]>(Type.Array(VillageIdSchema, { maxItems: mostVillages }));
  return Type.Union([
    Type.Object({ kind: Type.Literal('note') }, strict),
    Type.Object({ kind: Type.Literal('place'), position: PositionSchema }, strict),
    Type.Object({ kind: Type.Literal('village'), village: VillageIdSchema }, strict),
    Type.Object(
      { kind: Type.Literal('border'), position: PositionSchema, associations: Associations },
      strict,
    ),
    Type.Object({ kind: Type.Literal('proposal'), proposal: ProposalIdSchema }, strict),
    Type.Object({ kind: Type.Literal('initiative'), initiative: InitiativeIdSchema }, strict),
    Type.Object({ kind: Type.Literal('action'), action: ActionIdSchema }, strict),
    Type.Object(
      { kind: Type.Literal('gap'), plan: PlanIdSchema, position: PositionSchema, villages: Villages },
      strict,
    ),
    Type.Object(
      {
        kind: Type.Literal('overlap'),
        plan: PlanIdSchema,
        position: PositionSchema,
        associations: Associations,
        villages: Villages,
      },
      strict,
    ),
    Type.Object(
      {
        kind: Type.Literal('zone'),
        plan: PlanIdSchema,
        zone: ZoneIdSchema,
        position: PositionSchema,
        endsOn: Type.String({ format: 'date' }),
      },
      strict,
    ),
    Type.Object(
      {
        kind: Type.Literal('missing-village'),
        missing: MissingVillageIdSchema,
        position: Type.Union([PositionSchema, Type.Null()]),
      },
      strict,
    ),
  ]);
}

/** What an item of an agenda is about, with what it takes for the map to fly there. */
export const AgendaSubjectSchema = subjectSchema(MOST_VILLAGES);
export type AgendaSubject = Static<typeof AgendaSubjectSchema>;

export const AGENDA_REASONS = [
  'action-late',
  'action-due',
  'proposal-objected',
  'proposal-agreed',
  'proposal-waiting',
  'proposal-stale',
  'gap',
  'overlap',
  'zone-ends',
  'initiative-off-track',
  'initiative-done',
  'missing-village',
  'added',
] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

const Prose = Type.String({ maxLength: 20_000, description: 'In the language it was written in' });

/** What was written down about an item. */
export const MinuteSchema = Type.Object(
  {
    text: Prose,
    version: Type.Integer({ description: 'Grows with every change; 0: nothing was written yet. The ETag' }),
    by: Type.Union([DoerSchema, Type.Null()]),
    at: Type.Union([Instant, Type.Null()]),
  },
  { title: 'Minute' },
);
export type Minute = Static<typeof MinuteSchema>;

export const AgendaItemSchema = Type.Object(
  {
    id: AgendaItemIdSchema,
    about: AgendaSubjectSchema,
    reason: Type.Unsafe<AgendaReason>(
      Type.Union(
        AGENDA_REASONS.map((reason) => Type.Literal(reason)),
        { description: 'Why it is on the agenda; `added`: somebody put it there' },
      ),
    ),
    title: LocalizedTextSchema,
    note: Type.Union([Prose, Type.Null()]),
    addedBy: Type.Union([DoerSchema, Type.Null()], { description: 'Null: the agenda wrote itself' }),
    standing: Type.Union([Type.Literal('current'), Type.Literal('settled'), Type.Literal('superseded')], {
      description:
        '`settled`: what it was about is so no more; `superseded`: another plan is in force than the one it was about',
    }),
    need: Type.Union([KnownNeedSchema, Type.Null()], {
      description: 'Of its villages, as far as whoever asks may know; null: it has none that were counted',
    }),
    minute: MinuteSchema,
  },
  { title: 'AgendaItem' },
);
export type AgendaItem = Static<typeof AgendaItemSchema>;

const ItemText = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });

/** What `POST …/agenda` takes. */
export const NewAgendaItemSchema = Type.Object(
  {
    about: subjectSchema(MOST_VILLAGES_ADDED),
    title: ItemText,
    note: Type.Optional(Type.Union([Type.String({ maxLength: 5000 }), Type.Null()])),
  },
  strict,
);
export type NewAgendaItem = Static<typeof NewAgendaItemSchema>;

/** What `PUT …/agenda` takes: items in their order; what is not named comes after. */
export const AgendaOrderSchema = Type.Object(
  { items: Type.Array(AgendaItemIdSchema, { maxItems: 300, uniqueItems: true }) },
  strict,
);

/** What `PUT …/agenda/{item}/minute` takes. */
export const MinuteInputSchema = Type.Object({ text: Prose }, strict);
