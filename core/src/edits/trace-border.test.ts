import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { multiPolygon, rectangle, ringThrough, territory } from '../../test/fixtures/rectangles.ts';
import { snapPosition } from '../geometry/grid.ts';
import { edgeLengthM } from '../geometry/length.ts';
import type { Position } from '../model/geometry.ts';
import { isNearEdge } from './border-vertex.ts';
import { traceBorder } from './trace-border.ts';

// The northern border of A has a bend upwards; the area reaches further east.
const plan = {
  boundary: multiPolygon([rectangle(40, 20, 50, 30)]),
  territories: [territory('a', ringThrough('40,20 44,20 44,22 43,22 42,23 41,22 40,22'))],
};

function trace(from: Position, to: Position) {
  const traced = traceBorder(plan, { from, to });
  return traced.ok ? traced.positions.join(' ') : traced.reason;
}

test('follows a border between vertices the shorter way', () => {
  expect(trace([40, 22], [44, 22])).toBe('40,22 41,22 42,23 43,22 44,22');
  expect(trace([44, 22], [40, 22])).toBe('44,22 43,22 42,23 41,22 40,22');
  expect(trace([40, 22], [44, 20])).toBe('40,22 40,20 44,20');
});

test('follows the same ring the other way around when asked to', () => {
  const traced = traceBorder(plan, { from: [44, 22], to: [44, 20], way: 'longer' });
  expect(traced.ok && traced.positions.join(' ')).toBe('44,22 43,22 42,23 41,22 40,22 40,20 44,20');
});

test('begins and ends on edges too, also both on one', () => {
  expect(trace([40.5, 22], [43.5, 22])).toBe('40.5,22 41,22 42,23 43,22 43.5,22');
  expect(trace([41, 20], [43, 20])).toBe('41,20 43,20');
  expect(trace([43, 20], [41, 20])).toBe('43,20 41,20');
  expect(trace([40, 21], [41, 20])).toBe('40,21 40,20 41,20');
});

test('follows the boundary of the area where no territory runs along', () => {
  expect(trace([48, 20], [50, 22])).toBe('48,20 50,20 50,22');
});

test('refuses places away from borders, or on different ones, or one place', () => {
  expect(trace([45, 25], [44, 22])).toBe('not-on-a-border');
  expect(trace([44, 22], [50, 22])).toBe('not-on-one-border');
  expect(trace([44, 22], [44, 22])).toBe('same-place');
});

test('any way in any plan runs along the ring that has both ends, and is no longer than half of it', () => {
  fc.assert(
    fc.property(wholePlan, fc.nat(), fc.nat(), fc.nat(), (any, number, first, second) => {
      const geometry = any.territories[number % any.territories.length]?.geometry;
      const ring = geometry?.coordinates[0]?.[0] ?? [];
      const open = ring.slice(0, -1);
      const at = first % open.length;
      const [from, next] = [open[at], open[(at + 1) % open.length]];
      const to = open[second % open.length];
      if (!from || !next || !to) return;
      const middle = snapPosition([(from[0] + next[0]) / 2, (from[1] + next[1]) / 2]);
      const traced = traceBorder(any, { from: middle, to });
      if (!traced.ok) throw new Error(traced.reason);
      expect(traced.positions[0]).toEqual(middle);
      expect(traced.positions.at(-1)).toEqual(to);
      const lengthOf = (line: readonly Position[]): number =>
        line.slice(1).reduce((sum, one, i) => sum + edgeLengthM(line[i] ?? one, one), 0);
      expect(traced.lengthM).toBeCloseTo(lengthOf(traced.positions), 6);
      expect(traced.lengthM).toBeLessThan(lengthOf(ring) / 2 + 1);
      const outlines = [
        ...any.territories.map((one) => one.geometry),
        ...(any.boundary ? [any.boundary] : []),
      ];
      const edges = outlines
        .flatMap(({ coordinates }) => coordinates.flat())
        .flatMap((one) => one.slice(1).map((end, i): [Position, Position] => [one[i] ?? end, end]));
      for (const [i, place] of traced.positions.slice(1).entries()) {
        const before = traced.positions[i] ?? place;
        expect(edges.some(([a, b]) => isNearEdge(place, a, b) && isNearEdge(before, a, b))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
