import type { AreaId, MissingVillage, MissingVillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { HeardEvent } from '../api/area-events.ts';
import { EMPTY_LINK } from './share-link.ts';

const REPORT: MissingVillage = {
  id: 'one' as MissingVillageId,
  name: 'Wadi',
  location: null,
  words: [],
  reports: 1,
  reportedAt: '2026-11-24T09:00:00Z',
  version: 1,
};
const area = 'square' as AreaId;

test.each([
  ['others report a village or settle one', { kind: 'missing-village', data: { area, client: null } }],
  ['more has changed than can be told', { kind: 'reset', data: { area } }],
] as const)('the list of missing villages is asked for anew when %s', async (_, event) => {
  let hear: ((event: HeardEvent) => void) | undefined;
  let items: MissingVillage[] = [];
  const store = firstVisit(
    smallService({
      listen: (_, listener) => {
        hear = listener;
        return () => {};
      },
      missingVillages: async () => ({ ok: true, value: items }),
    }),
  );
  await store.getState().start(EMPTY_LINK);
  const names = () => {
    const { missing } = store.getState();
    return missing?.status === 'ready' ? missing.value.map(({ name }) => name) : null;
  };
  await expect.poll(names).toEqual([]);
  items = [REPORT];
  hear?.(event);
  await expect.poll(names).toEqual(['Wadi']);
});
