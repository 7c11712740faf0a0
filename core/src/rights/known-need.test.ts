import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GuardedCount, knownCount, knownTotal, sumOfKnown } from './known-need.ts';

const guarded = fc.record({ count: fc.integer({ min: 0, max: 80 }), isOwn: fc.boolean() });

test.each([
  [0, 0, 0],
  [1, 1, 9],
  [4, 1, 9],
  [9, 1, 9],
  [10, 10, 19],
  [20, 20, 49],
  [49, 20, 49],
  [50, 50, null],
  [700, 50, null],
])('%i in a village of another association is known from %i to %s', (count, least, most) => {
  expect(knownCount({ count, isOwn: false })).toEqual({ least, most });
  expect(knownCount({ count, isOwn: true })).toEqual({ least: count, most: count });
});

test('a total is never wrong, and exact where every count in it is', () => {
  fc.assert(
    fc.property(fc.array(guarded, { maxLength: 6 }), (counts) => {
      const total = counts.reduce((all, { count }) => all + count, 0);
      const { least, most } = knownTotal(counts);
      expect(least).toBeLessThanOrEqual(total);
      expect(most ?? total).toBeGreaterThanOrEqual(total);
      if (counts.every(({ isOwn }) => isOwn)) expect([least, most]).toEqual([total, total]);
      const bands = sumOfKnown(counts.map(knownCount));
      expect(least).toBeGreaterThanOrEqual(bands.least);
      if (bands.most !== null) expect(most ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(bands.most);
    }),
  );
});

describe('an attack over time: whoever keeps the totals of ever other groups of the same villages', () => {
  const foreign = (count: number): GuardedCount => ({ count, isOwn: false });

  test('learns nothing where four villages with one orphan each go to a neighbour', () => {
    const stay = [9, 4].map(foreign);
    const told = (moved: number[]) => [knownTotal(stay), knownTotal([...stay, ...moved.map(foreign)])];
    expect(told([1, 1, 1, 1])).toEqual(told([1, 4, 2, 3]));
  });

  test('cannot tell any count from 1 to 4 from another, whichever groups are added up', () => {
    const village = fc.record({ count: fc.integer({ min: 0, max: 30 }), isOwn: fc.boolean() });
    const small = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const question = fc
      .tuple(fc.array(village, { maxLength: 5 }), fc.array(small, { minLength: 1, maxLength: 4 }))
      .chain(([others, smalls]) => {
        const all = others.length + smalls.length;
        const group = fc.array(fc.boolean(), { minLength: all, maxLength: all });
        return fc.tuple(
          fc.constant(others),
          fc.constant(smalls),
          fc.array(group, { minLength: 1, maxLength: 8 }),
        );
      });
    fc.assert(
      fc.property(question, ([others, smalls, groups]) => {
        const told = (counts: readonly number[]) => {
          const villages = [...others, ...counts.map(foreign)];
          return groups.map((isIn) => knownTotal(villages.filter((_, i) => isIn[i])));
        };
        expect(told(smalls.map(([one]) => one))).toEqual(told(smalls.map(([, other]) => other)));
      }),
    );
  });
});

describe('an attack: whoever knows all bands, their own counts and the total', () => {
  /** Every row of counts that would be shown in the same way. */
  function consistent(counts: readonly GuardedCount[]): number[][] {
    const shown = JSON.stringify([counts.map(knownCount), knownTotal(counts)]);
    const rows: number[][] = [];
    const fill = (row: number[]): void => {
      const next = counts[row.length];
      if (next === undefined) {
        const other = counts.map(({ isOwn }, i) => ({ count: row[i] ?? 0, isOwn }));
        if (JSON.stringify([other.map(knownCount), knownTotal(other)]) === shown) rows.push(row);
        return;
      }
      const { least, most } = knownCount(next);
      for (let count = least; count <= (most ?? least + 12); count++) fill([...row, count]);
    };
    fill([]);
    return rows;
  }

  test('cannot tell a count from 1 to 4 of another association, in up to three villages beside their own', () => {
    const foreign = fc.record({ count: fc.integer({ min: 0, max: 19 }), isOwn: fc.constant(false) });
    const own = fc.record({ count: fc.integer({ min: 0, max: 40 }), isOwn: fc.constant(true) });
    fc.assert(
      fc.property(
        fc.array(foreign, { minLength: 1, maxLength: 3 }),
        fc.array(own, { maxLength: 2 }),
        (theirs, mine) => {
          const rows = consistent([...theirs, ...mine]);
          for (const [i, { count }] of theirs.entries()) {
            if (count < 1 || count > 4) continue;
            expect(new Set(rows.map((row) => row[i])).size).toBeGreaterThanOrEqual(4);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
