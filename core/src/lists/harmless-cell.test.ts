import { expect, test } from 'vitest';
import { harmlessCell } from './harmless-cell.ts';

test('what could act as a formula is made text', () => {
  expect(['=1+1', '+966 50', '-A1', '@x', '\tx'].map(harmlessCell)).toEqual([
    "'=1+1",
    "'+966 50",
    "'-A1",
    "'@x",
    "'\tx",
  ]);
});

test('numbers and plain text stay as they are', () => {
  for (const cell of ['-12.5', '+966501234567', '-1e-7', '-12,5', 'غميقة', '', 'a=b'])
    expect(harmlessCell(cell)).toBe(cell);
});
