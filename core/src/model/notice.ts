import { type Static, Type } from 'typebox';
import {
  ActionIdSchema,
  AreaIdSchema,
  AssociationIdSchema,
  InitiativeIdSchema,
  MeetingIdSchema,
  NoticeIdSchema,
  PartyIdSchema,
  ProposalIdSchema,
  ThreadIdSchema,
} from './ids.ts';
import { LANGUAGES } from './language.ts';
import { LocalizedTextSchema } from './text.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Named = Type.Object({ id: PartyIdSchema, name: LocalizedTextSchema });

/** What a notice of a meeting says. */
export const MEETING_NOTICES = [
  'meeting-convened',
  'meeting-moved',
  'meeting-cancelled',
  'series-changed',
  'series-ended',
  'minutes-ready',
] as const;
export type MeetingNotice = (typeof MEETING_NOTICES)[number];
/** What a notice of an action says: it is yours, its day comes, its day has passed, its owner left. */
export const ACTION_NOTICES = ['action-given', 'action-soon', 'action-late', 'action-fell-back'] as const;
export type ActionNotice = (typeof ACTION_NOTICES)[number];
/** What a notice of an initiative says, beside who objected or left and what is late. */
export const INITIATIVE_NOTICES = [
  'initiative-approval-needed',
  'initiative-approval-stale',
  'initiative-agreed',
  'initiative-stopped',
  'initiative-dropped',
] as const;
export type InitiativeNotice = (typeof INITIATIVE_NOTICES)[number];

/** What a notice says; each is about a proposal, a meeting, an action or an initiative. */
export const NoticeContentSchema = Type.Union([
  Type.Object({
    kind: Type.Union([
      Type.Literal('affected'),
      Type.Literal('signature-needed'),
      Type.Literal('signature-stale'),
      Type.Literal('proposal-stale'),
      Type.Literal('agreed'),
    ]),
  }),
  Type.Object({
    kind: Type.Literal('answered'),
    answer: Type.Union([Type.Literal('signed'), Type.Literal('objected'), Type.Literal('countered')]),
    by: AssociationIdSchema,
  }),
  Type.Object({ kind: Type.Literal('comes-into-force'), inForceFrom: Instant }),
  Type.Object({ kind: Type.Literal('mentioned'), by: Type.String(), thread: ThreadIdSchema }),
  Type.Object({
    kind: Type.Unsafe<MeetingNotice>(Type.Union(MEETING_NOTICES.map((kind) => Type.Literal(kind)))),
  }),
  Type.Object({
    kind: Type.Unsafe<ActionNotice>(Type.Union(ACTION_NOTICES.map((kind) => Type.Literal(kind)))),
  }),
  Type.Object({
    kind: Type.Unsafe<InitiativeNotice>(Type.Union(INITIATIVE_NOTICES.map((kind) => Type.Literal(kind)))),
  }),
  Type.Object({
    kind: Type.Union([Type.Literal('initiative-objected'), Type.Literal('initiative-left')]),
    by: PartyIdSchema,
  }),
  Type.Object({
    kind: Type.Literal('initiative-late'),
    milestone: Type.String({ description: 'What was to be reached' }),
    dueOn: Type.String({ format: 'date' }),
  }),
]);
export type NoticeContent = Static<typeof NoticeContentSchema>;

/** Something that a person is told. */
export const NoticeSchema = Type.Object(
  {
    id: NoticeIdSchema,
    area: AreaIdSchema,
    proposal: Type.Union(
      [
        Type.Object({
          id: ProposalIdSchema,
          title: LocalizedTextSchema,
          association: Type.Unsafe<Static<typeof Named>>({ ...Named, description: 'Whose proposal it is' }),
        }),
        Type.Null(),
      ],
      { description: 'Null: it is about something else' },
    ),
    meeting: Type.Union([
      Type.Object({ id: MeetingIdSchema, title: LocalizedTextSchema, startsAt: Instant }),
      Type.Null(),
    ]),
    action: Type.Union([
      Type.Object({ id: ActionIdSchema, title: Type.String(), dueOn: Type.String({ format: 'date' }) }),
      Type.Null(),
    ]),
    initiative: Type.Union([Type.Object({ id: InitiativeIdSchema, title: Type.String() }), Type.Null()]),
    content: NoticeContentSchema,
    answeredBy: Type.Union([Named, Type.Null()], {
      description: 'Who answered, objected or left; of another area: `area/association`',
    }),
    at: Instant,
    read: Type.Boolean(),
  },
  { title: 'Notice' },
);
export type Notice = Static<typeof NoticeSchema>;

/** What `GET /api/v1/notices` answers. */
export const NoticePageSchema = Type.Object({
  items: Type.Array(NoticeSchema),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page' }),
  unread: Type.Integer({ description: 'Of all that there are, not of this page' }),
});
export type NoticePage = Static<typeof NoticePageSchema>;

/** What `PUT /api/v1/notices/read` takes. */
export const NoticesReadSchema = Type.Object(
  {
    notices: Type.Union(
      [Type.Array(NoticeIdSchema, { maxItems: 500, uniqueItems: true }), Type.Literal('all')],
      { description: 'Which were read' },
    ),
  },
  { additionalProperties: false },
);

export const NOTICE_MAILS = ['none', 'at-once', 'daily'] as const;
export type NoticeMail = (typeof NOTICE_MAILS)[number];

/** How a person is told of notices outside the app. */
export const NoticeChoiceSchema = Type.Object(
  {
    mail: Type.Unsafe<NoticeMail>(
      Type.Union(
        NOTICE_MAILS.map((mail) => Type.Literal(mail)),
        { description: 'E-mail for each at once, one a day for all, or none' },
      ),
    ),
    language: Type.Unsafe<(typeof LANGUAGES)[number]>(
      Type.Union(
        LANGUAGES.map((language) => Type.Literal(language)),
        { description: 'Of the e-mail' },
      ),
    ),
  },
  { title: 'NoticeChoice', additionalProperties: false },
);
export type NoticeChoice = Static<typeof NoticeChoiceSchema>;
