import { expect, test } from 'vitest';
import { multiPolygon, territory } from '../../test/fixtures/rectangles.ts';
import { fromGrid } from '../geometry/grid.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { conformedBoundary } from './conformed-boundary.ts';
import { movedOutside } from './outside-area.ts';

/** A ring through places written as "x,y x,y …", in steps of the grid. */
function ring(places: string): Ring {
  const open = places.split(' ').map((place): Position => {
    const [x = 0, y = 0] = place.split(',').map(Number);
    return [fromGrid(x), fromGrid(y)];
  });
  return [...open, ...open.slice(0, 1)];
}

// The third edge of the area falls by one step for each three: of the places beside it, 100,66 lies inside by two thirds
// of a step, 99,67 on it, and 101,67 outside.
const boundary = multiPolygon([ring('0,0 300,0 0,100')]);

test('a new vertex that rounding brought into the area is moved out, in all territories that have it', () => {
  const halves = [territory('a', ring('0,0 100,0 100,66 0,100')), territory('b', ring('100,0 300,0 100,66'))];
  expect(movedOutside(boundary, halves, [])).toEqual([
    territory('a', ring('0,0 100,0 99,67 0,100')),
    territory('b', ring('100,0 300,0 99,67')),
  ]);
});

test('vertices of before, those outside and those well inside stay', () => {
  const old = [territory('a', ring('0,0 100,0 100,66 0,100'))];
  expect(movedOutside(boundary, old, old)).toEqual(old);
  const others = [territory('a', ring('0,0 100,0 101,67 50,50'))];
  expect(movedOutside(boundary, others, [])).toEqual(others);
});

test('the boundary takes over the vertices beside its edges, in their order, and no others', () => {
  const beside = [
    territory('a', ring('0,0 100,0 101,67 50,84 50,50')),
    territory('b', ring('100,0 300,0 101,67 100,50')),
  ];
  expect(conformedBoundary(boundary, beside)).toEqual(
    multiPolygon([ring('0,0 100,0 300,0 101,67 50,84 0,100')]),
  );
});
