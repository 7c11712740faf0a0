import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  ringThrough,
  territory,
  village,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import { GRID_PER_DEGREE } from '../geometry/grid.ts';
import { borderEdges, nearestOnBorder } from '../geometry/nearest-on-border.ts';
import { type BorderEdge, spansAlong } from '../geometry/shared-edges.ts';
import type { Position } from '../model/geometry.ts';
import { assignVillages } from './assign-villages.ts';
import { type EditEffect, type Edited, type EditedPlan, type Refused, withChange } from './edit.ts';
import { eraseTerritory } from './erase-territory.ts';
import { extendTerritory } from './extend-territory.ts';
import { insertVertex } from './insert-vertex.ts';
import { keepingStretches, type LockedStretch, leavesStretch } from './locked-stretches.ts';
import { moveVertex } from './move-vertex.ts';
import { claimsOn } from './village-shifts.ts';

const [a, b, c] = [associationId('a'), associationId('b'), associationId('c')];

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
  villages: [village('v', 41.7, 21), village('w', 43, 21), village('x', 42, 22.5), village('y', 40.5, 21)],
};

/** The southern half of the border between A and B. */
const SOUTH: LockedStretch = [
  [42, 20],
  [42, 21],
];

test('a border beside a locked stretch moves, and the stretch itself does not', () => {
  const moved = moveVertex(plan, { from: [42, 22], to: [42.5, 22] });
  expect(keepingStretches(plan, moved, [SOUTH])).toBe(moved);
  const edited = moveVertex(plan, { from: [42, 21], to: [42.5, 21] });
  expect(keepingStretches(plan, edited, [SOUTH])).toEqual({ ok: false, reason: 'locked-stretch' });
});

test('a locked stretch keeps both sides: none of the two may leave it alone', () => {
  const alone = made(moveVertex(plan, { from: [42, 21], to: [42.5, 21], only: a }));
  expect(leavesStretch(plan, alone, [SOUTH])).toBe(true);
});

test('a vertex more on a locked stretch moves nothing', () => {
  const inserted = made(
    insertVertex(plan, { between: [SOUTH[0] as Position, SOUTH[1] as Position], at: [42, 20.5] }),
  );
  expect(inserted.changed).toHaveLength(2);
  expect(leavesStretch(plan, inserted, [SOUTH])).toBe(false);
  const after = withChange(plan, inserted);
  const moved = made(moveVertex(after, { from: [42, 20.5], to: [42.1, 20.5] }));
  expect(leavesStretch(after, moved, [SOUTH])).toBe(true);
});

test('a stretch may begin and end within an edge', () => {
  const within: LockedStretch = [
    [42, 20.25],
    [42, 20.75],
  ];
  const bent = made(moveVertex(plan, { from: [42, 21], to: [42.1, 21] }));
  expect(leavesStretch(plan, bent, [within])).toBe(true);
});

test('what is behind a locked stretch may change hands, as long as a border runs there', () => {
  // C takes the strip of B along the whole border: it ran between A and B, and runs between A and C.
  const strip = multiPolygon([rectangle(42, 20, 42.5, 22)]);
  const taken = extendTerritory(plan, { association: c, shape: strip, over: 'everything' });
  expect(keepingStretches(plan, taken, [SOUTH]).ok).toBe(true);
  const byNeighbour = extendTerritory(plan, { association: a, shape: strip, over: 'everything' });
  expect(keepingStretches(plan, byNeighbour, [SOUTH])).toEqual({ ok: false, reason: 'locked-stretch' });
});

test('what is painted stops at a locked stretch, and the rest is taken', () => {
  // From A over the locked half of its border into B, and over the northern border into C.
  const shape = multiPolygon([ringThrough('41,20.2 42.4,20.2 42.4,20.8 41.5,20.8 41.5,22.5 41,22.5')]);
  const request = { association: a, shape, over: 'everything', lockedStretches: [SOUTH] } as const;
  const claims = claimsOn(withChange(plan, made(extendTerritory(plan, request))).territories);
  expect([claims([42.2, 20.5]), claims([41.2, 22.2])]).toEqual([[b], [a]]);
  const onlyBehind = { ...request, shape: multiPolygon([rectangle(41.8, 20.2, 42.4, 20.8)]) };
  expect(extendTerritory(plan, onlyBehind)).toEqual({ ok: false, reason: 'locked-stretch' });
});

test('a stretch from which others moved the border holds nothing', () => {
  const moved = withChange(plan, made(moveVertex(plan, { from: [42, 21], to: [42.5, 21] })));
  const again = made(moveVertex(moved, { from: [42.5, 21], to: [42.4, 21] }));
  expect(leavesStretch(moved, again, [SOUTH])).toBe(false);
});

