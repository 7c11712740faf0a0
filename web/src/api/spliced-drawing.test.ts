import type { MultiPolygon, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { restored, spliced } from './spliced-drawing.ts';

const drawing = (...rings: Position[][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [ring]),
});

const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
//  ┌───────┐
//  │   ┌───┘   the corner at 4, 4 is taken away
//  └───┘
const bitten: Position[] = [
  [0, 0],
  [4, 0],
  [4, 2],
  [2, 2],
  [2, 4],
  [0, 4],
  [0, 0],
];

test('of a ring only what is new goes along, wherever it begins', () => {
  const turned = [...bitten.slice(3), ...bitten.slice(1, 4)];
  for (const now of [bitten, turned]) {
    const [[ring] = []] = spliced(drawing(square), drawing(now));
    expect(new Set(ring?.fresh)).toEqual(new Set([4, 2]));
    expect(ring?.fresh).toHaveLength(2 * now.filter(([x, y]) => x === 2 || y === 2).length);
  }
});

test.each([
  ['a bite', drawing(square), drawing(bitten)],
  ['what fills the bite', drawing(bitten), drawing(square)],
  ['the same', drawing(square), drawing(square)],
  ['a part more', drawing(square), drawing(square, bitten)],
  ['a part less', drawing(square, bitten), drawing(bitten)],
  ['a ring from another corner on', drawing(square), drawing([...square.slice(2), ...square.slice(1, 3)])],
  ['all of what was nothing', null, drawing(square)],
  ['nothing of what there was', drawing(square), drawing()],
])('%s is the same again', (_, before, now) => {
  expect(restored(before, spliced(before, now))).toEqual(now);
});
