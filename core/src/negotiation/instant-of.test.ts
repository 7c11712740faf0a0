import { expect, test } from 'vitest';
import { instantOf } from './instant-of.ts';

test('a day means its last millisecond where the area lies', () => {
  expect(instantOf('2026-11-30', 'Asia/Riyadh').toISOString()).toBe('2026-11-30T20:59:59.999Z');
  expect(instantOf('2026-12-31', 'UTC').toISOString()).toBe('2026-12-31T23:59:59.999Z');
});

test('a day on which clocks are put back is an hour longer', () => {
  expect(instantOf('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-25T22:59:59.999Z');
});

test('an instant means itself, whatever offset it is written with', () => {
  expect(instantOf('2026-11-30T03:00:00+03:00', 'Asia/Riyadh').toISOString()).toBe(
    '2026-11-30T00:00:00.000Z',
  );
});
