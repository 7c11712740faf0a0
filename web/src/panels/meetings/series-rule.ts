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

/** The first Sunday of every second month. */
export const FIRST_TERMS: RuleTerms = {
  kind: 'month-weekday',
  every: 2,
  weekday: 0,
  week: 'first',
  day: 1,
  calendar: 'gregory',
};

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

/** What a form says of a rule. */
export function termsOf(rule: SeriesRule): RuleTerms {
  const weekday = 'weekday' in rule ? rule.weekday : FIRST_TERMS.weekday;
  const calendar = 'calendar' in rule ? rule.calendar : FIRST_TERMS.calendar;
  const day = 'day' in rule ? rule.day : FIRST_TERMS.day;
  const week = 'week' in rule ? WEEKS.find((one) => NUMBERS[one] === rule.week) : undefined;
  const { kind, every } = rule;
  return { kind, every, weekday, week: week ?? FIRST_TERMS.week, day, calendar };
}

/** A day that is such a weekday; Sunday is 0. */
export function someDayOf(weekday: number): string {
  return new Date(Date.UTC(2026, 10, 22 + weekday, 12)).toISOString();
}
