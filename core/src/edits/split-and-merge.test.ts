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
} from '../../test/fixtures/rectangles.ts';
import { seededRandom } from '../../test/generators/seeded-random.ts';
import { wigglyLine } from '../../test/generators/wiggly-line.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { innerPosition } from '../../test/oracles/inner-position.ts';
import { areaM2 } from '../geometry/area.ts';
import { boxOf } from '../geometry/grid.ts';
import type { Position } from '../model/geometry.ts';
import { cutPlan } from './cut-plan.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { mergeTerritories } from './merge-territories.ts';
import { partsAlong, splitTerritory } from './split-territory.ts';

// A A B B
// A A B B
const [a, b] = [associationId('a'), associationId('b')];
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 20, 44, 22)]),
  territories: [territory('a', rectangle(40, 20, 42, 22)), territory('b', rectangle(42, 20, 44, 22))],
  villages: [village('v', 41.5, 21.5), village('w', 41.5, 20.5)],
};

test('splits a territory along a line and gives one part away; the neighbour gets the vertex', () => {
  const edited = made(
    splitTerritory(plan, {
      association: a,
      along: [
        [39, 21],
        [43, 21],
      ],
      give: [{ at: [41, 21.5], to: associationId('c') }],
    }),
  );
  expect(edited.changed.map(({ association }) => association)).toEqual(['a', 'b', 'c']);
  expect(edited.changed[1]?.geometry.coordinates.flat(2).map(String)).toContain('42,21');
  expect(edited.description.parts.map(({ to }) => to).sort()).toEqual(['a', 'c']);
  expect(edited.description.villages).toEqual([{ village: 'v', before: ['a'], after: ['c'] }]);
  expect(reportOn(plan, edited, ({ before, after }) => `${before} ${after}` === 'a c').faults).toEqual([]);
});

test('a line may begin and end on the border itself', () => {
  const found = partsAlong(multiPolygon([rectangle(40, 20, 42, 22)]), [
    [40, 21],
    [41, 21.5],
    [42, 21],
  ]);
  expect(found.ok && found.parts).toHaveLength(2);
});

test('a line may begin and end on slanting edges, to which no position of the grid belongs exactly', () => {
  const slanting = multiPolygon([ringThrough('40,20 42,20.7 42.3,22 40.1,21.9')]);
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  for (const share of shares) {
    const along: Position[] = [
      [40 + 2 * share, 20 + 0.7 * share],
      [40.1 + 2.2 * share, 21.9 + 0.1 * share],
    ];
    const found = partsAlong(slanting, along);
    expect(found.ok && found.parts).toHaveLength(2);
  }
});

test('a line that comes through more than once cuts more parts off', () => {
  // A comb with two teeth to the north: the line passes both.
  const comb = multiPolygon([ringThrough('40,20 43,20 43,22 42,22 42,21 41,21 41,22 40,22')]);
  const found = partsAlong(comb, [
    [39, 21.5],
    [44, 21.5],
  ]);
  expect(found.ok && found.parts).toHaveLength(3);
  // From the bay between the teeth it has to be led out north.
  const oneTooth = partsAlong(comb, [
    [39, 21.5],
    [41.5, 21.5],
  ]);
  expect(oneTooth.ok && oneTooth.parts).toHaveLength(2);
});

test('refuses lines that do not cut', () => {
  const ring = multiPolygon([rectangle(40, 20, 44, 24), rectangle(41, 21, 43, 23)]);
  const reasonOf = (along: Position[], ground = multiPolygon([rectangle(40, 20, 42, 22)])) => {
    const found = partsAlong(ground, along);
    return found.ok ? null : found.reason;
  };
  expect(
    reasonOf([
      [39, 21],
      [41, 21],
    ]),
  ).toBe('line-ends-inside');
  expect(reasonOf([[39, 21]])).toBe('line-too-short');
  expect(
    reasonOf([
      [39, 21],
      [39, 25],
    ]),
  ).toBe('line-does-not-cut');
  expect(
    reasonOf([
      [39, 20],
      [43, 21],
      [43, 20],
      [39, 21],
    ]),
  ).toBe('line-crosses-itself');
  expect(
    reasonOf(
      [
        [39, 22],
        [42, 22.5],
      ],
      ring,
    ),
  ).toBe('line-end-enclosed');
  expect(
    reasonOf(
      [
        [39, 22],
        [45, 22],
      ],
      ring,
    ),
  ).toBe(null);
  expect(
    reasonOf(
      [
        [39, 21],
        [43, 21],
      ],
      multiPolygon(),
    ),
  ).toBe('no-such-territory');
  expect(
    splitTerritory(plan, {
      association: a,
      along: [
        [39, 21],
        [43, 21],
      ],
      give: [{ at: [43, 21.5], to: b }],
    }),
  ).toEqual({ ok: false, reason: 'no-part-there' });
});

