import { expect, test } from 'vitest';
import type { ScheduleRule } from '../model/report-schedule.ts';
import { nextReportAt } from './next-report.ts';

const next = (rule: ScheduleRule, after: string) =>
  nextReportAt(rule, new Date(after), 'Asia/Riyadh').toISOString();

test('a weekly report is due in the morning of its weekday, by the clocks of the area', () => {
  const sundays = { kind: 'weekly', weekday: 0 } as const;
  expect(next(sundays, '2026-11-26T09:00:00Z')).toBe('2026-11-29T03:00:00.000Z');
  expect(next(sundays, '2026-11-29T02:59:59Z')).toBe('2026-11-29T03:00:00.000Z');
  expect(next(sundays, '2026-11-29T03:00:00Z')).toBe('2026-12-06T03:00:00.000Z');
});

test('a monthly report is due on its day, and on the last of a shorter month, in either calendar', () => {
  const last = { kind: 'monthly', calendar: 'gregory', day: 31 } as const;
  expect(next(last, '2026-11-26T09:00:00Z')).toBe('2026-11-30T03:00:00.000Z');
  expect(next(last, '2026-11-30T03:00:00Z')).toBe('2026-12-31T03:00:00.000Z');
  const first = { kind: 'monthly', calendar: 'umalqura', day: 1 } as const;
  // The first of Rajab 1448.
  expect(next(first, '2026-11-26T09:00:00Z')).toBe('2026-12-10T03:00:00.000Z');
});
