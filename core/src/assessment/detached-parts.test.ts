import { expect, test } from 'vitest';
import { multiPolygon, rectangle, ringThrough, territory, village } from '../../test/fixtures/rectangles.ts';
import { detachedParts } from './detached-parts.ts';

// mainland x 40–44, island x 50–51
const boundary = multiPolygon([rectangle(40, 20, 44, 22)], [rectangle(50, 20, 51, 22)]);
const villages = [village('v', 43.5, 20.5), village('w', 40.5, 20.5)];
const [west, east, island] = [
  rectangle(40, 20, 42, 22),
  rectangle(43, 20, 44, 22),
  rectangle(50, 20, 51, 22),
];

test('names the part apart from the largest, with its villages', () => {
  const parts = detachedParts({ boundary, territory: territory('a', west, east), seat: null, villages });
  expect(parts.map((part) => part.villages)).toEqual([['v']]);
  expect(parts[0]?.geometry).toEqual(multiPolygon([east]));
});

test('takes the part with the seat for the main one, however small it is', () => {
  const parts = detachedParts({
    boundary,
    territory: territory('a', west, east),
    seat: [43.5, 21],
    villages,
  });
  expect(parts.map((part) => part.villages)).toEqual([['w']]);
});

test('does not count an island that is a mere splinter', () => {
  const splinter = ringThrough('46,20 46.2,19.95 46.1,19.98');
  const withSplinter = multiPolygon([rectangle(40, 20, 44, 22)], [splinter]);
  const ground = territory('a', west, splinter);
  expect(detachedParts({ boundary: withSplinter, territory: ground, seat: null, villages })).toEqual([]);
});

test('does not count an island, nor parts that share a stretch of border', () => {
  const joined = rectangle(42, 20, 43, 21);
  const ground = territory('a', west, joined, east, island);
  expect(detachedParts({ boundary, territory: ground, seat: null, villages })).toEqual([]);
});

test('a part that only touches in a corner is apart', () => {
  const corner = territory('a', rectangle(40, 20, 42, 21), rectangle(42, 21, 43, 22));
  expect(detachedParts({ boundary: null, territory: corner, seat: null, villages })).toHaveLength(1);
});
