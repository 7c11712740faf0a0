import { MEETING_CALENDARS, type MeetingCalendar, type SeriesRule } from '@nitaq/core';

export const WEEKS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Week = (typeof WEEKS)[number];
export const RULE_KINDS = ['month-weekday', 'month-day', 'weekly'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
export { MEETING_CALENDARS, type MeetingCalendar };

/** What a form asks about the days of a series; not all of it is meant by every kind. */
export interface RuleTerms {
  readonly kind: RuleKind;
  readonly every: number;
  readonly weekday: number;
  readonly week: Week;
  readonly day: number;
  readonly calendar: MeetingCalendar;
}

const NUMBERS = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

/** The rule that a form describes. */
export function ruleOf({ kind, every, weekday, week, day, calendar }: RuleTerms): SeriesRule {
  switch (kind) {
    case 'weekly':
      return { kind, every, weekday };
    case 'month-weekday':
      return { kind, every, calendar, weekday, week: NUMBERS[week] };
    case 'month-day':
      return { kind, every, calendar, day };
  }
}

/** A day that is such a weekday; Sunday is 0. */
export function someDayOf(weekday: number): string {
  return new Date(Date.UTC(2026, 10, 22 + weekday, 12)).toISOString();
}
