import { expect, test } from 'vitest';
import { dayAfter, endOfDay } from './day-in-area.ts';

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

test('the day after the last of a month or a year is the first of the next', () => {
  expect([dayAfter('2026-11-30'), dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2028-02-29',
  ]);
});
