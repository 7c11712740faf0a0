import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { star } from '../../test/arbitraries/stars.ts';
import { multiPolygon, rectangle, territory, village } from '../../test/fixtures/rectangles.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { Ring } from '../model/geometry.ts';
import type { AreaId } from '../model/ids.ts';
import type { Reason } from '../model/reason.ts';
import type { SharedZone } from '../model/shared-zone.ts';
import type { Territory } from '../model/territory.ts';
import { drawnIn } from './affected-associations.ts';
import { canonicalContent, type SignedContent } from './canonical-content.ts';
import { type ContentsToMerge, rebaseContent } from './rebase-content.ts';

const area = 'al-lith' as AreaId;
const boundary = multiPolygon([rectangle(40, 20, 44, 21)]);
const villages = [village('v', 40.5, 20.5), village('w', 41.5, 20.5)];

function contentOf(territories: readonly Territory[], terms: Partial<SignedContent> = {}): SignedContent {
  return { area, territories, zones: [], reasons: [], ...terms };
}

function rebase(base: readonly Territory[], theirs: readonly Territory[], ours: readonly Territory[]) {
  const [was, now, proposed] = [base, theirs, ours].map((territories) => contentOf(territories));
  if (!was || !now || !proposed) throw new Error('Three plans');
  return rebaseContent({ boundary, villages, base: was, theirs: now, ours: proposed });
}

const strip = (id: string, from: number, to: number) => territory(id, rectangle(from, 20, to, 21));

describe('two changes of one plan', () => {
  // base A B C D   theirs A A C D, A has taken all of B's   ours A B C C
  test('merge by themselves where they touch different territories', () => {
    const base = [strip('a', 40, 41), strip('b', 41, 42), strip('c', 42, 43), strip('d', 43, 44)];
    const theirs = [strip('a', 40, 42), strip('c', 42, 43), strip('d', 43, 44)];
    const ours = [strip('a', 40, 41), strip('b', 41, 42), strip('c', 42, 44)];
    const { content, conflicts } = rebase(base, theirs, ours);
    expect(conflicts).toEqual([]);
    expect(drawnIn(content)).toEqual([strip('a', 40, 42), strip('c', 42, 44)]);
  });

  // base A A B B   theirs A B B B   ours A A A B
  test('conflict about whose territory both changed otherwise, at the places where they differ', () => {
    const { content, conflicts } = rebase(
      [strip('a', 40, 42), strip('b', 42, 44)],
      [strip('a', 40, 41), strip('b', 41, 44)],
      [strip('a', 40, 43), strip('b', 43, 44)],
    );
    expect(
      conflicts.map((conflict) => ('association' in conflict ? conflict.association : conflict.kind)),
    ).toEqual(['a', 'b']);
    expect(conflicts[0]).toMatchObject({ kind: 'territory', villages: ['w'] });
    expect(conflicts[0]).toHaveProperty('places.length', 1);
    expect(drawnIn(content)).toEqual([strip('a', 40, 43), strip('b', 43, 44)]);
  });

  test('that are the same do not conflict', () => {
    const same = [strip('a', 40, 43), strip('b', 43, 44)];
    const { content, conflicts } = rebase([strip('a', 40, 42), strip('b', 42, 44)], same, same);
    expect([drawnIn(content), conflicts]).toEqual([same, []]);
  });

  // base A . . B   theirs A A . B   ours A B B B
  test('that fill one gap from two sides conflict by the overlap that they make', () => {
    const { conflicts } = rebase(
      [strip('a', 40, 41), strip('b', 43, 44)],
      [strip('a', 40, 42), strip('b', 43, 44)],
      [strip('a', 40, 41), strip('b', 41, 44)],
    );
    expect(conflicts).toEqual([expect.objectContaining({ kind: 'overlap', associations: ['a', 'b'] })]);
    expect(conflicts[0]).toHaveProperty('polygon.coordinates', [
      expect.arrayContaining([
        [41, 20],
        [42, 21],
      ]),
    ]);
  });

  // base A AB B, theirs A . B without A there, ours A . B without B there
  test('that both leave an overlap to the other conflict by the gap that they make', () => {
    const { conflicts } = rebase(
      [strip('a', 40, 43), strip('b', 42, 44)],
      [strip('a', 40, 42), strip('b', 42, 44)],
      [strip('a', 40, 43), strip('b', 43, 44)],
    );
    expect(conflicts).toEqual([expect.objectContaining({ kind: 'gap', associations: ['a', 'b'] })]);
  });

  test('keep what each wrote about borders and zones, and conflict where both agree zones for the same', () => {
    const base = [strip('a', 40, 42), strip('b', 42, 44)];
    const [old, their, our] = ['old', 'their', 'our'].map(
      (text) => ({ line: [[42, 20.5]], associations: ['a', 'b'], text }) as unknown as Reason,
    );
    const zone = (endsOn: string) =>
      ({
        geometry: multiPolygon([rectangle(41, 20, 42, 21)]),
        lead: 'a',
        partners: ['b'],
        services: ['food'],
        endsOn,
      }) as unknown as SharedZone;
    if (!old || !their || !our) throw new Error('Three reasons');
    const { content, conflicts } = rebaseContent({
      boundary,
      villages,
      base: contentOf(base, { reasons: [old] }),
      theirs: contentOf(base, { reasons: [their], zones: [zone('2027-01-01')] }),
      ours: contentOf(base, { reasons: [old, our], zones: [zone('2027-02-01')] }),
    });
    expect(content.reasons).toEqual([our, their]);
    expect(conflicts).toEqual([{ kind: 'zones', associations: ['a', 'b'] }]);
  });
});

