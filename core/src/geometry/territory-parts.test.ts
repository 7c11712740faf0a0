import { expect, test } from 'vitest';
import { multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { partsOf } from './territory-parts.ts';

// 2       +---+      a and b share the border at x = 1; b and c touch only in the corner 2,1;
// 1 +---+-+-+-+      d lies apart.
//   | a | b | c
// 0 +---+---+    d
const a = rectangle(0, 0, 1, 1);
const b = rectangle(1, 0, 2, 1);
const c = rectangle(2, 1, 3, 2);
const d = rectangle(5, 0, 6, 1);

test('polygons that share a border are one part, those that touch in a point are two', () => {
  expect(partsOf(multiPolygon([a], [b], [c], [d])).parts).toEqual([[0, 1], [2], [3]]);
  expect(partsOf(multiPolygon([c], [b], [a])).parts).toEqual([[0], [1, 2]]);
});

test('a shared border is a seam, also where the corners differ', () => {
  expect(partsOf(multiPolygon([a], [b])).seams).toEqual([
    [
      [1, 0],
      [1, 1],
    ],
  ]);
  expect(partsOf(multiPolygon([a], [rectangle(1, 0.25, 2, 3)])).seams).toEqual([
    [
      [1, 0.25],
      [1, 1],
    ],
  ]);
  expect(partsOf(multiPolygon([b], [c])).seams).toEqual([]);
});

test('an island in a hole is a part of its own unless it reaches the hole on one side', () => {
  const ringed = [rectangle(0, 0, 9, 9), rectangle(2, 2, 7, 7)];
  expect(partsOf(multiPolygon(ringed, [rectangle(3, 3, 6, 6)])).parts).toHaveLength(2);
  expect(partsOf(multiPolygon(ringed, [rectangle(2, 3, 6, 6)])).parts).toHaveLength(1);
});

test('polygons that cross are one part; nothing has no parts', () => {
  expect(partsOf(multiPolygon([rectangle(0, 1, 3, 2)], [rectangle(1, 0, 2, 3)])).parts).toEqual([[0, 1]]);
  expect(partsOf(multiPolygon())).toEqual({ parts: [], seams: [] });
  expect(partsOf(multiPolygon([])).parts).toEqual([]);
});

test('a chain of many polygons is one part', () => {
  const chain = Array.from({ length: 300 }, (_, i) => [rectangle(i / 10, 0, (i + 1) / 10, 1)]);
  expect(partsOf(multiPolygon(...chain)).parts).toHaveLength(1);
});
