import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationId } from '../../test/fixtures/rectangles.ts';
import type { AssociationId, PersonId } from '../model/ids.ts';
import type { Answer } from '../model/proposal.ts';
import { type ProposalAct, proposalAfter } from './proposal-transitions.ts';
import { type SignedRevision, standingsOf, stateBySignatures, stillNeeded } from './signatures.ts';

const IDS = ['a', 'b', 'c'].map(associationId);
const [a, b] = IDS as [AssociationId, AssociationId];

function revision(
  number: number,
  affected: AssociationId[],
  unchangedFor: AssociationId[] = [],
): SignedRevision {
  return { number, contentHash: `${number}`.repeat(64), affected, unchangedFor };
}

function answer(association: AssociationId, to: number, given: Answer['answer'] = 'signed'): Answer {
  const reason = given === 'signed' ? null : 'No';
  return {
    association,
    answer: given,
    revision: to,
    contentHash: `${to}`.repeat(64),
    reason,
    by: { person: 'p' as PersonId, name: 'P' },
    at: '2026-11-01T00:00:00Z',
  };
}

const standingsAfter = (revisions: SignedRevision[], answers: Answer[]) =>
  standingsOf(revisions, answers).map(({ association, standing }) => `${association} ${standing}`);

describe('of those affected', () => {
  test('who said nothing is silent, and that is no consent', () => {
    const standings = standingsOf([revision(1, [b, a])], [answer(a, 1)]);
    expect(standings.map(({ standing }) => standing)).toEqual(['signed', 'silent']);
    expect([stateBySignatures(standings), stillNeeded(standings)]).toEqual(['open', [b]]);
  });

  test('only the last answer counts', () => {
    const revisions = [revision(1, [a, b])];
    const answers = [answer(a, 1), answer(b, 1, 'objected')];
    expect(stateBySignatures(standingsOf(revisions, answers))).toBe('objected');
    expect(stateBySignatures(standingsOf(revisions, [...answers, answer(b, 1)]))).toBe('agreed');
    expect(
      stateBySignatures(standingsOf(revisions, [...answers, answer(a, 1, 'objected'), answer(b, 1)])),
    ).toBe('objected');
  });

  test('every answer to an earlier revision is stale, objections too', () => {
    const revisions = [revision(1, [a, b]), revision(2, [a, b])];
    const answers = [answer(a, 1), answer(b, 1, 'objected')];
    expect(standingsAfter(revisions, answers)).toEqual(['a stale', 'b stale']);
    expect(stateBySignatures(standingsOf(revisions, answers))).toBe('open');
  });

  test('a rebase keeps the answers of those to whom nothing changed, and of them alone', () => {
    const revisions = [revision(1, [a, b]), revision(2, [a, b], [a])];
    expect(standingsAfter(revisions, [answer(a, 1), answer(b, 1)])).toEqual(['a signed', 'b stale']);
    const twice = [...revisions, revision(3, [a, b], [a, b])];
    expect(standingsAfter(twice, [answer(a, 1), answer(b, 1)])).toEqual(['a signed', 'b stale']);
    expect(standingsAfter(twice, [answer(a, 1), answer(b, 2)])).toEqual(['a signed', 'b signed']);
    expect(standingsAfter([...twice, revision(4, [a, b])], [answer(a, 3)])).toEqual(['a stale', 'b silent']);
  });

  test('an answer to another content than that of its revision never counts', () => {
    const forged = { ...answer(a, 1), contentHash: 'f'.repeat(64) };
    expect(standingsAfter([revision(1, [a])], [forged])).toEqual(['a stale']);
  });

  test('who is not affected is not asked, and where nobody is nothing is agreed', () => {
    expect(standingsAfter([revision(1, [a])], [answer(b, 1, 'objected')])).toEqual(['a silent']);
    expect(stateBySignatures(standingsOf([revision(1, [])], []))).toBe('open');
  });
});

const acts = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        by: fc.constantFrom(...IDS),
        objects: fc.constantFrom(true, false, false, false),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('revise' as const),
        affected: fc.subarray(IDS, { minLength: 1 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('rebase' as const),
        affected: fc.subarray(IDS, { minLength: 1 }),
        unchanged: fc.subarray(IDS),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ kind: 'lose-base' as const }) },
    { weight: 4, arbitrary: fc.constant({ kind: 'enact' as const }) },
  ),
  { maxLength: 40 },
);

test('nothing is enacted without a signature of everyone affected, given to the present content or kept by a rebase', () => {
  let enacted = 0;
  fc.assert(
    fc.property(acts, fc.subarray(IDS, { minLength: 1 }), (list, affected) => {
      let state: ReturnType<typeof proposalAfter> = 'open';
      let revisions = [revision(1, affected)];
      let answers: Answer[] = [];
      // Who has signed, kept by hand: forgotten by revisions, and by rebases of all but the unchanged.
      let signed = new Set<string>();
      for (const one of list) {
        const number = revisions.length + 1;
        const nextRevisions: SignedRevision[] =
          one.kind === 'revise'
            ? [...revisions, revision(number, one.affected)]
            : one.kind === 'rebase'
              ? [...revisions, revision(number, one.affected, one.unchanged)]
              : revisions;
        const nextAnswers =
          one.kind === 'answer'
            ? [...answers, answer(one.by, revisions.length, one.objects ? 'objected' : 'signed')]
            : answers;
        const standings = standingsOf(nextRevisions, nextAnswers);
        const act: ProposalAct =
          one.kind === 'answer' || one.kind === 'rebase' ? { act: one.kind, standings } : { act: one.kind };
        const next = proposalAfter(state, act);
        if (next === null) continue;
        if (one.kind === 'enact') {
          enacted++;
          expect(revisions.at(-1)?.affected.every((id) => signed.has(id))).toBe(true);
        }
        if (one.kind === 'revise') signed = new Set();
        if (one.kind === 'rebase') signed = new Set(one.unchanged.filter((id) => signed.has(id)));
        if (one.kind === 'answer' && one.objects) signed.delete(one.by);
        if (one.kind === 'answer' && !one.objects) signed.add(one.by);
        [state, revisions, answers] = [next, nextRevisions, nextAnswers];
      }
    }),
    { numRuns: 2000 },
  );
  expect(enacted).toBeGreaterThan(50);
});

describe('a proposal', () => {
  const ACTS: ProposalAct[] = [
    { act: 'answer', standings: [] },
    { act: 'revise' },
    { act: 'rebase', standings: [] },
    { act: 'lose-base' },
    { act: 'withdraw' },
    { act: 'enact' },
    { act: 'begin' },
    { act: 'end' },
  ];
  test.for([
    ['draft', {}],
    ['open', { answer: 'open', revise: 'open', 'lose-base': 'stale', withdraw: 'withdrawn' }],
    ['objected', { answer: 'open', revise: 'open', 'lose-base': 'stale', withdraw: 'withdrawn' }],
    [
      'agreed',
      { answer: 'open', revise: 'open', 'lose-base': 'stale', withdraw: 'withdrawn', enact: 'scheduled' },
    ],
    ['stale', { revise: 'open', rebase: 'open', 'lose-base': 'stale', withdraw: 'withdrawn' }],
    ['scheduled', { begin: 'in-force' }],
    ['in-force', { end: 'superseded' }],
    ['superseded', {}],
    ['withdrawn', {}],
  ] as const)('that is %s goes only where it may', ([state, allowed]) => {
    const found = ACTS.flatMap((act) => {
      const next = proposalAfter(state, act);
      return next === null ? [] : [[act.act, next]];
    });
    expect(Object.fromEntries(found)).toEqual(allowed);
  });
});
