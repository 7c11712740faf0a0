import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssociationId, MilestoneId, VillageId } from '../model/ids.ts';
import { INITIATIVE_STATES, type InitiativeContent, type InitiativeState } from '../model/initiative.ts';
import type { Standing } from '../model/proposal.ts';
import { canonicalInitiative } from './canonical-initiative.ts';
import { initiativeFault } from './initiative-faults.ts';
import { type InitiativeAct, initiativeAfter } from './initiative-transitions.ts';
import { jointNeed } from './joint-need.ts';
import { offTrack } from './off-track.ts';
import { partiesOf, withoutPartner } from './parties.ts';
import { targetVillages } from './target-villages.ts';

const [A, B, C] = ['a', 'b', 'c'] as AssociationId[] as [AssociationId, AssociationId, AssociationId];
const village = (id: string) => id as VillageId;

const CONTENT: InitiativeContent = {
  title: 'A bus',
  purpose: 'Children of far villages reach their school',
  lead: A,
  partners: [B, C],
  villages: [village('one'), village('two')],
  place: null,
  people: { orphans: 30, widows: 0, families: 10 },
  budget: { money: 1000, people: 2, goods: 0 },
  shares: [
    { association: A, resource: 'money', amount: 600, note: null },
    { association: B, resource: 'money', amount: 400, note: null },
    { association: C, resource: 'people', amount: 2, note: 'Drivers' },
  ],
  milestones: [
    { id: 'bus' as MilestoneId, title: 'The bus is there', dueOn: '2026-12-01' },
    { id: 'ride' as MilestoneId, title: 'The first ride', dueOn: '2027-01-10' },
  ],
  risks: [{ text: 'The road floods', answer: null }],
};

describe('the content that is approved', () => {
  test('is the same text in whichever order its lists are written', () => {
    const turned = {
      ...CONTENT,
      partners: [C, B],
      villages: [...CONTENT.villages].reverse(),
      shares: [...CONTENT.shares].reverse(),
      milestones: [...CONTENT.milestones].reverse(),
    };
    expect(canonicalInitiative(turned)).toBe(canonicalInitiative(CONTENT));
  });

  test.each<[string, Partial<InitiativeContent>]>([
    ['title', { title: 'A boat' }],
    ['purpose', { purpose: 'Another' }],
    ['lead', { lead: B, partners: [A, C] }],
    ['partners', { partners: [B] }],
    ['villages', { villages: [village('one')] }],
    [
      'area',
      {
        place: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [40, 20],
                [41, 20],
                [41, 21],
                [40, 20],
              ],
            ],
          ],
        },
      },
    ],
    ['people', { people: { orphans: 30, widows: 10, families: 0 } }],
    ['budget', { budget: { money: 1000, people: 0, goods: 2 } }],
    ['shares', { shares: CONTENT.shares.slice(1) }],
    ['milestones', { milestones: CONTENT.milestones.slice(1) }],
    ['risks', { risks: [] }],
  ])('is another with another %s', (_, change) => {
    expect(canonicalInitiative({ ...CONTENT, ...change })).not.toBe(canonicalInitiative(CONTENT));
  });

  test('names the lead, the partners and their shares without contradiction', () => {
    expect(initiativeFault(CONTENT)).toBeNull();
    expect(initiativeFault({ ...CONTENT, partners: [B, A] })?.code).toBe('initiative-lead-is-partner');
    expect(initiativeFault({ ...CONTENT, partners: [B] })?.code).toBe('initiative-share-of-stranger');
    expect(initiativeFault({ ...CONTENT, villages: [] })?.code).toBe('initiative-without-target');
    const twice = [...CONTENT.milestones, ...CONTENT.milestones];
    expect(initiativeFault({ ...CONTENT, milestones: twice })?.code).toBe('initiative-milestone-twice');
  });

  test('loses a partner together with what it would have brought; the last one leaves nothing joint', () => {
    const left = withoutPartner(CONTENT, C);
    expect(left && partiesOf(left)).toEqual([A, B]);
    expect(left?.shares.map(({ association }) => association)).toEqual([A, B]);
    expect(withoutPartner({ ...CONTENT, partners: [B] }, B)).toBeNull();
  });
});

describe('the state of an initiative', () => {
  const standing = fc
    .record({
      association: fc.constantFrom(A, B, C),
      standing: fc.constantFrom('signed' as const, 'objected' as const, 'stale' as const, 'silent' as const),
    })
    .map((one): Standing => ({ ...one, answer: null }));
  const act: fc.Arbitrary<InitiativeAct> = fc.oneof(
    fc.constantFrom<InitiativeAct>(
      { act: 'change' },
      { act: 'propose' },
      { act: 'start' },
      { act: 'finish' },
      { act: 'stop' },
    ),
    fc.record({ act: fc.constant('leave' as const), partnersLeft: fc.nat({ max: 2 }) }),
    fc.record({
      act: fc.constant('answer' as const),
      standings: fc.array(standing, { minLength: 1, maxLength: 3 }),
    }),
  );

  test('is agreed after an answer if, and only if, everyone has approved the present content', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INITIATIVE_STATES), act, (state, one) => {
        const after = initiativeAfter(state, one);
        if (one.act !== 'answer') expect(after).not.toBe('agreed');
        else if (after !== null)
          expect(after === 'agreed').toBe(one.standings.every(({ standing }) => standing === 'signed'));
      }),
    );
  });

  test('runs only after everyone agreed to just what runs, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let state: InitiativeState = 'idea';
        for (const one of acts) {
          const after = initiativeAfter(state, one);
          if (after === 'running') expect(state).toBe('agreed');
          if (one.act === 'change') expect(['idea', 'proposed', null]).toContain(after);
          if (state === 'done' || state === 'stopped') expect(after).toBeNull();
          state = after ?? state;
        }
      }),
    );
  });
});

