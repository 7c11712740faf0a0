import type { AssociationId, Position, TerritoryFeature } from '@nitaq/core';
import { expect, test } from 'vitest';
import { linesBeyond } from './lines-beyond.ts';

function feature(association: string, ...ring: readonly Position[]): TerritoryFeature {
  const id = association as AssociationId;
  const properties = { association: id, areaKm2: 1, version: 1 };
  const coordinates = [[[...ring, ...ring.slice(0, 1)]]];
  return { type: 'Feature', id, geometry: { type: 'MultiPolygon', coordinates }, properties };
}

// 1 +---+---+     Two squares side by side; in the other drawing their border leans to the east.
// 0 +---+---+
const before = [feature('a', [0, 0], [1, 0], [1, 1], [0, 1]), feature('b', [1, 0], [2, 0], [2, 1], [1, 1])];
const leaning = [
  feature('a', [0, 0], [1, 0], [1.5, 0.5], [1, 1], [0, 1]),
  feature('b', [1, 0], [2, 0], [2, 1], [1, 1], [1.5, 0.5]),
];

test('a border that two territories share is told once, whichever way it runs', () => {
  expect(linesBeyond(leaning, before)).toEqual([
    [
      [1, 0],
      [1.5, 0.5],
      [1, 1],
    ],
  ]);
});

test('what both have is left out, also where it belongs to another territory there', () => {
  expect(linesBeyond(before, before)).toEqual([]);
  const swapped = before.map((one, i) => ({ ...one, geometry: before[1 - i]?.geometry ?? null }));
  expect(linesBeyond(swapped, before)).toEqual([]);
  expect(linesBeyond(before, []).flat().length).toBeGreaterThan(6);
});
