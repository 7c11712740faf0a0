import { type Static, Type } from 'typebox';
import { SeriesIdSchema } from './ids.ts';
import { TitleInputSchema } from './plan.ts';
import { LocalizedTextSchema } from './text.ts';

export const MEETING_CALENDARS = ['gregory', 'umalqura'] as const;
export type MeetingCalendar = (typeof MEETING_CALENDARS)[number];

const Every = Type.Integer({
  minimum: 1,
  maximum: 12,
  description: 'Of how many weeks or months one has a meeting',
});
const Weekday = Type.Integer({ minimum: 0, maximum: 6, description: 'Sunday is 0' });
const Calendar = Type.Unsafe<MeetingCalendar>(
  Type.Union(
    MEETING_CALENDARS.map((calendar) => Type.Literal(calendar)),
    { description: 'Whose months are counted' },
  ),
);

/** On which days a series meets. */
export const SeriesRuleSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('weekly'), every: Every, weekday: Weekday },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('month-weekday'),
      every: Every,
      calendar: Calendar,
      weekday: Weekday,
      week: Type.Union(
        [Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(-1)],
        {
          description: 'Which of these weekdays of the month; -1: the last',
        },
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('month-day'),
      every: Every,
      calendar: Calendar,
      day: Type.Integer({ minimum: 1, maximum: 31, description: 'Of a shorter month its last day' }),
    },
    { additionalProperties: false },
  ),
]);
export type SeriesRule = Static<typeof SeriesRuleSchema>;

const terms = {
  rule: SeriesRuleSchema,
  startsOn: Type.String({
    format: 'date',
    description: 'The first day on which it may meet; weeks and months are counted from here',
  }),
  time: Type.String({
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
    description: 'By the clocks of the area: 10:00',
  }),
  durationMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
  place: Type.String({ maxLength: 500, description: 'Where, in the language it was written in; or a link' }),
};

/** A regular meeting of an area. */
export const MeetingSeriesSchema = Type.Object(
  {
    id: SeriesIdSchema,
    title: LocalizedTextSchema,
    ...terms,
    ended: Type.Boolean({ description: 'No more meetings are planned in it' }),
    version: Type.Integer({ description: 'Grows with every change; the ETag' }),
  },
  { title: 'MeetingSeries' },
);
export type MeetingSeries = Static<typeof MeetingSeriesSchema>;

/** What `POST …/meeting-series` takes. */
export const NewSeriesSchema = Type.Object(
  { title: TitleInputSchema, ...terms },
  { additionalProperties: false },
);
export type NewSeries = Static<typeof NewSeriesSchema>;

/** What `PATCH …/meeting-series/{series}` takes. */
export const SeriesEditSchema = Type.Partial(Type.Object({ title: TitleInputSchema, ...terms }), {
  additionalProperties: false,
  minProperties: 1,
});
export type SeriesEdit = Static<typeof SeriesEditSchema>;

/** What `POST …/meeting-series/{series}/end` takes; nothing: what is planned stays. */
export const SeriesEndSchema = Type.Object(
  {
    cancel: Type.Optional(
      Type.Object(
        { reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) },
        { additionalProperties: false, description: 'The meetings to come are cancelled, and why' },
      ),
    ),
  },
  { additionalProperties: false },
);
export type SeriesEnd = Static<typeof SeriesEndSchema>;