describe('an initiative is off track', () => {
  test('when the day of a milestone has passed and nobody said that it is reached', () => {
    const at = (today: string, ...reached: string[]) =>
      offTrack(
        {
          state: 'running',
          content: CONTENT,
          progress: reached.map((id) => ({ milestone: id as MilestoneId })),
        },
        today,
      );
    expect(at('2026-12-01')).toEqual([]);
    expect(at('2026-12-02')).toEqual([{ kind: 'late', milestone: 'bus', dueOn: '2026-12-01' }]);
    expect(at('2026-12-02', 'bus')).toEqual([]);
    expect(at('2027-02-01', 'bus')).toMatchObject([{ milestone: 'ride' }]);
  });

  test('by no day that not everybody has agreed to', () => {
    for (const state of INITIATIVE_STATES) {
      const isBinding = ['agreed', 'running'].includes(state);
      const troubles = offTrack({ state, content: CONTENT, progress: [] }, '2027-06-01');
      expect([state, troubles.length > 0]).toEqual([state, isBinding]);
    }
  });

  test('when the shares leave a part of the budget open, unless it is an idea or has ended', () => {
    const content = { ...CONTENT, budget: { money: 1500, people: 2, goods: 7 } };
    const short = [
      { kind: 'short', resource: 'money', missing: 500 },
      { kind: 'short', resource: 'goods', missing: 7 },
    ];
    for (const state of INITIATIVE_STATES) {
      const isOnTrack = ['idea', 'done', 'stopped'].includes(state);
      expect(offTrack({ state, content, progress: [] }, '2026-01-01')).toEqual(isOnTrack ? [] : short);
    }
  });
});

test('an initiative is for the villages it names and for those in its area', () => {
  // three lies in the square of 40–41, 20–21; four beside it; five is nowhere yet
  const square: InitiativeContent['place'] = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [40, 20],
          [41, 20],
          [41, 21],
          [40, 21],
          [40, 20],
        ],
      ],
    ],
  };
  const known = [
    { id: village('one'), location: null },
    { id: village('three'), location: [40.5, 20.5] as [number, number] },
    { id: village('four'), location: [42, 20.5] as [number, number] },
    { id: village('five'), location: null },
  ];
  const found = targetVillages({ villages: [village('one')], place: square }, known);
  expect(found.map(({ id }) => id)).toEqual(['one', 'three']);
});

describe('why it is joint', () => {
  const exactly = (count: number) => ({ least: count, most: count });
  const target = { isTarget: true, coveredBy: [A] };

  test('40 orphans are too many for each of two with 25 free places, and not for both', () => {
    const why = jointNeed({
      parties: [
        { association: A, capacity: 60, isLoadKnown: true },
        { association: B, capacity: 25, isLoadKnown: true },
      ],
      villages: [
        { ...target, orphans: exactly(40) },
        { ...target, orphans: null },
        { isTarget: false, coveredBy: [A], orphans: exactly(35) },
      ],
    });
    expect(why.need).toEqual(exactly(40));
    expect(why.villages).toEqual({ counted: 1, uncounted: 1 });
    expect(why.parties.map(({ free, carries }) => [free, carries])).toEqual([
      [exactly(25), 'no'],
      [exactly(25), 'no'],
    ]);
    expect(why.together).toEqual({ free: exactly(50), carries: 'yes' });
  });

  test('what bands or a capacity that is not stated leave open is not said', () => {
    const why = jointNeed({
      parties: [
        { association: A, capacity: 15, isLoadKnown: true },
        { association: B, capacity: null, isLoadKnown: true },
      ],
      villages: [{ ...target, orphans: { least: 10, most: 19 } }],
    });
    expect(why.parties.map(({ carries }) => carries)).toEqual(['unsure', 'unsure']);
    expect(why.together).toEqual({ free: { least: 15, most: null }, carries: 'unsure' });
  });

  test('says no more of a village than its band, however the others are chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(exactly(0), { least: 1, most: 9 }, exactly(30))), (counts) => {
        const villages = counts.map((orphans) => ({ ...target, orphans }));
        const { need } = jointNeed({ parties: [], villages });
        expect(need.least).toBe(counts.reduce((sum, { least }) => sum + least, 0));
        expect(need.most).toBe(counts.reduce((sum, { most }) => sum + most, 0));
      }),
    );
  });
});
