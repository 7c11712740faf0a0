import { type Static, Type } from 'typebox';
import { ActionIdSchema, AssociationIdSchema, MeetingIdSchema, PersonIdSchema } from './ids.ts';
import { DoerSchema } from './proposal.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });
const Day = Type.String({ format: 'date', description: 'A day in the time zone of the area' });
const Title = Type.String({
  minLength: 1,
  maxLength: 5000,
  pattern: '\\S',
  description: 'What is to be done',
});

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
const ActionStateSchema = Type.Unsafe<ActionState>(
  Type.Union(
    ACTION_STATES.map((state) => Type.Literal(state)),
    { description: '`dropped`: it is no longer to be done' },
  ),
);

/** Whose it is: a person, an association as a whole, or (both null) the council. */
export const OwnerInputSchema = Type.Object(
  {
    association: Type.Union([AssociationIdSchema, Type.Null()], { description: 'Null: the council' }),
    person: Type.Union([PersonIdSchema, Type.Null()], {
      description: 'Of this association; null: as a whole',
    }),
  },
  { additionalProperties: false },
);
export type ActionOwner = Static<typeof OwnerInputSchema>;

export const ActionSchema = Type.Object(
  {
    id: ActionIdSchema,
    title: Title,
    owner: Type.Object({
      ...OwnerInputSchema.properties,
      name: Type.Union([Type.String(), Type.Null()], { description: 'Of the person' }),
    }),
    dueOn: Day,
    state: ActionStateSchema,
    timing: Type.Union(
      [Type.Literal('closed'), Type.Literal('later'), Type.Literal('soon'), Type.Literal('late')],
      { description: '`soon`: due within a week; `late`: the day has passed' },
    ),
    decision: Type.Union([Type.Integer(), Type.Null()], {
      description: 'From which decision; null: made by hand',
    }),
    meeting: Type.Union([MeetingIdSchema, Type.Null()]),
    openedBy: DoerSchema,
    openedAt: Instant,
    closedAt: Type.Union([Instant, Type.Null()]),
    version: Type.Integer({ description: 'Grows with every change and comment; the ETag' }),
  },
  { title: 'Action' },
);
export type ActionItem = Static<typeof ActionSchema>;

/** One thing that happened to an action. */
export const ActionEntrySchema = Type.Object(
  {
    number: Type.Integer({ description: 'From 1' }),
    change: Type.Union(
      [
        Type.Literal('opened'),
        Type.Literal('reopened'),
        Type.Literal('done'),
        Type.Literal('dropped'),
        Type.Literal('changed'),
        Type.Literal('fell-back'),
        Type.Literal('comment'),
      ],
      { description: '`fell-back`: its owner left, and it is now that of the association or the council' },
    ),
    text: Type.Union([Type.String(), Type.Null()]),
    by: Type.Union([DoerSchema, Type.Null()]),
    at: Instant,
  },
  { title: 'ActionEntry' },
);
export type ActionEntry = Static<typeof ActionEntrySchema>;

export const ActionDetailSchema = Type.Object({
  action: ActionSchema,
  history: Type.Array(ActionEntrySchema, { description: 'The oldest first' }),
});
export type ActionDetail = Static<typeof ActionDetailSchema>;

const Comment = Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' });

/** What `POST …/actions` takes. */
export const NewActionSchema = Type.Object(
  { title: Title, owner: OwnerInputSchema, dueOn: Day },
  { additionalProperties: false },
);
export type NewAction = Static<typeof NewActionSchema>;

/** What `PATCH …/actions/{action}` takes. */
export const ActionEditSchema = Type.Partial(
  Type.Object({
    title: Title,
    owner: OwnerInputSchema,
    dueOn: Day,
    state: ActionStateSchema,
    comment: Comment,
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type ActionEdit = Static<typeof ActionEditSchema>;

/** What `POST …/actions/{action}/comments` takes. */
export const ActionCommentSchema = Type.Object({ text: Comment }, { additionalProperties: false });
