import { expect, test } from 'vitest';
import { scaleBar } from './scale-bar.ts';

test('the longest round distance that fits is chosen', () => {
  // At the equator and zoom 0 one pixel is 78,271.5 m: 100 px hold 7,827 km.
  expect(scaleBar(0, 0, 100).metres).toBe(5_000_000);
  expect(scaleBar(0, 0, 100).pixels).toBeCloseTo(63.88, 2);
});

test('at 60° north everything is drawn twice as large', () => {
  expect(scaleBar(60, 10, 100).pixels).toBeCloseTo(2 * scaleBar(0, 10, 100).pixels * (2 / 5), 6);
});
