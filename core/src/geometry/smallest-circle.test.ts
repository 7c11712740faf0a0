import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestCircle } from './smallest-circle.ts';

test('two points have the circle over them, a right triangle that over its longest side', () => {
  const [a, b, c] = [
    { x: 0, y: 0 },
    { x: 6, y: 8 },
    { x: 6, y: 0 },
  ];
  expect(smallestCircle([a, b])).toEqual({ centre: { x: 3, y: 4 }, radius: 5 });
  expect(smallestCircle([a, b, c])?.radius).toBeCloseTo(5, 12);
});

test('an obtuse triangle has the circle over its longest side, an acute one that through its corners', () => {
  expect(
    smallestCircle([
      { x: -5, y: 0 },
      { x: 5, y: 0 },
      { x: 0, y: 1 },
    ])?.radius,
  ).toBeCloseTo(5, 12);
  // 3, 4, 5 doubled around the origin: all corners are five away from it.
  const through = smallestCircle([
    { x: -3, y: -4 },
    { x: 3, y: -4 },
    { x: 0, y: 5 },
  ]);
  expect(through?.radius).toBeCloseTo(5, 12);
  expect(through?.centre.y).toBeCloseTo(0, 12);
});

test('no point has no circle, one point has one without extent', () => {
  expect(smallestCircle([])).toBeNull();
  expect(
    smallestCircle([
      { x: 2, y: 3 },
      { x: 2, y: 3 },
    ]),
  ).toEqual({ centre: { x: 2, y: 3 }, radius: 0 });
});

test('all points are within, and some pair or triple has no smaller circle', () => {
  const point = fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
      const circle = smallestCircle(points);
      const { centre, radius } = circle ?? { centre: { x: 0, y: 0 }, radius: -1 };
      for (const { x, y } of points)
        expect(Math.hypot(x - centre.x, y - centre.y)).toBeLessThan(radius + 1e-9);
      // By Helly's theorem the smallest circle is that of three of the points.
      const triples = points.flatMap((a) => points.flatMap((b) => points.map((c) => [a, b, c])));
      const least = Math.max(...triples.map((triple) => smallestCircle(triple)?.radius ?? 0));
      expect(radius).toBeCloseTo(least, 9);
    }),
    { numRuns: 50 },
  );
});

test('thousands of points on one circle take no time to speak of', () => {
  const points = Array.from({ length: 5_000 }, (_, i) => ({ x: 1e5 * Math.cos(i), y: 1e5 * Math.sin(i) }));
  expect(smallestCircle(points)?.radius).toBeCloseTo(1e5, 4);
});