/** Three plans of up to four territories; each territory is one of three, so that two plans often agree about it. */
const contents: fc.Arbitrary<ContentsToMerge> = fc
  .array(fc.tuple(star, star, star, fc.nat(2), fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 4 })
  .map((drawn) => {
    const [base, theirs, ours] = [3, 4, 5].map((plan) =>
      contentOf(drawn.map((choice, i) => territory(`t${i}`, choice[choice[plan] as number] as Ring))),
    );
    if (!base || !theirs || !ours) throw new Error('Three plans');
    return { boundary: null, villages, base, theirs, ours };
  });

test('a proposal that changes nothing becomes what is in force, and one on an unchanged base stays as it is', () => {
  fc.assert(
    fc.property(contents, ({ base, theirs, ...rest }) => {
      const idle = rebaseContent({ ...rest, base, theirs, ours: base });
      expect(canonicalContent(idle.content)).toBe(canonicalContent(theirs));
      const alone = rebaseContent({ ...rest, base, theirs: base, ours: theirs });
      expect(canonicalContent(alone.content)).toBe(canonicalContent(theirs));
      expect([idle.conflicts, alone.conflicts]).toEqual([[], []]);
    }),
    { numRuns: 100 },
  );
});

test('each territory is as the only one who changed it drew it, and a conflict where both did otherwise', () => {
  fc.assert(
    fc.property(contents, (question) => {
      const { content, conflicts } = rebaseContent(question);
      for (const [i, { association, geometry }] of content.territories.entries()) {
        const [was, now, proposed] = [question.base, question.theirs, question.ours].map(
          ({ territories }) => territories[i]?.geometry,
        );
        expect(geometry).toEqual(
          proposed === was || JSON.stringify(proposed) === JSON.stringify(was) ? now : proposed,
        );
        const changes = new Set([was, now, proposed].map((one) => JSON.stringify(one)));
        const isContested = conflicts.some(
          (one) => one.kind === 'territory' && one.association === association,
        );
        expect(isContested).toBe(changes.size === 3);
      }
    }),
    { numRuns: 200 },
  );
});

test('whoever comes first, the conflicts are the same, and without any the merged content is', () => {
  fc.assert(
    fc.property(contents, (question) => {
      const there = rebaseContent(question);
      const back = rebaseContent({ ...question, theirs: question.ours, ours: question.theirs });
      const kindsOf = ({ conflicts }: typeof there) =>
        conflicts
          .filter(({ kind }) => kind === 'territory')
          .map((one) => ('association' in one ? one.association : ''));
      expect(kindsOf(back)).toEqual(kindsOf(there));
      if (there.conflicts.length + back.conflicts.length > 0) return;
      expect(canonicalContent(back.content)).toBe(canonicalContent(there.content));
    }),
    { numRuns: 200 },
  );
});

test('a merge without conflicts has no more overlap than the two together', () => {
  fc.assert(
    fc.property(contents, (question) => {
      const { content, conflicts } = rebaseContent(question);
      if (conflicts.length > 0) return;
      const [merged = 0, theirs = 0, ours = 0] = [content, question.theirs, question.ours].map((one) =>
        createCoverageMap({ boundary: null, territories: drawnIn(one) }).cells.reduce(
          (sum, { associations, areaM2 }) => sum + (associations.length > 1 ? areaM2 : 0),
          0,
        ),
      );
      expect(merged).toBeLessThanOrEqual(theirs + ours + 10_000);
    }),
    { numRuns: 200 },
  );
});
