import { expect, test } from 'vitest';
import { emptyPlane, sidesOf, toggleEdge, toggleRing } from '../../../test/fixtures/drawn-plane.ts';
import type { Arrangement } from './arrangement.ts';
import { SideLabeller } from './label-sides.ts';

function labelled(plane: Arrangement): Record<string, string> {
  expect(new SideLabeller(plane).label(plane.settle())).toBe(true);
  return sidesOf(plane);
}

//       1 1 1     Ring 0 goes round x, y 0–4, ring 1 round x, y 2–6:
//   0 0 + . 1     within x, y 2–4 one is within both. Of a segment due north the west is its north.
//   0 . 0 1 1
//   0 0 0
test('tells the rings on either side of the segments of two squares that overlap', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 4,0 4,4 0,4');
  toggleRing(plane, 1, '2,2 6,2 6,6 2,6');
  expect(labelled(plane)).toEqual({
    '0,0 4,0': '0|',
    '4,0 4,2': '0|',
    '4,2 4,4': '0,1|1',
    '2,4 4,4': '1|0,1',
    '0,4 2,4': '|0',
    '0,0 0,4': '|0',
    '2,2 4,2': '0,1|0',
    '4,2 6,2': '1|',
    '6,2 6,6': '1|',
    '2,6 6,6': '|1',
    '2,4 2,6': '|1',
    '2,2 2,4': '0|0,1',
  });
});

test('a shared edge has one ring on each side, one drawn twice both on one side', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 4,0 4,4 0,4');
  toggleRing(plane, 1, '4,0 8,0 8,4 4,4');
  toggleRing(plane, 2, '0,0 4,0 4,4 0,4');
  expect(labelled(plane)).toMatchObject({ '4,0 4,4': '0,2|1', '0,0 4,0': '0,2|', '4,0 8,0': '1|' });
});

test('what touches nothing takes the rings around it, and what lies east of something those beyond it', () => {
  // Ring 0 goes round ring 1; ring 2 lies east of both.
  const plane = emptyPlane({ maxX: 10 });
  toggleRing(plane, 0, '0,0 6,0 6,6 0,6');
  toggleRing(plane, 1, '2,2 4,2 4,4 2,4');
  toggleRing(plane, 2, '8,2 10,2 10,4 8,4');
  expect(labelled(plane)).toMatchObject({ '2,2 4,2': '0,1|0', '2,2 2,4': '0|0,1', '8,2 8,4': '|2' });
});

// . . . .     It goes round x, y 0–6, but for the south-west, and once more round x, y 2–4, which is outside therefore.
// . - - .
// . - - .
//   . . .
test('what a ring goes round twice is outside of it', () => {
  const plane = emptyPlane({ minY: -2 });
  toggleRing(plane, 0, '0,0 6,0 6,6 0,6 0,2 4,2 4,4 2,4 2,-2 0,-2');
  expect(labelled(plane)).toMatchObject({
    '2,2 4,2': '|0',
    '4,2 4,4': '|0',
    '2,4 4,4': '0|',
    '2,2 2,4': '0|',
    '2,0 2,2': '|0',
    '0,2 2,2': '0|',
    '2,-2 2,0': '0|',
  });
});

test('along the border of the box one side is outside', () => {
  const plane = emptyPlane({ maxX: 1000, maxY: 1000 }, 100);
  toggleRing(plane, 0, '0,0 1000,0 1000,1000 0,1000');
  toggleRing(plane, 1, '500,0 1000,0 1000,500 500,500');
  expect(labelled(plane)).toEqual({
    '0,0 500,0': '0|',
    '500,0 1000,0': '0,1|',
    '1000,0 1000,500': '0,1|',
    '1000,500 1000,1000': '0|',
    '0,1000 1000,1000': '|0',
    '0,0 0,1000': '|0',
    '500,500 1000,500': '0|0,1',
    '500,0 500,500': '0|0,1',
  });
});

test('a ring that goes away takes its number from both sides of what is left', () => {
  const plane = emptyPlane();
  const labeller = new SideLabeller(plane);
  toggleRing(plane, 0, '0,0 6,0 6,6 0,6');
  toggleRing(plane, 1, '2,2 4,2 4,4 2,4');
  const first = plane.settle();
  labeller.label(first);
  toggleRing(plane, 0, '0,0 6,0 6,6 0,6');
  expect(labeller.label(Int32Array.from([...plane.settle(), ...first]))).toBe(true);
  expect(sidesOf(plane)).toEqual({ '2,2 4,2': '1|', '4,2 4,4': '1|', '2,4 4,4': '|1', '2,2 2,4': '|1' });
});

test('says so where a ring is not closed', () => {
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 4,0');
  toggleEdge(plane, 0, '4,0 4,4');
  expect(new SideLabeller(plane).label(plane.settle())).toBe(false);
});
