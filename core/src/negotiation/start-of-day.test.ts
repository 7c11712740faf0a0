import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, startOfDay } from './start-of-day.ts';

test.for([
  ['2026-11-26', 'Asia/Riyadh', '2026-11-25T21:00:00.000Z'],
  ['2026-11-26', 'UTC', '2026-11-26T00:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  // Clocks go from 23:59 to 01:00: the day begins at 01:00.
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
] as const)('%s begins in %s at %s', ([day, timeZone, instant]) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(instant);
});

test('a day begins at its first instant, in every time zone', () => {
  const zones = fc.constantFrom(
    'Asia/Riyadh',
    'Europe/Berlin',
    'America/Santiago',
    'Asia/Beirut',
    'Africa/Cairo',
  );
  fc.assert(
    fc.property(fc.integer({ min: 16_000, max: 25_000 }), zones, (number, timeZone) => {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      const start = startOfDay(day, timeZone).getTime();
      expect(dayAt(start, timeZone)).toBe(day);
      expect(dayAt(start - 1, timeZone) < day).toBe(true);
    }),
    { numRuns: 300 },
  );
});
