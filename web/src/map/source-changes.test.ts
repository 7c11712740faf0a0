import type { Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { changesBetween } from './source-changes.ts';

const [HERE, THERE]: [Position, Position] = [
  [40, 20],
  [41, 20],
];

function place(id: string, coordinates: Position, name = 'a'): GeoJSON.Feature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties: { name } };
}

function places(...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features };
}

test('only what moved, is called another name or is new is sent, and what has gone is removed', () => {
  const before = places(
    place('still', HERE),
    place('moves', HERE),
    place('named', HERE),
    place('goes', HERE),
  );
  const [moved, named, comes] = [place('moves', THERE), place('named', HERE, 'b'), place('comes', HERE)];
  expect(changesBetween(before, places(place('still', HERE), moved, named, comes))).toEqual({
    remove: ['goes'],
    add: [moved, named, comes],
  });
});

test('without ids there is no telling what changed', () => {
  const { id: _, ...nameless } = place('x', HERE);
  expect(changesBetween(places(nameless), places(nameless))).toBeNull();
});
