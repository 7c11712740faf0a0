import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { associationId, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import type { Position } from '../model/geometry.ts';
import { bordersWithin, nearestTerritory } from './distance.ts';

/** Least geodesic distance to the outline, its edges cut into many points. */
function geodesicDistanceM(position: Position, outline: readonly Position[], pieces: number): number {
  let least = Infinity;
  for (const [i, to] of outline.slice(1).entries()) {
    const from = outline[i] ?? to;
    for (let piece = 0; piece <= pieces; piece++) {
      const along = piece / pieces;
      const [x, y] = [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
      least = Math.min(
        least,
        geodesic.Geodesic.WGS84.Inverse(position[1], position[0], y, x).s12 ?? Infinity,
      );
    }
  }
  return least;
}

const west = territory('west', rectangle(40, 20, 41, 21));
const east = territory('east', rectangle(42, 20, 43, 21));

test('inside a territory the distance is zero', () => {
  expect(nearestTerritory([west, east], [42.5, 20.5])).toEqual({ association: 'east', distanceM: 0 });
});

test('along a meridian the distance is the length of its arc', () => {
  // A tenth of a degree from 21° N to the north.
  expect(nearestTerritory([west], [40.5, 21.1])?.distanceM).toBeCloseTo(11_071.77, 1);
});

test('of equally near territories the first id is named, whatever their order', () => {
  const [left, right] = [territory('b', rectangle(-2, 0, -1, 1)), territory('a', rectangle(1, 0, 2, 1))];
  expect(nearestTerritory([left, right], [0, 0.5])?.association).toBe('a');
  expect(nearestTerritory([right, left], [0, 0.5])?.association).toBe('a');
});

test('without any territory there is no nearest', () => {
  expect(nearestTerritory([], [40, 20])).toBeNull();
  expect(nearestTerritory([territory('empty')], [40, 20])).toBeNull();
});

test('a border is near when another territory comes within the limit, not the one that covers', () => {
  // One thousandth of a degree of longitude at 20.5° N is 104.3 m.
  const neighbour = territory('neighbour', rectangle(41, 20, 42, 21));
  const covering = [associationId('west')];
  const border = bordersWithin([west, neighbour], [40.999, 20.5], covering, 2000);
  expect(border?.association).toBe('neighbour');
  expect(border?.distanceM).toBeCloseTo(104.3, 1);
  expect(bordersWithin([west, neighbour], [40.9, 20.5], covering, 2000)).toBeNull();
  expect(bordersWithin([west], [40.999, 20.5], covering, 2000)).toBeNull();
});

test('agrees with geographiclib within 0.1 % up to some hundred kilometres', () => {
  const offset = fc.integer({ min: -3_000, max: 3_000 }).map((steps) => steps / 1_000);
  const slanted: Position[] = [
    [40, 20],
    [42, 20.5],
    [41, 22],
    [40, 20],
  ];
  fc.assert(
    fc.property(offset, offset, (x, y) => {
      const position: Position = [41 + x, 21 + y];
      const nearest = nearestTerritory([territory('a', slanted)], position);
      // The outline is cut every kilometre: nearer than this, that alone is off by more than the thousandth.
      if (nearest === null || nearest.distanceM < 30_000) return;
      const ratio = nearest.distanceM / geodesicDistanceM(position, slanted, 200);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.001);
    }),
    { numRuns: 60 },
  );
});
