import { expect, test } from 'vitest';
import { doubledArea, type FineRing } from './fine-grid.ts';
import { type DirectedEdge, traceFaces } from './trace-faces.ts';

function ring(...corners: [number, number][]): FineRing {
  return corners.map(([x, y]) => ({ x, y }));
}

function square(west: number, south: number, side: number): FineRing {
  return ring([west, south], [west + side, south], [west + side, south + side], [west, south + side]);
}

/** The areas of the faces, each with those of its holes, that rings have on their left. */
function areasOf(rings: readonly FineRing[]) {
  const edges = rings.flatMap((one) => one.map((to, i): DirectedEdge => [one.at(i - 1) ?? to, to]));
  return traceFaces(edges).map(({ outer, holes }) => [
    doubledArea(outer) / 2,
    ...holes.map((hole) => doubledArea(hole) / 2),
  ]);
}

test('a hole goes to the smallest face around it, an island in it is a face of its own', () => {
  const hole = square(2, 2, 6).toReversed();
  expect(areasOf([square(0, 0, 10), hole, square(4, 4, 1)])).toEqual([[1], [100, -36]]);
});

test('squares that touch in a corner are two faces, also when one ring runs around both', () => {
  const eight = ring([0, 0], [1, 0], [1, 1], [2, 1], [2, 2], [1, 2], [1, 1], [0, 1]);
  expect(areasOf([eight])).toEqual([[1], [1]]);
  expect(areasOf([square(0, 0, 1), square(1, 1, 1)])).toEqual([[1], [1]]);
});

test('a hole that touches the outer ring is a hole, also when one ring runs around both', () => {
  const joined = ring([0, 0], [4, 0], [4, 4], [0, 4], [0, 2], [1, 3], [2, 2], [1, 1], [0, 2]);
  expect(areasOf([joined])).toEqual([[16, -2]]);
});

test('a hole that touches the outer ring twice cuts the face in two', () => {
  const diamond = ring([0, 2], [2, 1], [4, 2], [2, 3]).toReversed();
  const outer = ring([0, 0], [4, 0], [4, 2], [4, 4], [0, 4], [0, 2]);
  expect(areasOf([outer, diamond])).toEqual([[6], [6]]);
});

test('reversed rings give the holes that they enclose, and not what lies around them', () => {
  const frame = [square(0, 0, 10), square(2, 2, 6).toReversed(), square(4, 4, 1)];
  expect(areasOf(frame.map((one) => one.toReversed()))).toEqual([[36, -1]]);
});

test('four squares around a place, touching in corners only, enclose it', () => {
  const around = [square(1, 0, 1), square(2, 1, 1), square(1, 2, 1), square(0, 1, 1)];
  expect(areasOf(around.map((one) => one.toReversed()))).toEqual([[1]]);
});

test('no rings, no faces', () => {
  expect(traceFaces([])).toEqual([]);
});
