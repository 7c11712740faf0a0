import { expect, test } from 'vitest';
import { emptyPlane, segmentsOf, sidesOf } from '../../../test/fixtures/drawn-plane.ts';
import { ringThrough } from '../../../test/fixtures/rectangles.ts';
import { boxOf, type GridPolygon } from '../grid.ts';
import { SideLabeller } from './label-sides.ts';
import { Outlines } from './outlines.ts';
import { RingRoles } from './ring-roles.ts';

function gridPolygon(...rings: string[]): GridPolygon {
  const flat = rings.map((places) => Float64Array.from(ringThrough(places).slice(0, -1).flat()));
  return { rings: flat, box: boxOf(flat[0] ?? []) };
}

function emptyOutlines() {
  const plane = emptyPlane();
  const roles = new RingRoles();
  const outlines = new Outlines(plane, roles, { originX: 0, originY: 0, steps: 1 });
  /** The owners north and south of each segment. */
  const owners = () => {
    new SideLabeller(plane).label(plane.settle());
    const withOwners = Object.entries(sidesOf(plane)).map(([ends, sides]) => {
      const [north, south] = sides.split('|').map((rings) => {
        const set = rings === '' ? [] : rings.split(',').map(Number);
        const label = set.reduce((sum, ring) => plane.rings.difference(sum, plane.rings.single(ring)), 0);
        return roles.ownersWithin(plane.rings.membersOf(label)).join();
      });
      return [ends, `${north}|${south}`];
    });
    return Object.fromEntries(withOwners);
  };
  return { plane, outlines, owners };
}

const SQUARE = '0,0 6,0 6,6 0,6';
const HOLE = '2,2 4,2 4,4 2,4';

test('a hole takes from its own polygon only', () => {
  const { outlines, owners } = emptyOutlines();
  outlines.draw(7, [gridPolygon(SQUARE, HOLE)]);
  outlines.draw(8, [gridPolygon(SQUARE)]);
  expect(owners()).toMatchObject({ '2,2 4,2': '8|7,8', '0,0 6,0': '7,8|' });
});

test('polygons of one owner unite where they overlap', () => {
  const { outlines, owners } = emptyOutlines();
  outlines.draw(7, [gridPolygon('0,0 4,0 4,4 0,4'), gridPolygon('2,0 6,0 6,4 2,4')]);
  expect(owners()).toMatchObject({ '2,0 2,4': '7|7', '2,0 4,0': '7|', '4,0 4,4': '7|7' });
});

test('drawn anew only the edges that differ are toggled', () => {
  const { outlines, plane } = emptyOutlines();
  outlines.draw(7, [gridPolygon(SQUARE)]);
  plane.settle();
  outlines.draw(7, [gridPolygon('0,0 6,0 6,4 0,6')]);
  // Two edges went and two came.
  expect(plane.settle()).toHaveLength(4);
  outlines.draw(7, []);
  plane.settle();
  expect(segmentsOf(plane)).toEqual({});
});
