import type { AssociationId, KnownCount } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { associations } from '../../test/fixtures/small-area.ts';
import { known, smallNeed } from '../../test/fixtures/small-need.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { overloaded } from './overloaded.ts';
import { EMPTY_LINK } from './share-link.ts';

const B = 'b' as AssociationId;

/** B covers the village in the east, and can care for 20 orphans. */
async function overloadedWith(orphans: KnownCount | null) {
  const store = firstVisit(
    smallService({
      ...smallNeed(orphans ? [known('east', orphans)] : []),
      associations: async () => ({
        ok: true,
        value: associations.map((one) => (one.id === B ? { ...one, capacity: 20 } : one)),
      }),
    }),
  );
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadNeed();
  return overloaded(store.getState());
}

test('a reason is asked of whom more than 15 in a hundred over the capacity falls, and not of less', async () => {
  expect(await overloadedWith({ least: 24, most: 24 })).toEqual([B]);
  expect(await overloadedWith({ least: 23, most: 23 })).toEqual([]);
  expect(await overloadedWith(null)).toEqual([]);
});

test('a band that leaves it open asks for nothing', async () => {
  expect(await overloadedWith({ least: 20, most: 49 })).toEqual([]);
  expect(await overloadedWith({ least: 50, most: null })).toEqual([B]);
});