test('merges two territories into one', () => {
  const edited = made(mergeTerritories(plan, { from: a, into: b }));
  expect(edited.removed).toEqual(['a']);
  expect(edited.changed.map(({ geometry }) => areaM2(geometry))[0]).toBeCloseTo(
    areaM2(multiPolygon([rectangle(40, 20, 44, 22)])),
    0,
  );
  expect(withChange(plan, edited).territories).toEqual(edited.changed);
  expect(edited.description.villages).toHaveLength(2);
});

// A A C .     A has a part on either side of C
// A A C A
test('gives one part of a territory to a neighbour, and leaves the rest', () => {
  const c = associationId('c');
  const parts = {
    boundary: multiPolygon([rectangle(40, 20, 44, 22)]),
    territories: [
      territory('a', rectangle(40, 20, 42, 22), rectangle(43, 20, 44, 21)),
      territory('c', rectangle(42, 20, 43, 22)),
    ],
    villages: [village('v', 43.5, 20.5), village('w', 40.5, 20.5)],
  };
  const edited = made(mergeTerritories(parts, { from: a, into: c, part: [43.5, 20.5] }));
  expect(edited.removed).toEqual([]);
  expect(edited.description).toMatchObject({ isPart: true, villages: [{ village: 'v', after: ['c'] }] });
  expect(reportOn(parts, edited, ({ before, after }) => `${before} ${after}` === 'a c').faults).toEqual([]);
  expect(mergeTerritories(parts, { from: a, into: c, part: [42.5, 21] })).toEqual({
    ok: false,
    reason: 'no-part-there',
  });
});

test('does not merge a territory with itself or with none', () => {
  expect(mergeTerritories(plan, { from: a, into: a })).toEqual({ ok: false, reason: 'same-association' });
  const none = { from: a, into: associationId('x') };
  expect(mergeTerritories(plan, none)).toEqual({ ok: false, reason: 'no-such-territory' });
});

test('a territory split along any line has the same area as its parts, and merged again it is as before', () => {
  let edits = 0;
  fc.assert(
    fc.property(fc.oneof(wholePlan, damagedPlan), fc.nat(), fc.nat(), (any, number, seed) => {
      const own = any.territories[number % any.territories.length];
      if (!own) return;
      const { minX, minY, maxX, maxY } = boxOf(own.geometry.coordinates.flat(3));
      const random = seededRandom(seed);
      const height = (): number => minY + (0.2 + 0.6 * random()) * (maxY - minY);
      const along = wigglyLine([minX - 0.05, height()], [maxX + 0.05, height()], 9, random);
      const ground = cutPlan(any).outlineOf(own.association);
      const found = partsAlong(ground, along);
      if (!found.ok) return;
      const areas = found.parts.map(areaM2);
      expect(Math.abs(areas.reduce((x, y) => x + y, 0) - areaM2(ground))).toBeLessThan(1000);
      const part = found.parts[seed % found.parts.length];
      const to = associationId('new');
      const give = part ? [{ at: innerPosition(part), to }] : [];
      const edited = splitTerritory(any, { association: own.association, along, give });
      if (!edited.ok) {
        expect(['no-part-there', 'territory-too-small']).toContain(edited.reason);
        return;
      }
      edits++;
      const report = reportOn(any, edited, ({ before, after }) => {
        return after.includes(to) && before.includes(own.association) && before.length === after.length;
      });
      expect(report.faults).toEqual([]);
      expect(report.comparison.villages).toEqual(edited.description.villages);
      const split = withChange(any, edited);
      const merged = made(mergeTerritories(split, { from: to, into: own.association }));
      const again = withChange(split, merged);
      expect(
        reportOn(any, { changed: again.territories, removed: [] }, () => false).comparison.faces,
      ).toEqual([]);
    }),
    { numRuns: 120 },
  );
  expect(edits).toBeGreaterThan(60);
});
