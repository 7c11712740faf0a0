import { expect, test } from 'vitest';
import type { AreaId, AssociationId, VillageId } from '../model/ids.ts';
import type { InitiativeInput } from '../model/initiative.ts';
import { areasOf, contentSeenFrom } from './across-areas.ts';
import { initiativeFault } from './initiative-faults.ts';
import { withoutPartner } from './parties.ts';

const [COAST, HILLS] = ['coast', 'hills'] as AreaId[] as [AreaId, AreaId];
const party = (id: string) => id as AssociationId;
const village = (id: string) => id as VillageId;

// The coast keeps it; one association of the hills takes part, which bears the same id as its lead.
const CONTENT: Omit<InitiativeInput, 'place'> & { readonly place: null } = {
  title: 'A bus',
  purpose: 'To school',
  lead: party('a'),
  partners: [party('b'), party('hills/a')],
  villages: [village('one'), village('hills/one')],
  place: null,
  people: { orphans: 1, widows: 0, families: 0 },
  budget: { money: 1, people: 0, goods: 0 },
  shares: [{ association: party('hills/a'), resource: 'money', amount: 1, note: null }],
  milestones: [],
  risks: [],
};

test('what is of the area in which one reads goes by its id, what is of another by its area and id', () => {
  expect(contentSeenFrom(CONTENT, COAST, HILLS)).toMatchObject({
    lead: 'coast/a',
    partners: ['coast/b', 'a'],
    villages: ['coast/one', 'one'],
    shares: [{ association: 'a' }],
  });
});

test('a content read in another area and back again is the same', () => {
  expect(contentSeenFrom(contentSeenFrom(CONTENT, COAST, HILLS), HILLS, COAST)).toEqual(CONTENT);
});

test('the areas that take part are the same, wherever it is read', () => {
  expect(areasOf(CONTENT, COAST)).toEqual([COAST, HILLS]);
  expect(areasOf(contentSeenFrom(CONTENT, COAST, HILLS), HILLS)).toEqual([COAST, HILLS]);
});

test('villages of another area are named where one of its associations takes part', () => {
  expect(initiativeFault(CONTENT)).toBeNull();
  expect(initiativeFault({ ...CONTENT, villages: [village('plain/one')] })).toEqual({
    pointer: '/villages/0',
    code: 'initiative-village-of-stranger',
  });
});

test('the last partner of another area that leaves takes its villages along, one of several does not', () => {
  expect(withoutPartner(CONTENT, party('hills/a'))?.villages).toEqual(['one']);
  expect(withoutPartner(CONTENT, party('b'))?.villages).toEqual(CONTENT.villages);
  const two = { ...CONTENT, partners: [party('hills/a'), party('hills/c')] };
  expect(withoutPartner(two, party('hills/a'))?.villages).toEqual(CONTENT.villages);
});
