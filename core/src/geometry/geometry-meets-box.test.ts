import { expect, test } from 'vitest';
import type { Polygon } from '../model/geometry.ts';
import { boxAround, geometryMeetsBox } from './geometry-meets-box.ts';

// A square from 0 to 10 with a hole from 4 to 6.
const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [4, 6],
      [6, 6],
      [6, 4],
      [4, 4],
    ],
  ],
};

test.each([
  ['within it', [1, 1, 2, 2], true],
  ['around it', [-1, -1, 11, 11], true],
  ['across an edge', [9, 9, 12, 12], true],
  ['that touches an edge', [10, 3, 12, 4], true],
  ['that touches a corner', [10, 10, 12, 12], true],
  ['beside it', [11, 0, 12, 10], false],
  ['in its hole', [4.5, 4.5, 5.5, 5.5], false],
  ['over an edge of its hole', [4.5, 4.5, 6.5, 5.5], true],
  ['that is a point in it', [1, 1, 1, 1], true],
  ['that is a point on its edge', [0, 5, 0, 5], true],
  ['that is a point in its hole', [5, 5, 5, 5], false],
] as const)('a square with a hole and a box %s', (_, box, meets) => {
  expect(geometryMeetsBox(square, box)).toBe(meets);
});

test('a triangle does not meet a box that only its own box meets', () => {
  const triangle: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [0, 10],
        [0, 0],
      ],
    ],
  };
  expect(boxAround(triangle)).toEqual([0, 0, 10, 10]);
  expect(geometryMeetsBox(triangle, [8, 8, 9, 9])).toBe(false);
});
