import { type Static, Type } from 'typebox';
import { PositionSchema } from './geometry.ts';
import {
  AgendaItemIdSchema,
  AssociationIdSchema,
  MeetingIdSchema,
  PersonIdSchema,
  SeriesIdSchema,
} from './ids.ts';
import { TitleInputSchema } from './plan.ts';
import { LocalizedTextSchema } from './text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

/** Where the one who drives the projector is: all who follow look at the same. */
export const MeetingPositionSchema = Type.Object(
  {
    item: Type.Union([AgendaItemIdSchema, Type.Null()], {
      description: 'Null: at none, as at the beginning',
    }),
    view: Type.Union(
      [
        Type.Object(
          { centre: PositionSchema, zoom: Type.Number({ minimum: 0, maximum: 24 }) },
          { additionalProperties: false },
        ),
        Type.Null(),
      ],
      { description: 'What the map shows; null: what the item is about' },
    ),
  },
  { additionalProperties: false },
);
export type MeetingPosition = Static<typeof MeetingPositionSchema>;

const meetingFields = {
  id: MeetingIdSchema,
  series: Type.Union([SeriesIdSchema, Type.Null()], { description: 'Null: it stands alone' }),
  title: LocalizedTextSchema,
  startsAt: Instant,
  durationMinutes: Type.Integer(),
  place: Type.String(),
  movedFrom: Type.Union([Instant, Type.Null()], {
    description: 'When it was first planned for; null: it was not moved',
  }),
  convenedAt: Type.Union([Instant, Type.Null()], { description: 'When invitations went out; null: not yet' }),
  follows: Type.Boolean({
    description:
      'It goes along when its series changes: nobody was invited to it, and nobody changed it by itself',
  }),
  version: Type.Integer({ description: 'Grows with every change of the meeting itself; the ETag' }),
};
const MeetingNumber = Type.Integer({ description: 'From 1 in the order in which meetings were opened' });

/** A meeting, one variant per state. */
export const MeetingSchema = Type.Union(
  [
    Type.Object({ ...meetingFields, state: Type.Literal('planned') }),
    Type.Object({
      ...meetingFields,
      state: Type.Literal('cancelled'),
      cancelledAt: Instant,
      reason: Type.String(),
    }),
    Type.Object({
      ...meetingFields,
      state: Type.Literal('running'),
      number: MeetingNumber,
      openedAt: Instant,
      position: MeetingPositionSchema,
    }),
    Type.Object({
      ...meetingFields,
      state: Type.Literal('held'),
      number: MeetingNumber,
      openedAt: Instant,
      closedAt: Instant,
    }),
    Type.Object({
      ...meetingFields,
      state: Type.Literal('approved'),
      number: MeetingNumber,
      openedAt: Instant,
      closedAt: Instant,
      approvedAt: Instant,
    }),
  ],
  { title: 'Meeting' },
);
export type Meeting = Static<typeof MeetingSchema>;
export type MeetingState = Meeting['state'];

const plannedFields = {
  startsAt: Type.String({ format: 'date-time' }),
  durationMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
  place: Type.String({ maxLength: 500 }),
};

/** What `POST …/meetings` takes: one that stands alone. */
export const NewMeetingSchema = Type.Object(
  { title: TitleInputSchema, ...plannedFields },
  { additionalProperties: false },
);
export type NewMeeting = Static<typeof NewMeetingSchema>;

/** What `PATCH …/meetings/{meeting}` takes: a meeting that is still planned is moved, or called otherwise. */
export const MeetingEditSchema = Type.Partial(Type.Object({ title: TitleInputSchema, ...plannedFields }), {
  additionalProperties: false,
  minProperties: 1,
});
export type MeetingEdit = Static<typeof MeetingEditSchema>;

/** What `PUT …/meetings/{meeting}/state` takes. */
export const MeetingStepSchema = Type.Union([
  Type.Object({ act: Type.Literal('open') }, { additionalProperties: false }),
  Type.Object({ act: Type.Literal('close') }, { additionalProperties: false }),
  Type.Object({ act: Type.Literal('resume') }, { additionalProperties: false }),
  Type.Object(
    { act: Type.Literal('cancel'), reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
]);
export type MeetingStep = Static<typeof MeetingStepSchema>;

export const PRESENCES = ['present', 'excused', 'absent'] as const;
const PresenceSchema = Type.Unsafe<(typeof PRESENCES)[number]>(
  Type.Union(PRESENCES.map((presence) => Type.Literal(presence))),
);

/** Somebody of the area, and whether they were there. */
export const AttendeeSchema = Type.Object(
  {
    person: PersonIdSchema,
    name: Type.String(),
    association: Type.Union([AssociationIdSchema, Type.Null()]),
    presence: PresenceSchema,
    approves: Type.Boolean({
      description: 'Whether the minutes need their approval: present, and of the council or a coordinator',
    }),
    approval: Type.Union([Type.Literal('given'), Type.Literal('stale'), Type.Literal('none')], {
      description: '`stale`: given to minutes that have changed since',
    }),
    approvedAt: Type.Union([Instant, Type.Null()]),
  },
  { title: 'Attendee' },
);
export type Attendee = Static<typeof AttendeeSchema>;

/** What `PUT …/attendance/{person}` takes. */
export const AttendanceInputSchema = Type.Object(
  { presence: PresenceSchema },
  { additionalProperties: false },
);

/** What `POST …/approvals` takes: the minutes that are approved, by the hash of their content. */
export const ApprovalInputSchema = Type.Object(
  { contentHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);
