import type { Language, MeetingCalendar, ReportSchedule, ScheduleRule } from '@nitaq/core';

/** What the form asks about when reports come; not all of it is meant by every kind. */
export interface ScheduleTerms {
  readonly kind: ScheduleRule['kind'];
  readonly weekday: number;
  readonly day: number;
  readonly calendar: MeetingCalendar;
  readonly language: Language;
}

const AT_FIRST = { kind: 'weekly', weekday: 0, day: 1, calendar: 'umalqura' } as const;

/** A form as a schedule has it; of none, as it stands at first. */
export function termsOf(schedule: ReportSchedule | null, language: Language): ScheduleTerms {
  return { ...AT_FIRST, language, ...schedule?.rule, ...(schedule && { language: schedule.language }) };
}

/** The rule that a form describes. */
export function ruleOf({ kind, weekday, day, calendar }: ScheduleTerms): ScheduleRule {
  switch (kind) {
    case 'weekly':
      return { kind, weekday };
    case 'monthly':
      return { kind, calendar, day };
  }
}
