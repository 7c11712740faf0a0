import { type Static, Type } from 'typebox';
import { ActionSchema } from './action.ts';
import { AgendaItemSchema } from './agenda.ts';
import { DecisionSchema } from './decision.ts';
import { GuestSchema } from './guest.ts';
import { AreaIdSchema, ReportIdSchema } from './ids.ts';
import { AttendeeSchema, MeetingSchema } from './meeting.ts';

/** What `GET …/meetings/{meeting}` answers: all that is on the screen of a meeting. */
export const MeetingRoomSchema = Type.Object(
  {
    meeting: MeetingSchema,
    agenda: Type.Array(AgendaItemSchema, { description: 'In its order' }),
    attendance: Type.Array(AttendeeSchema, { description: 'Of everybody who was noted down, by name' }),
    guests: Type.Array(GuestSchema, { description: 'Who was there without an account, by name' }),
    decisions: Type.Array(DecisionSchema),
    contentHash: Type.Union([Type.String(), Type.Null()], {
      description: 'Of the minutes as they are, which approvals name; null: it was not held yet',
    }),
    report: Type.Union([ReportIdSchema, Type.Null()], {
      description: 'The report that was made the day before it; null: none was',
    }),
  },
  { title: 'MeetingRoom' },
);
export type MeetingRoom = Static<typeof MeetingRoomSchema>;

/** What `POST …/calendar` answers, once: the secret is stored nowhere. */
export const CalendarAddressSchema = Type.Object({
  address: Type.String({
    description: 'For a calendar program to follow. Whoever has it sees the dates of meetings',
  }),
});

/** What `GET …/meetings/{meeting}/minutes` answers: the minutes as a document has them. */
export const MinutesSchema = Type.Object(
  {
    area: AreaIdSchema,
    ...MeetingRoomSchema.properties,
    actions: Type.Array(ActionSchema, { description: 'That its decisions made, as they stand now' }),
  },
  { title: 'Minutes' },
);
export type Minutes = Static<typeof MinutesSchema>;
