import { convex, multiPoint } from '@turf/turf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convexHull, planeArea } from './convex-hull.ts';
import type { Point } from './orientation.ts';

const point = fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) });

// 2 d . c     The middle and the point between two corners are no corners of the hull.
// 1 . m .
// 0 a o b
test('the hull of a square is its corners, counter-clockwise from the south-western one', () => {
  const [a, b, c, d] = [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 2, y: 2 },
    { x: 0, y: 2 },
  ];
  expect(convexHull([c, { x: 1, y: 1 }, a, { x: 1, y: 0 }, d, b, a])).toEqual([a, b, c, d]);
  expect(planeArea([a, b, c, d])).toBe(4);
});

test('points in line, one point and no point have a hull without area', () => {
  expect(
    convexHull([
      { x: 1, y: 1 },
      { x: 3, y: 3 },
      { x: 2, y: 2 },
    ]),
  ).toEqual([
    { x: 1, y: 1 },
    { x: 3, y: 3 },
  ]);
  expect(
    convexHull([
      { x: 1, y: 1 },
      { x: 1, y: 1 },
    ]),
  ).toEqual([{ x: 1, y: 1 }]);
  expect(convexHull([])).toEqual([]);
  expect(planeArea([])).toBe(0);
});

test('the corners are those that Turf finds', () => {
  const key = ({ x, y }: Point) => `${x} ${y}`;
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
      const hull = convexHull(points);
      const turf = convex(multiPoint(points.map(({ x, y }) => [x, y])));
      // Turf keeps some points along the sides: only the area can be compared with them.
      const ring = (turf?.geometry.coordinates[0] ?? []).slice(1).map(([x = 0, y = 0]): Point => ({ x, y }));
      expect(planeArea(hull)).toBeCloseTo(planeArea(ring), 9);
      if (planeArea(hull) > 0) expect(ring.map(key)).toEqual(expect.arrayContaining(hull.map(key)));
    }),
  );
});
