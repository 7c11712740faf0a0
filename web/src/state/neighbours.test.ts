import type { AreaId, AreaSummary } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import { calledElsewhere, thingsOf } from './neighbours.ts';
import { EMPTY_LINK } from './share-link.ts';

/** The open area, and another one with the same associations and villages. */
async function withNeighbour(changes: Partial<Api> = {}) {
  const small = smallService();
  const here = await small.area('square');
  if (!here.ok) throw new Error('The small area is there');
  const there: AreaSummary = {
    ...here.value,
    id: 'hills' as AreaId,
    name: { ar: 'الجبال', en: 'The hills' },
  };
  const api = smallService({ areas: async () => ({ ok: true, value: [here.value, there] }), ...changes });
  const store = firstVisit(api);
  await store.getState().start(EMPTY_LINK);
  return store;
}

test('what is of a neighbour is named with its area, beside what bears the same id in the open one', async () => {
  const store = await withNeighbour();
  await store.getState().loadNeighbour('hills');
  await store.getState().loadNeighbour('hills');
  const { neighbours, area } = store.getState();
  const own = area.status === 'ready' ? area.value.associations : [];
  expect(neighbours.map((one) => one.area.id)).toEqual(['hills']);
  expect(neighbours.flatMap((one) => thingsOf(one).associations).map(({ id }) => id)).toEqual(
    own.map(({ id }) => `hills/${id}`),
  );
  const first = own[0];
  expect(calledElsewhere('associations', `hills/${first?.id}`, { neighbours, initiatives: [] })).toEqual({
    name: first?.name,
    area: { ar: 'الجبال', en: 'The hills' },
  });
});

test('neither the open area nor one that there is not is a neighbour', async () => {
  const store = await withNeighbour();
  for (const id of ['square', 'nowhere']) await store.getState().loadNeighbour(id);
  expect(store.getState().neighbours).toEqual([]);
});

test('a neighbour that cannot be fetched says so until it is asked for again', async () => {
  const small = smallService();
  let isThere = false;
  const villages: Api['villages'] = async (area) =>
    area === 'square' || isThere ? small.villages(area) : { ok: false, problem: { kind: 'unreachable' } };
  const store = await withNeighbour({ villages });
  const things = () => store.getState().neighbours[0]?.things;
  const asked = store.getState().loadNeighbour('hills');
  expect(things()).toEqual({ status: 'loading' });
  await asked;
  expect(things()).toEqual({ status: 'failed', problem: { kind: 'unreachable' } });
  isThere = true;
  await store.getState().loadNeighbour('hills');
  expect(things()?.status).toBe('ready');
});
