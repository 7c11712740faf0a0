import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import { multiPolygon, rectangle, ringThrough, territory, village } from '../../test/fixtures/rectangles.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import type { Position } from '../model/geometry.ts';
import { isNearEdge, isSamePlace } from './border-vertex.ts';
import { deleteVertex } from './delete-vertex.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { insertVertex } from './insert-vertex.ts';
import { moveVertex } from './move-vertex.ts';

// A A B B     the border between A and B runs from 42,20 over 42,21 to 42,22;
// A A B B     C lies north of both
// C C C C
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 20, 44, 23)]),
  territories: [
    territory('a', ringThrough('40,20 42,20 42,21 42,22 40,22')),
    territory('b', ringThrough('42,20 44,20 44,22 42,22 42,21')),
    territory('c', rectangle(40, 22, 44, 23)),
  ],
  villages: [village('v', 42.2, 21)],
};

const NOWHERE: Position = [0, 0];

function verticesOf({ territories }: EditedPlan, id: string): string[] {
  const own = territories.filter(({ association }) => association === id);
  return own.flatMap(({ geometry }) => geometry.coordinates.flat(2).map(String));
}

test('moves a vertex in both territories that share it', () => {
  const edited = made(moveVertex(plan, { from: [42, 21], to: [42.5, 21] }));
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'b']);
  const after = withChange(plan, edited);
  expect(verticesOf(after, 'a')).toContain('42.5,21');
  expect(verticesOf(after, 'b')).toContain('42.5,21');
  expect(edited.description.villages).toEqual([{ village: 'v', before: ['b'], after: ['a'] }]);
  const triangleM2 = areaM2(multiPolygon([ringThrough('42,20 42.5,21 42,22')]));
  expect(edited.description.areaM2).toBeCloseTo(triangleM2, 0);
  expect(edited.description.shifts.map(({ association }) => association)).toEqual(['a', 'b']);
});

test('takes along a territory through whose edge the vertex lies', () => {
  const edited = made(moveVertex(plan, { from: [42, 22], to: [42.5, 22.1] }));
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'b', 'c']);
  expect(verticesOf(withChange(plan, edited), 'c')).toContain('42.5,22.1');
  expect(reportOn(plan, edited, () => true).faults).toEqual([]);
});

test('moved onto the slanting border of a third territory, that gets the vertex too: nothing lies between them', () => {
  // C slants from 40,22.5 to 44,22; a gap lies between it and A and B.
  const slanting: EditedPlan = {
    ...plan,
    territories: [...plan.territories.slice(0, 2), territory('c', ringThrough('40,22.7 44,22 44,23 40,23'))],
  };
  const to: Position = [42.1234567, 22.3283951];
  const edited = made(moveVertex(slanting, { from: [42, 22], to }));
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'b', 'c']);
  expect(verticesOf(withChange(slanting, edited), 'c')).toContain(String(to));
  expect(edited.description.shifts.map(({ association }) => association)).toEqual(['a', 'b']);
});

test('moved onto the slanting boundary of the area, it is rounded outwards', () => {
  const boundary = multiPolygon([ringThrough('40,20 44,20 44,23.7 40,23')]);
  const open: EditedPlan = { ...plan, boundary, territories: plan.territories.slice(0, 2) };
  const edited = made(moveVertex(open, { from: [42, 22], to: [42.1234567, 23.3716049] }));
  const [x, y] = edited.description.to;
  expect((y - 23) * 4).toBeGreaterThanOrEqual((x - 40) * 0.7);
  expect([x, y]).toEqual([expect.closeTo(42.1234567, 6), expect.closeTo(23.3716049, 6)]);
});

test('moves a border that ends at the area along its boundary, and not away from it', () => {
  expect(moveVertex(plan, { from: [42, 20], to: [41, 20] }).ok).toBe(true);
  const refused = { ok: false, reason: 'on-area-boundary' };
  expect(moveVertex(plan, { from: [42, 20], to: [42, 20.5] })).toEqual(refused);
  expect(moveVertex(plan, { from: [40, 20], to: [41, 20] })).toEqual(refused);
});

test('refuses a move that makes a territory cross itself, one of nothing, and one to the same place', () => {
  const reasonOf = (from: Position, to: Position) => {
    const edited = moveVertex(plan, { from, to });
    return edited.ok ? null : edited.reason;
  };
  expect(reasonOf([42, 21], [45, 24])).toBe('territory-would-be-invalid');
  expect(reasonOf([42, 21.5], [41, 21])).toBe('no-vertex-there');
  expect(reasonOf([42, 21], [42, 21])).toBe('nothing-changes');
});

test('inserts a vertex into an edge of both territories that have it', () => {
  const edited = made(
    insertVertex(plan, {
      between: [
        [42, 21],
        [42, 20],
      ],
      at: [42, 20.4],
    }),
  );
  const after = withChange(plan, edited);
  expect(verticesOf(after, 'a')).toContain('42,20.4');
  expect(verticesOf(after, 'b')).toContain('42,20.4');
  expect(edited.description).toMatchObject({ areaM2: 0, villages: [] });
});

test('inserts no vertex beside an edge, into none, and into one along the boundary', () => {
  const reasonOf = (from: Position, to: Position, at: Position) => {
    const edited = insertVertex(plan, { between: [from, to], at });
    return edited.ok ? null : edited.reason;
  };
  expect(reasonOf([42, 20], [42, 21], [42.1, 20.5])).toBe('not-on-the-edge');
  expect(reasonOf([42, 20], [42, 22], [42, 20.5])).toBe('no-edge-there');
  expect(reasonOf([40, 20], [42, 20], [41, 20])).toBe('on-area-boundary');
});

