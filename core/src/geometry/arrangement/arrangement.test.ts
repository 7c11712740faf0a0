import { expect, test } from 'vitest';
import {
  emptyPlane,
  placesAlong,
  segmentsOf,
  toggleEdge,
  toggleRing,
} from '../../../test/fixtures/drawn-plane.ts';
import { type Arrangement, TooManyCrossingsError } from './arrangement.ts';

function placesInUse({ grid, vertices }: Arrangement): string[] {
  const found: string[] = [];
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    for (let vertex = vertices.firstIn(cell); vertex >= 0; vertex = vertices.after(vertex)) {
      found.push(`${vertices.x.get(vertex)},${vertices.y.get(vertex)}`);
    }
  }
  return found.sort();
}

const LOWER_LEFT = '0,0 4,0 4,4 0,4';
const UPPER_RIGHT = '2,2 6,2 6,6 2,6';

//       1 1 1     Ring 0 goes round x, y 0–4, ring 1 round x, y 2–6:
//   0 0 + . 1     they cross in 2,4 and 4,2
//   0 . 0 1 1
//   0 0 0
test('cuts the edges of two squares that overlap where they cross', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, LOWER_LEFT);
  toggleRing(plane, 1, UPPER_RIGHT);
  expect(plane.settle()).toHaveLength(12);
  expect(segmentsOf(plane)).toEqual({
    '0,0 4,0': '0',
    '4,0 4,2': '0',
    '4,2 4,4': '0',
    '2,4 4,4': '0',
    '0,4 2,4': '0',
    '0,0 0,4': '0',
    '2,2 4,2': '1',
    '4,2 6,2': '1',
    '6,2 6,6': '1',
    '2,6 6,6': '1',
    '2,4 2,6': '1',
    '2,2 2,4': '1',
  });
  expect(placesInUse(plane)).toEqual(['0,0', '0,4', '2,2', '2,4', '2,6', '4,0', '4,2', '4,4', '6,2', '6,6']);
});

test('makes the same segments one ring after the other as all at once', () => {
  const [atOnce, later, reversed] = [emptyPlane(), emptyPlane(), emptyPlane()];
  toggleRing(atOnce, 0, LOWER_LEFT);
  toggleRing(atOnce, 1, UPPER_RIGHT);
  atOnce.settle();
  toggleRing(later, 1, UPPER_RIGHT);
  later.settle();
  toggleRing(later, 0, LOWER_LEFT);
  later.settle();
  toggleRing(reversed, 1, UPPER_RIGHT.split(' ').reverse().join(' '));
  toggleRing(reversed, 0, LOWER_LEFT.split(' ').reverse().join(' '));
  reversed.settle();
  expect(segmentsOf(later)).toEqual(segmentsOf(atOnce));
  expect(segmentsOf(reversed)).toEqual(segmentsOf(atOnce));
});

test('an edge that two rings share is one segment of both', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 4,0 4,4 0,4');
  toggleRing(plane, 1, '4,0 8,0 8,4 4,4');
  plane.settle();
  expect(Object.keys(segmentsOf(plane))).toHaveLength(7);
  expect(segmentsOf(plane)).toMatchObject({ '4,0 4,4': '0,1', '0,0 4,0': '0', '4,0 8,0': '1' });
});

test('edges that lie on each other share the piece that they have in common', () => {
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 6,3');
  toggleEdge(plane, 1, '8,4 2,1');
  plane.settle();
  expect(segmentsOf(plane)).toEqual({ '0,0 2,1': '0', '2,1 6,3': '0,1', '6,3 8,4': '1' });
});

// At x = 2 the edge from 0,0 to 5,2 is at y = 0.8, within the square of half a unit around 2,1; at x = 3 it is at 1.2,
// and the square of 3,2 begins at y = 1.5.
test('an edge is bent to a vertex whose square it runs through, and past others', () => {
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 5,2');
  toggleEdge(plane, 1, '2,1 3,2');
  plane.settle();
  expect(placesAlong(plane, '0,0 5,2')).toBe('0,0 2,1 5,2');
  expect(segmentsOf(plane)).toEqual({ '0,0 2,1': '0', '2,1 5,2': '0', '2,1 3,2': '1' });
});

test('an edge is bent by a vertex that comes later, and straight again when it goes', () => {
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 5,2');
  plane.settle();
  expect(segmentsOf(plane)).toEqual({ '0,0 5,2': '0' });
  toggleEdge(plane, 1, '2,1 3,2');
  // The straight one goes; two pieces and the new one come.
  expect(plane.settle()).toHaveLength(4);
  expect(placesAlong(plane, '0,0 5,2')).toBe('0,0 2,1 5,2');
  toggleEdge(plane, 1, '2,1 3,2');
  expect(plane.settle()).toHaveLength(4);
  expect(segmentsOf(plane)).toEqual({ '0,0 5,2': '0' });
});

test('a crossing is rounded to the nearest place, and both edges are bent to it', () => {
  // y = x/2 and x = 3 cross in 3,1.5, which is rounded north; y = x/3 and x = 4 in 4,1⅓, rounded south.
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 8,4');
  toggleEdge(plane, 1, '3,0 3,8');
  plane.settle();
  expect(placesAlong(plane, '0,0 8,4')).toBe('0,0 3,2 8,4');
  expect(placesAlong(plane, '3,0 3,8')).toBe('3,0 3,2 3,8');
  const other = emptyPlane();
  toggleEdge(other, 0, '0,0 6,2');
  toggleEdge(other, 1, '4,0 4,8');
  other.settle();
  expect(placesAlong(other, '0,0 6,2')).toBe('0,0 4,1 6,2');
});