test('villages are given up to a locked stretch, and the ground behind it stays', () => {
  // The cell of v reaches over the border into B, which keeps what it has there.
  const edited = made(
    assignVillages(plan, { villages: [villageId('v')], to: c, lockedStretches: [[...SOUTH, [42, 22]]] }),
  );
  expect(edited.description.shifts.map(({ association }) => association)).toEqual(['a', 'c']);
  const claims = claimsOn(withChange(plan, edited).territories);
  expect(claims([41.7, 21])).toEqual([c]);
  expect(claims([42.1, 21])).toEqual([b]);
  const free = made(assignVillages(plan, { villages: [villageId('v')], to: c }));
  expect(claimsOn(withChange(plan, free).territories)([42.1, 21])).toEqual([c]);
});

test('a village is not given over a locked stretch to those behind it', () => {
  const edited = assignVillages(plan, { villages: [villageId('v')], to: b, lockedStretches: [SOUTH] });
  expect(edited).toEqual({ ok: false, reason: 'locked-stretch' });
});

/** A place on a piece of a line: in its middle, other borders may end. */
interface PlaceOnPiece {
  readonly piece: BorderEdge;
  readonly share: number;
  readonly at: Position;
}

function placesAlong(line: LockedStretch): PlaceOnPiece[] {
  return line.slice(1).flatMap((to, i) => {
    const from = line[i] ?? to;
    return [0.1, 0.5, 0.8].map(
      (share): PlaceOnPiece => ({
        piece: [from, to],
        share,
        at: [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])],
      }),
    );
  });
}

/** How many territories have a border that runs along a piece there; one that only crosses it does not, however flatly. */
function bordersAlong({ territories }: EditedPlan, { piece: [from, to], share }: PlaceOnPiece): number {
  const steps = share * Math.hypot(to[0] - from[0], to[1] - from[1]) * GRID_PER_DEGREE;
  return territories.filter((one) => {
    const spans = spansAlong([from, to], borderEdges([one], [one.association]));
    // What is shorter may come of rounding.
    return spans.some(([start, end]) => start <= steps && steps <= end && end - start > 8);
  }).length;
}

/** How many territories have a border within three steps of the grid of a place: what was cut is rounded by so much. */
function bordersAt({ territories }: EditedPlan, [x, y]: Position): number {
  return territories.filter((one) => {
    const nearest = nearestOnBorder(borderEdges([one], [one.association]), [x, y]);
    return nearest !== null && Math.hypot(nearest[0] - x, nearest[1] - y) * GRID_PER_DEGREE < 3;
  }).length;
}

/** Some vertices in a row of one of the territories. */
function stretchOf({ territories }: EditedPlan, number: number, length: number): LockedStretch {
  const rings = territories.flatMap(({ geometry }) => geometry.coordinates.flat());
  const ring = rings[number % rings.length]?.slice(0, -1) ?? [];
  return Array.from(
    { length: Math.min(length, ring.length) },
    (_, i) => ring[(number + i) % ring.length] ?? [0, 0],
  );
}

test('of any plan, no edit that is not refused takes a border away from a locked stretch', () => {
  const inputs = fc.tuple(
    fc.oneof(wholePlan, damagedPlan),
    fc.record({
      stretch: fc.nat(),
      length: fc.integer({ min: 2, max: 12 }),
      of: fc.nat(),
      village: fc.nat(29),
    }),
    fc.constantFrom('villages', 'extend', 'erase', 'vertex'),
  );
  let [edits, refusals] = [0, 0];
  fc.assert(
    fc.property(inputs, ([any, { stretch, length, of, village: number }, kind]) => {
      const line = stretchOf(any, stretch, length);
      const lockedStretches = [line];
      const to = any.territories[of % any.territories.length]?.association ?? a;
      const place = any.villages[number]?.location ?? [0, 0];
      const [x, y] = place;
      const reach = 0.3 * Math.abs((line.at(-1)?.[0] ?? 1) - x) + 1e-6;
      const shape = multiPolygon([rectangle(x - reach, y - reach, x + reach, y + reach)]);
      const edited = ((): Edited<EditEffect> | Refused<string> => {
        switch (kind) {
          case 'villages':
            return assignVillages(any, { villages: [villageId(`v${number}`)], to, lockedStretches });
          case 'extend':
            return extendTerritory(any, { association: to, shape, over: 'everything', lockedStretches });
          case 'erase':
            return eraseTerritory(any, { association: to, shape, to: 'gap' });
          case 'vertex': {
            const from = stretchOf(any, of % 2 === 0 ? stretch : of, 2)[0] ?? place;
            return moveVertex(any, { from, to: [from[0] + 1e-5, from[1] + 1e-5] });
          }
        }
      })();
      const kept = keepingStretches(any, edited, lockedStretches);
      if (!kept.ok) {
        if (kept.reason === 'locked-stretch') refusals++;
        return;
      }
      edits++;
      const after = withChange(any, kept);
      for (const place of placesAlong(line))
        expect(bordersAt(after, place.at)).toBeGreaterThanOrEqual(bordersAlong(any, place));
    }),
    { numRuns: 250 },
  );
  expect(edits).toBeGreaterThan(40);
  expect(refusals).toBeGreaterThan(5);
});
