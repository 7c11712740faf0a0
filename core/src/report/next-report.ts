import { seriesDates } from '../meetings/series-dates.ts';
import type { SeriesRule } from '../model/meeting-series.ts';
import type { ScheduleRule } from '../model/report-schedule.ts';
import { dayAt } from '../negotiation/start-of-day.ts';

/** By the clocks of the area, before people begin to work. */
const TIME = '06:00';

/** When the next report of a schedule is due, after an instant. */
export function nextReportAt(rule: ScheduleRule, after: Date, timeZone: string): Date {
  const from = dayAt(after.getTime(), timeZone);
  const terms = { rule: asSeries(rule), startsOn: from, time: TIME };
  const dates = seriesDates(terms, { from, count: 2, timeZone });
  const next = dates.find(({ startsAt }) => startsAt > after);
  if (next === undefined) throw new Error('Every week and every month has its day');
  return next.startsAt;
}

function asSeries(rule: ScheduleRule): SeriesRule {
  switch (rule.kind) {
    case 'weekly':
      return { ...rule, every: 1 };
    case 'monthly':
      return { ...rule, kind: 'month-day', every: 1 };
  }
}
