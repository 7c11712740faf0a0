import { expect, test } from 'vitest';
import { dayAt, endOfDay } from './day-end.ts';

test('a day ends at midnight of its own time zone, also where the clocks change in it', () => {
  expect(endOfDay('2026-12-31', 'Asia/Riyadh')).toBe('2026-12-31T21:00:00.000Z');
  expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
});

test('what is no day has no end', () => {
  expect(['', 'soon', '2026-13-01', '2026-1-1'].map((day) => endOfDay(day, 'Asia/Riyadh'))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('today is that of the time zone', () => {
  expect(dayAt(new Date('2026-11-25T21:30:00Z'), 'Asia/Riyadh')).toBe('2026-11-26');
});
