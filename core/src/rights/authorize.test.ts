import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AreaId, AssociationId, PersonId } from '../model/ids.ts';
import { type Membership, type Person, ROLES } from '../model/person.ts';
import { type Action, authorize, readingOf, rightsTable } from './authorize.ts';

const HERE = 'here' as AreaId;
const THERE = 'there' as AreaId;
const OWN = 'own' as AssociationId;
const OTHER = 'other' as AssociationId;
const ACTIONS = rightsTable().map(({ action }) => action);

function person(memberships: readonly Membership[], provenTwice = false): Person {
  return {
    id: 'p' as PersonId,
    name: 'P',
    email: 'p@example.org',
    memberships: [...memberships],
    secondFactor: provenTwice,
    provenTwice,
  };
}

const membership = (area: AreaId): fc.Arbitrary<Membership> =>
  fc
    .constantFrom(...ROLES)
    .map((role) =>
      role === 'council' || role === 'observer'
        ? { area, role, association: null }
        : { area, role, association: OWN },
    );

test('who is not signed in may do what everybody may, and is told to sign in for the rest', () => {
  for (const { action, to } of rightsTable()) {
    const verdict = authorize(null, action, { area: HERE });
    expect([action, verdict]).toEqual([action, to === 'everybody' ? 'allowed' : 'sign-in-needed']);
  }
});

test('a role in one area gives nothing in another', () => {
  fc.assert(
    fc.property(membership(THERE), fc.constantFrom(...ACTIONS), fc.boolean(), (elsewhere, action, proven) => {
      const verdict = authorize(person([elsewhere], proven), action, { area: HERE });
      expect(verdict).toBe(authorize(person([], proven), action, { area: HERE }));
    }),
  );
});

test('proving oneself twice never takes a right away', () => {
  fc.assert(
    fc.property(membership(HERE), fc.constantFrom(...ACTIONS), (here, action) => {
      if (authorize(person([here]), action, { area: HERE }) !== 'allowed') return;
      expect(authorize(person([here], true), action, { area: HERE })).toBe('allowed');
    }),
  );
});

test.each([
  ['coordinator', 'draft.edit', undefined, 'allowed'],
  ['member', 'draft.edit', undefined, 'not-allowed'],
  ['observer', 'draft.edit', undefined, 'not-allowed'],
  ['council', 'draft.edit', undefined, 'not-allowed'],
  ['observer', 'plan.read', undefined, 'allowed'],
  ['coordinator', 'seat.place', OWN, 'allowed'],
  ['coordinator', 'seat.place', OTHER, 'not-allowed'],
  ['council', 'seat.place', OTHER, 'allowed'],
  ['coordinator', 'people.invite', OWN, 'allowed'],
  ['coordinator', 'people.invite', OTHER, 'not-allowed'],
  ['coordinator', 'people.invite', null, 'not-allowed'],
  ['council', 'people.invite', OTHER, 'second-factor-needed'],
] as const)('%s, %s of %s: %s', (role, action: Action, association, verdict) => {
  const own: Membership =
    role === 'council' || role === 'observer'
      ? { area: HERE, role, association: null }
      : { area: HERE, role, association: OWN };
  const thing = { area: HERE, ...(association === undefined ? {} : { association }) };
  expect(authorize(person([own]), action, thing)).toBe(verdict);
});

test('everybody reads what is or was in force, and nothing else', () => {
  for (const state of ['draft', 'proposed', 'withdrawn'] as const) expect(readingOf(state)).toBe('plan.read');
  for (const state of ['in-force', 'superseded'] as const) expect(readingOf(state)).toBe('settled-plan.read');
});
