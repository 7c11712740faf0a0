import type { AssociationId, MilestoneId, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { areaWithin, draftOf, type InitiativeDraft, inputOf } from './initiative-draft.ts';

const [A, B, C] = ['a', 'b', 'c'] as AssociationId[] as [AssociationId, AssociationId, AssociationId];
const DRAFT: InitiativeDraft = {
  ...draftOf(null, A),
  title: ' حافلة ',
  purpose: 'غاية',
  partners: [B],
  villages: ['one' as VillageId],
  people: { orphans: '٤٠', widows: '', families: '12' },
  budget: { money: '90,000', people: '٢', goods: '' },
  shares: {
    [A]: { money: '90٬000', people: '', goods: '', note: '' },
    [B]: { money: '', people: '2', goods: '', note: 'سائقان' },
    [C]: { money: '5', people: '', goods: '', note: '' },
  },
  milestones: [{ id: 'bus' as MilestoneId, title: 'الحافلة', dueOn: '2027-01-10' }],
  risks: [
    { key: '1', text: 'السيل', answer: '' },
    { key: '2', text: ' ', answer: '' },
  ],
};

test('what is typed in whatever digits is sent, without what belongs to nobody who takes part', () => {
  expect(inputOf(DRAFT)).toEqual({
    title: 'حافلة',
    purpose: 'غاية',
    lead: A,
    partners: [B],
    villages: ['one'],
    place: null,
    people: { orphans: 40, widows: 0, families: 12 },
    budget: { money: 90_000, people: 2, goods: 0 },
    shares: [
      { association: A, resource: 'money', amount: 90_000, note: null },
      { association: B, resource: 'people', amount: 2, note: 'سائقان' },
    ],
    milestones: DRAFT.milestones,
    risks: [{ text: 'السيل', answer: null }],
  });
});

test('what was written before comes back as it was', () => {
  const input = inputOf(DRAFT);
  if (typeof input === 'string') throw new Error(input);
  const content = {
    ...input,
    place: areaWithin([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
  };
  expect(inputOf(draftOf(content, null))).toEqual(content);
});

test.each<[string, Partial<InitiativeDraft>]>([
  ['lead', { lead: null }],
  ['partners', { partners: [A] }],
  ['target', { villages: [] }],
  ['amount', { budget: { ...DRAFT.budget, goods: 'كثير' } }],
  ['amount', { people: { ...DRAFT.people, widows: '-1' } }],
  ['milestone', { milestones: [{ id: 'x' as MilestoneId, title: 'x', dueOn: '' }] }],
])('it is not sent before its %s is said', (fault, change) => {
  expect(inputOf({ ...DRAFT, ...change })).toBe(fault);
});

test('two corners are no area', () => {
  expect(
    areaWithin([
      [0, 0],
      [1, 0],
    ]),
  ).toBeNull();
});
