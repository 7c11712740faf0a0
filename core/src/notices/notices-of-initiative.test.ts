import { expect, test } from 'vitest';
import type { AssociationId, PersonId } from '../model/ids.ts';
import type { Initiative } from '../model/initiative.ts';
import type { Colleague, Role } from '../model/person.ts';
import { type InitiativeNoticedAct, noticesOfInitiative } from './notices-of-initiative.ts';

const [A, B, C] = ['a', 'b', 'c'] as AssociationId[] as [AssociationId, AssociationId, AssociationId];

function person(id: string, role: Role, association: AssociationId | null = null): Colleague {
  return { id: id as PersonId, name: id, role, association };
}

// One who answers and one who follows for A and B, one who answers for C.
const PEOPLE = [
  person('a1', 'coordinator', A),
  person('a2', 'member', A),
  person('b1', 'coordinator', B),
  person('b2', 'member', B),
  person('c1', 'coordinator', C),
  person('council', 'council'),
  person('observer', 'observer'),
];

/** An initiative of A with B. */
function initiative(state: Initiative['state'], b: Initiative['standings'][number]['standing'] = 'silent') {
  const standings = [
    { association: A, standing: 'signed', answer: null },
    { association: B, standing: b, answer: null },
  ];
  return { state, content: { lead: A, partners: [B] }, standings } as unknown as Initiative;
}

const told = (act: InitiativeNoticedAct, after: Initiative, actor: string | null = 'a1') =>
  noticesOfInitiative(act, after, PEOPLE, actor as PersonId | null).map(
    ({ person: id, content }) => `${id}: ${content.kind}`,
  );

test('whoever answers for an association is asked to approve, and anew where their answer no longer counts', () => {
  expect(told({ act: 'proposed' }, initiative('proposed'))).toEqual(['b1: initiative-approval-needed']);
  expect(told({ act: 'changed', dropped: [C] }, initiative('proposed', 'stale'))).toEqual([
    'b1: initiative-approval-stale',
    'c1: initiative-dropped',
  ]);
  expect(told({ act: 'changed', dropped: [C] }, initiative('idea'))).toEqual([]);
});

test('an objection is told to the others who answer, the last approval to all who take part and the council', () => {
  const answered = { act: 'answered', before: 'proposed', by: B } as const;
  expect(told({ ...answered, answer: 'objected' }, initiative('proposed', 'objected'), 'b1')).toEqual([
    'a1: initiative-objected',
  ]);
  expect(told({ ...answered, answer: 'signed' }, initiative('agreed', 'signed'), 'b1')).toEqual([
    'a1: initiative-agreed',
    'a2: initiative-agreed',
    'b2: initiative-agreed',
    'council: initiative-agreed',
  ]);
  expect(told({ ...answered, answer: 'signed' }, initiative('proposed'), 'b1')).toEqual([]);
});

test('that one has left is told to those who stay; where it ends with that, that it was stopped', () => {
  expect(told({ act: 'left', by: C }, initiative('proposed'), 'c1')).toEqual([
    'a1: initiative-left',
    'b1: initiative-left',
  ]);
  expect(told({ act: 'left', by: B }, initiative('stopped'), 'b1')).toContain('council: initiative-stopped');
});

test('a milestone that is late is told to those who answer, by nobody', () => {
  expect(told({ act: 'late', milestone: 'Bus', dueOn: '2026-12-01' }, initiative('running'), null)).toEqual([
    'a1: initiative-late',
    'b1: initiative-late',
  ]);
});