// The edges cross in 1.5,1.5, the corner of the squares of 1,1 and 2,1 and 1,2 and 2,2. It belongs to the last alone.
test('a crossing just between four places is cut in the north-eastern one, for rising and falling edges', () => {
  const plane = emptyPlane();
  toggleEdge(plane, 0, '0,0 3,3');
  toggleEdge(plane, 1, '0,3 3,0');
  plane.settle();
  expect(placesInUse(plane)).toEqual(['0,0', '0,3', '2,2', '3,0', '3,3']);
  expect(segmentsOf(plane)).toEqual({ '0,0 2,2': '0', '2,2 3,3': '0', '0,3 2,2': '1', '2,2 3,0': '1' });
});

// The falling edge comes from the square of 1,2 to that of 2,1 through the corner 1.5,1.5, which it has in common with
// those of 1,1 and 2,2; the rising one comes from 1,1 to 2,2 and touches those of 1,2 and 2,1 there.
test('an edge that touches just the corner of a square is bent to it where that is its south-western one', () => {
  const ends = { falling: '1,3 2,0', rising: '1,0 2,3' };
  const bentBy = (edge: string, vertex: string) => {
    const plane = emptyPlane();
    toggleEdge(plane, 0, edge);
    toggleEdge(plane, 1, `${vertex} 8,${vertex.at(-1)}`);
    plane.settle();
    return placesAlong(plane, edge).split(' ').includes(vertex);
  };
  expect(['1,2', '2,1', '2,2', '1,1'].map((vertex) => bentBy(ends.falling, vertex))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(['1,2', '2,1', '2,2', '1,1'].map((vertex) => bentBy(ends.rising, vertex))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('a ring drawn twice cancels itself, at once and later', () => {
  const atOnce = emptyPlane();
  toggleRing(atOnce, 0, LOWER_LEFT);
  toggleRing(atOnce, 0, LOWER_LEFT);
  expect(atOnce.settle()).toHaveLength(0);
  expect(segmentsOf(atOnce)).toEqual({});
  const later = emptyPlane();
  toggleRing(later, 0, LOWER_LEFT);
  later.settle();
  toggleRing(later, 0, LOWER_LEFT);
  expect(later.settle()).toHaveLength(4);
  expect(segmentsOf(later)).toEqual({});
});

test('a spike of a ring, which goes out and back, cancels itself', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 4,0 8,0 4,0 4,4 0,4');
  plane.settle();
  expect(Object.keys(segmentsOf(plane)).sort()).toEqual(['0,0 0,4', '0,0 4,0', '0,4 4,4', '4,0 4,4']);
});

test('two rings with the same outline do not cancel each other', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, LOWER_LEFT);
  toggleRing(plane, 1, LOWER_LEFT);
  plane.settle();
  expect(Object.values(segmentsOf(plane))).toEqual(['0,1', '0,1', '0,1', '0,1']);
});

test('what is toggled away leaves nothing, and uncuts what it had cut', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, LOWER_LEFT);
  toggleRing(plane, 1, UPPER_RIGHT);
  plane.settle();
  toggleRing(plane, 1, UPPER_RIGHT);
  plane.settle();
  const alone = emptyPlane();
  toggleRing(alone, 0, LOWER_LEFT);
  alone.settle();
  expect(segmentsOf(plane)).toEqual(segmentsOf(alone));
  expect(placesInUse(plane)).toEqual(['0,0', '0,4', '4,0', '4,4']);
  toggleRing(plane, 0, LOWER_LEFT);
  plane.settle();
  expect(segmentsOf(plane)).toEqual({});
  expect(placesInUse(plane)).toEqual([]);
});

test('finds the segments along the border of the box, and beyond it', () => {
  const plane = emptyPlane({ maxX: 1000, maxY: 1000 }, 100);
  const { columns, rows } = plane.grid;
  expect(Math.min(columns, rows)).toBeGreaterThan(1);
  toggleRing(plane, 0, '0,0 1000,0 1000,1000 0,1000');
  toggleRing(plane, 1, '1000,500 1500,500 1500,800 1000,800');
  plane.settle();
  expect(placesAlong(plane, '1000,0 1000,1000')).toBe('1000,0 1000,500 1000,800 1000,1000');
  expect(segmentsOf(plane)).toMatchObject({ '1000,500 1000,800': '0,1', '1500,500 1500,800': '1' });
  const found = new Set<number>();
  for (let cell = 0; cell < columns * rows; cell++) {
    plane.forSegmentsIn(cell, (segment) => found.add(segment));
  }
  expect(found.size).toBe(Object.keys(segmentsOf(plane)).length);
});

test('tells of more than a million crossings', () => {
  const plane = emptyPlane({ maxX: 2002, maxY: 2002 }, 2002);
  for (let i = 1; i <= 1001; i++) {
    toggleEdge(plane, 0, `0,${2 * i} 2004,${2 * i}`);
    toggleEdge(plane, 1, `${2 * i},0 ${2 * i},2004`);
  }
  expect(() => plane.settle()).toThrow(TooManyCrossingsError);
});
