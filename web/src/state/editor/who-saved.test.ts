import type { AreaId, AssociationId, Colleague, RecordEntry } from '@nitaq/core';
import { expect, test } from 'vitest';
import { smallService } from '../../../test/fixtures/small-service.ts';
import { whoSaved } from './who-saved.ts';

const [A, B] = ['a', 'b'].map((id) => id as AssociationId);
const DRAFT = { area: 'square', plan: 'second' };

function entry(act: RecordEntry['act'], person: string | null, ...associations: string[]): RecordEntry {
  return {
    area: 'square' as AreaId,
    number: 1,
    at: '2026-11-24T00:00:00Z',
    person,
    role: 'coordinator',
    act,
    subject: { kind: 'plan', id: 'second' },
    data: { territories: Object.fromEntries(associations.map((id) => [id, 'hash'])) },
    previousHash: null,
    hash: '0'.repeat(64),
  };
}

const colleague = (id: string, name: string) =>
  ({ id, name, role: 'coordinator', association: null }) as Colleague;

function service(...entries: RecordEntry[]) {
  const value = [colleague('one', 'Maha'), colleague('two', 'Salem')];
  return smallService({
    recordOfPlan: async () => ({ ok: true, value: entries }),
    people: async () => ({ ok: true, value }),
  });
}

test('whoever saved a territory last is named, each once', async () => {
  const api = service(
    entry('reason-added', 'two', 'a'),
    entry('territories-saved', 'one', 'a', 'b'),
    entry('territories-saved', 'two', 'a'),
  );
  expect(await whoSaved(api, { ...DRAFT, associations: [A, B].flatMap((id) => id ?? []) })).toEqual(['Maha']);
});

test('nobody is named who is not known, or where the service does not say', async () => {
  const unknown = service(entry('territories-saved', 'gone', 'a'), entry('territories-saved', null, 'b'));
  const associations = [A, B].flatMap((id) => id ?? []);
  expect(await whoSaved(unknown, { ...DRAFT, associations })).toEqual([]);
  const silent = smallService({
    recordOfPlan: async () => ({ ok: false, problem: { kind: 'unreachable' } }),
  });
  expect(await whoSaved(silent, { ...DRAFT, associations })).toEqual([]);
});
