import { describe, expect, test } from 'vitest';
import type { AssociationId, PersonId, ProposalId } from '../model/ids.ts';
import type { Colleague, Role } from '../model/person.ts';
import type { Proposal, Standing } from '../model/proposal.ts';
import { nextDigest } from './digest-time.ts';
import { type NoticedAct, noticesAfter } from './notices-after.ts';

const [A, B, C] = ['a', 'b', 'c'] as AssociationId[] as [AssociationId, AssociationId, AssociationId];

function person(id: string, role: Role, association: AssociationId | null = null): Colleague {
  return { id: id as PersonId, name: id, role, association };
}

// Two who sign and one who follows for A and B, one who signs for C.
const PEOPLE = [
  person('a1', 'coordinator', A),
  person('a2', 'coordinator', A),
  person('a3', 'member', A),
  person('b1', 'coordinator', B),
  person('b3', 'member', B),
  person('c1', 'coordinator', C),
  person('council', 'council'),
  person('observer', 'observer'),
];

/** A proposal of A that makes a difference to A and B. */
function proposal(state: Proposal['state'], standings: Record<string, Standing['standing']> = {}): Proposal {
  const affected = Object.keys(standings).length > 0 ? Object.keys(standings) : [A, B];
  return {
    id: 'p' as ProposalId,
    state,
    association: A,
    revision: { affected },
    standings: Object.entries(standings).map(([association, standing]) => ({ association, standing })),
  } as unknown as Proposal;
}

/** Who is told what, as `person: kind`. */
function told(act: NoticedAct, actor = 'a1'): string[] {
  return noticesAfter(act, PEOPLE, actor as PersonId).map(
    ({ person, content }) => `${person}: ${content.kind}`,
  );
}

describe('people are told', () => {
  test('that a signature is needed where they sign, and that they are affected where they do not', () => {
    expect(told({ act: 'opened', proposal: proposal('open') })).toEqual([
      'a2: signature-needed',
      'a3: affected',
      'b1: signature-needed',
      'b3: affected',
    ]);
  });

  test('of no signature that a proposal which is stale from the start would not take', () => {
    expect(told({ act: 'opened', proposal: proposal('stale') })).toEqual([
      'a2: affected',
      'a3: affected',
      'b1: affected',
      'b3: affected',
    ]);
  });

  test('of an answer where they proposed', () => {
    const act = { act: 'answered', before: proposal('open'), proposal: proposal('objected') } as const;
    expect(told({ ...act, by: B, answer: 'objected' }, 'b1')).toEqual(['a1: answered', 'a2: answered']);
    expect(told({ act: 'countered', proposal: proposal('open'), by: B }, 'b1')).toEqual([
      'a1: answered',
      'a2: answered',
    ]);
  });

  test('once of the last signature: that it is agreed', () => {
    const act = { act: 'answered', before: proposal('open'), proposal: proposal('agreed') } as const;
    expect(told({ ...act, by: B, answer: 'signed' }, 'b1')).toEqual([
      'a1: agreed',
      'a2: agreed',
      'a3: agreed',
      'b3: agreed',
      'council: agreed',
    ]);
  });

  test('that an answer no longer counts, and whoever is newly affected that theirs is needed', () => {
    const before = proposal('open', { a: 'signed', b: 'signed' });
    const after = proposal('open', { a: 'signed', b: 'stale', c: 'silent' });
    expect(told({ act: 'revised', before, proposal: after })).toEqual([
      'b1: signature-stale',
      'c1: signature-needed',
    ]);
  });

  test('that a proposal went stale where they sign it', () => {
    expect(told({ act: 'lost-base', proposal: proposal('stale') }, 'council')).toEqual([
      'a1: proposal-stale',
      'a2: proposal-stale',
      'b1: proposal-stale',
    ]);
  });

  test('all of them, when it comes into force', () => {
    const act = { act: 'enacted', proposal: proposal('open'), inForceFrom: '2026-11-25T21:00:00Z' } as const;
    expect(told(act, 'council')).toHaveLength(PEOPLE.length - 1);
  });
});

test('a digest goes out at seven in the morning of the area, the same day or the next', () => {
  const at = (instant: string) => nextDigest(new Date(instant), 'Asia/Riyadh').toISOString();
  expect(at('2026-11-25T03:59:59Z')).toBe('2026-11-25T04:00:00.000Z');
  expect(at('2026-11-25T04:00:00Z')).toBe('2026-11-26T04:00:00.000Z');
  expect(at('2026-11-25T22:00:00Z')).toBe('2026-11-26T04:00:00.000Z');
});