test('deletes a vertex in both territories that share it', () => {
  const bent = made(moveVertex(plan, { from: [42, 21], to: [42.5, 21] }));
  const edited = made(deleteVertex(withChange(plan, bent), { at: [42.5, 21] }));
  expect(edited.changed.map(({ geometry }) => geometry.coordinates[0]?.[0]?.length)).toEqual([5, 5]);
  expect(edited.description.areaM2).toBe(bent.description.areaM2);
});

test('deletes no vertex where borders meet, on the boundary, and of a triangle', () => {
  const reasonOf = (at: Position, inPlan = plan) => {
    const edited = deleteVertex(inPlan, { at });
    return edited.ok ? null : edited.reason;
  };
  expect(reasonOf([42, 22])).toBe('borders-meet-there');
  expect(reasonOf([42, 20])).toBe('on-area-boundary');
  expect(reasonOf([41, 21])).toBe('no-vertex-there');
  const triangle = { ...plan, territories: [territory('a', ringThrough('41,21 42,21 42,22'))] };
  expect(reasonOf([42, 21], triangle)).toBe('too-few-vertices');
});

test('deletes no vertex behind which a third territory would be cut off', () => {
  // The border between A and B makes way for D, which lies in the bend.
  const around = {
    ...plan,
    territories: [
      territory('a', ringThrough('40,20 42,20 43,21 42,22 40,22')),
      territory('b', ringThrough('42,20 44,20 44,22 42,22 43,21')),
      territory('d', rectangle(42.2, 20.9, 42.3, 21.1)),
    ],
  };
  // D overlaps A before, and would overlap B as well.
  expect(deleteVertex(around, { at: [43, 21] })).toEqual({ ok: false, reason: 'makes-gap-or-overlap' });
});

test('a vertex moved, inserted or deleted in a whole plan leaves no gap: all edges still match', () => {
  const done = { moved: 0, inserted: 0, deleted: 0 };
  fc.assert(
    fc.property(
      wholePlan,
      fc.nat(),
      fc.nat(),
      fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })),
      (whole, one, other, [dx, dy]) => {
        const ring = whole.territories[one % whole.territories.length]?.geometry.coordinates[0]?.[0] ?? [];
        const index = other % (ring.length - 1);
        const [from = NOWHERE, next = NOWHERE] = ring.slice(index);
        const to: Position = [from[0] + dx * 1e-5, from[1] + dy * 1e-5];
        const at: Position = [(from[0] + next[0]) / 2, (from[1] + next[1]) / 2];
        const edits = {
          moved: moveVertex(whole, { from, to }),
          inserted: insertVertex(whole, { between: [from, next], at }),
          deleted: deleteVertex(whole, { at: from }),
        };
        for (const kind of ['moved', 'inserted', 'deleted'] as const) {
          const edited = edits[kind];
          if (!edited.ok) continue;
          done[kind]++;
          const { faults } = reportOn(whole, edited, () => true);
          // A vertex may be dragged over a third territory; else nothing overlaps.
          if (kind === 'moved' && faults.length > 0) continue;
          expect(faults).toEqual([]);
          expect(unmatchedEdges(withChange(whole, edited))).toEqual([]);
        }
      },
    ),
    { numRuns: 150 },
  );
  // Of deletions, the least, there are 22 or so; fewer than 4 in one run of some millions.
  expect(Math.min(...Object.values(done))).toBeGreaterThan(3);
});

test('in any plan a vertex that is moved onto the border of others is a vertex of these too', () => {
  let moves = 0;
  fc.assert(
    fc.property(
      wholePlan,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (...any) => {
        const [whole, one, other, third, share] = any;
        const rings = whole.territories.map(({ geometry }) => geometry.coordinates[0]?.[0] ?? []);
        const own = rings[one % rings.length] ?? [];
        const from = own[other % (own.length - 1)] ?? NOWHERE;
        // One of the nearest edges of all that do not end in the vertex.
        const edges = rings
          .flatMap((ring) => ring.slice(1).map((end, i): [Position, Position] => [ring[i] ?? end, end]))
          .filter((ends) => ends.every((end) => !isSamePlace(end, from)))
          .sort((a, b) => awayFrom(from, a) - awayFrom(from, b));
        const [start, end] = edges[third % 5] ?? [NOWHERE, NOWHERE];
        const to: Position = [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
        const edited = moveVertex(whole, { from, to });
        if (!edited.ok) return;
        moves++;
        const movedToo = edited.description.shifts.map(({ association }) => association);
        for (const { association, geometry } of withChange(whole, edited).territories) {
          for (const ring of movedToo.includes(association) ? [] : geometry.coordinates.flat()) {
            const isNear = ring
              .slice(1)
              .some((end, i) => isNearEdge(edited.description.to, ring[i] ?? end, end));
            const isVertex = ring.some((vertex) => isSamePlace(vertex, edited.description.to));
            expect(isVertex).toBe(isNear);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(moves).toBeGreaterThan(3);
});

function awayFrom([x, y]: Position, [a, b]: readonly [Position, Position]): number {
  return Math.hypot((a[0] + b[0]) / 2 - x, (a[1] + b[1]) / 2 - y);
}
