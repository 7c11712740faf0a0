import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromGrid, snapPosition, toGrid } from './grid.ts';

test('a snapped position has at most seven decimals and is the double nearest to them', () => {
  expect(snapPosition([40.123456789, 20.98765432])).toEqual([40.1234568, 20.9876543]);
  expect(snapPosition([0.1 + 0.2, -0.3])).toEqual([0.3, -0.3]);
});

test('a height is dropped and minus zero is zero', () => {
  const [longitude, latitude, height] = snapPosition([-1e-9, 5, 12] as unknown as [
    number,
    number,
  ]) as number[];
  expect([Object.is(longitude, 0), latitude, height]).toEqual([true, 5, undefined]);
});

test('every grid integer of the globe comes back from degrees, written with seven decimals', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }), (units) => {
      const degrees = fromGrid(units);
      expect(toGrid(degrees)).toBe(units);
      expect(Number(degrees.toFixed(7))).toBe(degrees);
      expect(snapPosition([degrees, degrees])).toEqual([degrees, degrees]);
    }),
  );
});
