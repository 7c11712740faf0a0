import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTITION_SIDE, partition } from '../../test/arbitraries/partition.ts';
import { associationId, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import type { Position } from '../model/geometry.ts';
import { fromGrid, GRID_PER_DEGREE } from './grid.ts';
import { borderEdges, nearestOnBorder } from './nearest-on-border.ts';
import type { BorderEdge } from './shared-edges.ts';

const [A, B, C] = [associationId('a'), associationId('b'), associationId('c')];
// A A B     the border of A and B is x = 1, y from 0 to 2, and C has no border with A
// A A B C
const territories = [
  territory('a', rectangle(0, 0, 1, 2)),
  territory('b', rectangle(1, 0, 2, 2)),
  territory('c', rectangle(2, 0, 3, 1)),
];

test('a place on the border of two stays where it is', () => {
  expect(nearestOnBorder(borderEdges(territories, [A, B]), [1, 0.5])).toEqual([1, 0.5]);
});

test('a place beside it comes to the border of the two, not to a nearer one of one of them', () => {
  expect(nearestOnBorder(borderEdges(territories, [A, B]), [0.25, 1])).toEqual([1, 1]);
  expect(nearestOnBorder(borderEdges(territories, [A]), [0.25, 1])).toEqual([0, 1]);
});

test('where one of the two has a vertex more the border is shared all the same', () => {
  const [west, east] = [
    territory('a', rectangle(0, 0, 1, 2)),
    territory('b', [
      [1, 0],
      [2, 0],
      [2, 2],
      [1, 2],
      [1, 1.5],
      [1, 0.5],
      [1, 0],
    ]),
  ];
  for (const both of [
    [west, east],
    [east, west],
  ]) {
    expect(nearestOnBorder(borderEdges(both, [A, B]), [1.5, 1])).toEqual([1, 1]);
  }
});

test('of two that no longer meet, it is the nearer outline', () => {
  expect(nearestOnBorder(borderEdges(territories, [A, C]), [1.75, 0.5])).toEqual([2, 0.5]);
  expect(nearestOnBorder(borderEdges(territories, [A, C]), [1.25, 0.5])).toEqual([1, 0.5]);
});

test('where nothing is drawn there is no place', () => {
  expect(nearestOnBorder(borderEdges([], [A, B]), [1, 1])).toBeNull();
});

const place = fc
  .tuple(fc.integer({ min: -4, max: PARTITION_SIDE + 4 }), fc.integer({ min: -4, max: PARTITION_SIDE + 4 }))
  .map(([x, y]): Position => [fromGrid(x), fromGrid(y)]);
const pair = fc.constantFrom([A, B], [A, C], [B, C], [A], [C]);

test('the place is on the border, no other is nearer, and it stays there', () => {
  fc.assert(
    fc.property(partition, pair, place, (drawn, whose, position) => {
      const edges = borderEdges(drawn, whose);
      const found = nearestOnBorder(edges, position);
      if (found === null) return edges.length === 0;
      const places = edges.flatMap((edge) => alongEdge(edge, 40));
      const least = Math.min(...places.map((one) => stepsBetween(one, position)));
      expect(Math.min(...places.map((one) => stepsBetween(one, found)))).toBeLessThanOrEqual(1.5);
      expect(stepsBetween(found, position)).toBeLessThanOrEqual(least + 1);
      expect(nearestOnBorder(edges, found)).toEqual(found);
      return true;
    }),
  );
});

test('the border of two lies on the outlines of both, whichever is named first', () => {
  fc.assert(
    fc.property(partition, (drawn) => {
      const [outlineA, outlineB] = [borderEdges(drawn, [A]), borderEdges(drawn, [B])];
      const shared = borderEdges(drawn, [A, B]);
      // Where they do not meet, both outlines are taken.
      if (shared.length === outlineA.length + outlineB.length) return;
      for (const at of shared.flatMap((edge) => alongEdge(edge, 4))) {
        for (const outline of [outlineA, outlineB, borderEdges(drawn, [B, A])]) {
          const found = nearestOnBorder(outline, at);
          expect(found && stepsBetween(found, at)).toBeLessThanOrEqual(2);
        }
      }
    }),
  );
});

function alongEdge([from, to]: BorderEdge, pieces: number): Position[] {
  return Array.from({ length: pieces + 1 }, (_, i) => [
    from[0] + (i / pieces) * (to[0] - from[0]),
    from[1] + (i / pieces) * (to[1] - from[1]),
  ]);
}

function stepsBetween(a: Position, b: Position): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]) * GRID_PER_DEGREE;
}
