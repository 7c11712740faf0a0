import { type Static, Type } from 'typebox';
import { LANGUAGES, type Language } from './language.ts';
import { MEETING_CALENDARS, type MeetingCalendar } from './meeting-series.ts';

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

/** On which days reports come. */
const ScheduleRuleSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('weekly'),
      weekday: Type.Integer({ minimum: 0, maximum: 6, description: 'Sunday is 0' }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('monthly'),
      calendar: Type.Unsafe<MeetingCalendar>(
        Type.Union(
          MEETING_CALENDARS.map((calendar) => Type.Literal(calendar)),
          { description: 'Whose months are counted' },
        ),
      ),
      day: Type.Integer({ minimum: 1, maximum: 31, description: 'Of a shorter month its last day' }),
    },
    { additionalProperties: false },
  ),
]);
export type ScheduleRule = Static<typeof ScheduleRuleSchema>;

/** What `PUT …/report-schedule` takes. */
export const NewReportScheduleSchema = Type.Object(
  {
    rule: ScheduleRuleSchema,
    language: Type.Unsafe<Language>(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
  },
  { additionalProperties: false },
);
export type NewReportSchedule = Static<typeof NewReportScheduleSchema>;

/** When the report of the plan in force comes to somebody by e-mail. */
const ReportScheduleSchema = Type.Object({
  ...NewReportScheduleSchema.properties,
  nextAt: Instant,
  lastAt: Type.Union([Instant, Type.Null()], {
    description: 'When the last was made: the next says what changed since; null: none was',
  }),
});
export type ReportSchedule = Static<typeof ReportScheduleSchema>;

export const OwnReportScheduleSchema = Type.Object(
  {
    schedule: Type.Union([ReportScheduleSchema, Type.Null()], { description: 'Null: no report comes' }),
    sendsMail: Type.Boolean({ description: 'False: this service sends no e-mail, and no report comes' }),
  },
  { title: 'OwnReportSchedule' },
);
export type OwnReportSchedule = Static<typeof OwnReportScheduleSchema>;
