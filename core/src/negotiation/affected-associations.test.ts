import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
} from '../../test/fixtures/rectangles.ts';
import { snapPosition } from '../geometry/grid.ts';
import type { Position } from '../model/geometry.ts';
import type { AreaId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { affectedAssociations, sharesOf } from './affected-associations.ts';
import type { SignedContent } from './canonical-content.ts';

const area = 'al-lith' as AreaId;
const boundary = multiPolygon([rectangle(40, 20, 44, 22)]);

function contentOf(territories: readonly Territory[], terms: Partial<SignedContent> = {}): SignedContent {
  return { area, territories, zones: [], reasons: [], ...terms };
}

function affected(
  before: readonly Territory[],
  after: readonly Territory[],
  terms: Partial<SignedContent> = {},
) {
  const villages = [village('v', 40.5, 20.5), village('w', 41.5, 20.5), village('x', 43.5, 20.5)];
  return affectedAssociations({
    boundary,
    before: contentOf(before),
    after: contentOf(after, terms),
    villages,
  });
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(associationId);

// C C D D
// A A B B     the area is 4 × 2 degrees; v, w, x lie in the lower row
const whole = [
  territory('a', rectangle(40, 20, 42, 21)),
  territory('b', rectangle(42, 20, 44, 21)),
  territory('c', rectangle(40, 21, 42, 22)),
  territory('d', rectangle(42, 21, 44, 22)),
];

describe('an association is affected', () => {
  // C C D D
  // A B B B
  test('by what it gains and loses, and by a border whose other side changes hands; who has neither is not', () => {
    const found = affected(whole, [
      territory('a', rectangle(40, 20, 41, 21)),
      territory('b', rectangle(41, 20, 44, 21)),
      ...whole.slice(2),
    ]);
    expect(found.map(({ association }) => association)).toEqual([a, b, c]);
    const [ofA, ofB, ofC] = found;
    expect(ofA).toMatchObject({ gainedKm2: 0, villagesGained: [], villagesLost: ['w'] });
    expect(ofB).toMatchObject({ lostKm2: 0, villagesGained: ['w'], villagesLost: [] });
    expect(ofA?.lostKm2).toBeCloseTo(ofB?.gainedKm2 ?? 0, 6);
    expect(ofC).toMatchObject({ gainedKm2: 0, lostKm2: 0, villagesGained: [], villagesLost: [] });
    const top = [
      [42, 21],
      [41, 21],
    ];
    expect(ofC?.borders).toEqual([
      { associations: [a, c], gone: [top], come: [] },
      { associations: [b, c], gone: [], come: [expect.arrayContaining(top)] },
    ]);
  });

  test('where an overlap ends, also if it is the one who keeps the place', () => {
    const claims = [territory('a', rectangle(40, 20, 42, 21)), territory('b', rectangle(41, 20, 44, 21))];
    const found = affected(claims, [claims[0], territory('b', rectangle(42, 20, 44, 21))] as Territory[]);
    expect(found.map(({ association }) => association)).toEqual([a, b]);
    expect(found[0]).toMatchObject({ gainedKm2: 0, lostKm2: 0, sharesOtherwise: true });
  });

  test('by a zone that it is to share, as lead or partner', () => {
    const geometry = multiPolygon([rectangle(41, 20, 42, 21)]);
    const zone = { geometry, lead: b ?? '', partners: [a], services: ['food'], endsOn: '2027-01-01' };
    const found = affected(whole, whole, { zones: [zone] } as Partial<SignedContent>);
    expect(found.map(({ association, termsChange }) => [association, termsChange])).toEqual([
      [a, true],
      [b, true],
    ]);
  });

  test('when its territory is emptied or drawn for the first time', () => {
    const found = affected(whole.slice(0, 1), whole.slice(3));
    expect(found.map(({ association }) => association)).toEqual([a, d]);
  });

  test('not by vertices on a border that stays where it is', () => {
    const more = territory('c', [
      [40, 21],
      [41, 21],
      [42, 21],
      [42, 22],
      [40, 22],
      [40, 21],
    ]);
    const [one, two, , four] = whole;
    expect(affected(whole, [one, two, more, four] as Territory[])).toEqual([]);
  });
});

test('who gains or loses is drawn anew, who is not drawn anew keeps the share, and the same are affected whichever plan comes first', () => {
  fc.assert(
    fc.property(wholePlan, fc.nat(), fc.integer({ min: -2000, max: 2000 }), (plan, nth, metres) => {
      const vertices = plan.territories.flatMap(({ geometry }) => geometry.coordinates.flat(2));
      const from = vertices[nth % vertices.length];
      if (from === undefined) return;
      const to = snapPosition([from[0] + metres / 1e5, from[1] + metres / 2e5]);
      const after = plan.territories.map((one) => movedIn(one, from, to));
      const question = {
        boundary: plan.boundary,
        villages: plan.villages,
        before: contentOf(plan.territories),
        after: contentOf(after),
      };
      const found = affectedAssociations(question);
      const [old, anew] = [question.before, question.after].map((content) =>
        sharesOf({ ...question, content }),
      );
      for (const { association } of plan.territories) {
        const isSame = old?.get(association) === anew?.get(association);
        const isDrawnAnew = metres !== 0 && hasVertex(plan.territories, association, from);
        expect(isSame).toBe(!isDrawnAnew);
      }
      for (const { association, gainedKm2, lostKm2, borders } of found) {
        const isDrawnAnew = metres !== 0 && hasVertex(plan.territories, association, from);
        if (gainedKm2 + lostKm2 > 0) expect(isDrawnAnew).toBe(true);
        for (const { associations } of borders) expect(associations).toContain(association);
      }
      const forth = found.map(({ association }) => association);
      const back = affectedAssociations({ ...question, before: question.after, after: question.before });
      expect(back.map(({ association }) => association)).toEqual(forth);
    }),
    { numRuns: 100 },
  );
});

function hasVertex(territories: readonly Territory[], id: string, at: Position): boolean {
  const own = territories.find(({ association }) => association === id);
  return own?.geometry.coordinates.flat(2).some((place) => isSame(place, at)) ?? false;
}

/** Moves a vertex, whatever comes of it. */
function movedIn({ association, geometry }: Territory, from: Position, to: Position): Territory {
  const coordinates = geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map((place) => (isSame(place, from) ? to : place))),
  );
  return { association, geometry: { type: 'MultiPolygon', coordinates } };
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

test('nobody is affected by a plan that is the same', () => {
  fc.assert(
    fc.property(wholePlan, ({ boundary: within, territories, villages }) => {
      const content = contentOf(territories);
      expect(affectedAssociations({ boundary: within, villages, before: content, after: content })).toEqual(
        [],
      );
    }),
    { numRuns: 50 },
  );
});
