import type { MultiPolygon, Polygon } from '@nitaq/core';
import { expect, test } from 'vitest';
import { labelPoint } from './label-point.ts';

function box(west: number, east: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  };
}
const territory: MultiPolygon = { type: 'MultiPolygon', coordinates: [box(0, 4).coordinates] };

test('a name stands where nobody else claims the territory', () => {
  const [longitude] = labelPoint(territory, [box(0, 2)]);
  expect(longitude).toBeGreaterThan(2.4);
});

test('a name stands in the territory even when all of it is claimed twice', () => {
  const [longitude, latitude] = labelPoint(territory, [box(0, 4)]);
  expect(longitude).toBeGreaterThan(0.4);
  expect(longitude).toBeLessThan(3.6);
  expect(latitude).toBeCloseTo(0.5, 1);
});

test('of several parts the roomiest bears the name', () => {
  const islands: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [box(0, 0.2).coordinates, box(10, 12).coordinates],
  };
  expect(labelPoint(islands, [])[0]).toBeGreaterThan(10);
});
