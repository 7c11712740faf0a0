import type { Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { softOutline } from './soft-outline.ts';

// A square of one degree whose southern side has a needle that points far into it.
const needle: Position[] = [
  [0, 0],
  [0.495, 0],
  [0.5, 0.4],
  [0.505, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

function sharpestTurn(ring: readonly Position[]): number {
  const turns = ring.slice(2).map(([x, y], index) => {
    const [a = [0, 0], b = [0, 0]] = ring.slice(index, index + 2);
    const turn = Math.atan2(y - b[1], x - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0]);
    return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  });
  return Math.max(...turns);
}

test('a soft outline turns gently where the ring has right angles', () => {
  const square: Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  expect(sharpestTurn(square)).toBeCloseTo(Math.PI / 2);
  expect(sharpestTurn(softOutline(square))).toBeLessThan(Math.PI / 8);
});

test('it is closed, and stays by the ring', () => {
  const soft = softOutline(needle);
  expect(soft.at(-1)).toEqual(soft[0]);
  const xs = soft.map(([x]) => x);
  expect(Math.min(...xs)).toBeCloseTo(0, 1);
  expect(Math.max(...xs)).toBeCloseTo(1, 1);
});

test('a ring too small to be rounded is left alone', () => {
  const small: Position[] = [
    [0, 0],
    [0.01, 0],
    [0.01, 0.01],
    [0, 0],
  ];
  expect(softOutline(small)).toEqual(small);
});
