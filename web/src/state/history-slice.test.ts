import type { AreaId, RecordEntry } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { ShownHistory } from './history-of.ts';
import { EMPTY_LINK } from './share-link.ts';

const entry = (number: number): RecordEntry => ({
  area: 'square' as AreaId,
  number,
  at: '2026-11-24T09:00:00Z',
  person: null,
  role: null,
  act: 'area-imported',
  subject: { kind: 'area', id: 'square' },
  data: {},
  previousHash: null,
  hash: '',
});

function numbers(history: ShownHistory | null): number[] {
  return history?.entries.status === 'ready' ? history.entries.value.map(({ number }) => number) : [];
}

test('older entries come after the newest, and none is left when the service has no more', async () => {
  const pages = new Map([
    [null as string | null, { items: [entry(3), entry(2)], next: 'older' as string | null }],
    ['older', { items: [entry(1)], next: null }],
  ]);
  const store = firstVisit(
    smallService({
      record: async ({ cursor }) => ({ ok: true, value: pages.get(cursor) ?? { items: [], next: null } }),
    }),
  );
  await store.getState().start(EMPTY_LINK);
  await store.getState().showHistory({ kind: 'area' });
  expect(numbers(store.getState().history)).toEqual([3, 2]);
  await store.getState().showOlder();
  expect(numbers(store.getState().history)).toEqual([3, 2, 1]);
  expect(store.getState().history?.next).toBeNull();
  await store.getState().showHistory(null);
  expect(store.getState().history).toBeNull();
});
