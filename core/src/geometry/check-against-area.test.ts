import { expect, test } from 'vitest';
import { multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import type { Ring } from '../model/geometry.ts';
import { checkAgainstArea } from './check-against-area.ts';

const area = multiPolygon([rectangle(40, 20, 42, 22)]);

function one(ring: Ring) {
  return multiPolygon([ring]);
}

test.each<[string, Ring]>([
  ['inside', rectangle(40.5, 20.5, 41, 21)],
  ['around the area', rectangle(39, 19, 43, 23)],
  ['over the boundary', rectangle(41, 21, 43, 21.5)],
  ['across the area, no corner of either in the other', rectangle(39, 20.5, 43, 21)],
])('a territory %s is no fault', (_, ring) => {
  expect(checkAgainstArea(one(ring), area)).toBeNull();
});

test('a territory wholly beside the area is outside', () => {
  expect(checkAgainstArea(one(rectangle(43, 20, 44, 21)), area)).toEqual({
    code: 'outside-the-area',
    pointer: '/coordinates',
    position: [43, 20],
  });
});

test('in a hole of the area it is outside too', () => {
  const ringed = multiPolygon([rectangle(40, 20, 42, 22), rectangle(40.5, 20.5, 41.5, 21.5)]);
  expect(checkAgainstArea(one(rectangle(40.8, 20.8, 41, 21)), ringed)).toMatchObject({
    code: 'outside-the-area',
  });
});

test('latitude before longitude is told as such', () => {
  expect(checkAgainstArea(one(rectangle(20.5, 40.5, 21, 41)), area)).toMatchObject({
    code: 'position-looks-swapped',
  });
});

test('one part inside is enough', () => {
  const parts = multiPolygon([rectangle(43, 20, 44, 21)], [rectangle(41, 21, 41.5, 21.5)]);
  expect(checkAgainstArea(parts, area)).toBeNull();
});
