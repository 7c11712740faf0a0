import type { AssociationId, Position } from '@nitaq/core';
import { expect, test, vi } from 'vitest';
import { firstVisit } from '../../../test/fixtures/first-visit.ts';
import { smallService } from '../../../test/fixtures/small-service.ts';
import type { Api } from '../../api/api.ts';
import type { AppStore } from '../app-state.ts';
import { EMPTY_LINK } from '../share-link.ts';

const TITLE = { ar: 'مسودة', en: 'Draft' };
const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const GAP: Position = [3.5, 0.5];

/** A page with a draft open for drawing; A claims x 0–2, B 1–3, nobody 3–4. */
async function drawing(api: Api): Promise<AppStore> {
  const store = firstVisit(api);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing(TITLE);
  return store;
}

function saved(store: AppStore) {
  return vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('saved'));
}

function gaps(store: AppStore): number {
  const { plan } = store.getState();
  return (plan.status === 'ready' && plan.value?.coverage.gaps.features.length) || 0;
}

async function eastOf(api: Api, association: AssociationId): Promise<number> {
  const answer = await api.territories('square', 'second');
  const drawn = answer.ok ? answer.value.features.find(({ id }) => id === association)?.geometry : null;
  return Math.max(...(drawn?.coordinates.flat(2).map(([x]) => x) ?? []));
}

test('one who finishes without a connection and begins again goes on from what was not saved', async () => {
  const api = smallService();
  let isOnline = false;
  const store = await drawing({
    ...api,
    saveTerritories: async (...wish) =>
      isOnline ? api.saveTerritories(...wish) : { ok: false, problem: { kind: 'unreachable' } },
  });
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('waiting'));
  store.getState().stopEditing();
  expect(store.getState().leftUnsaved).toEqual({ plan: 'second', associations: [B] });
  isOnline = true;
  await store.getState().startEditing(TITLE);
  expect(store.getState().leftUnsaved).toBeNull();
  await saved(store);
  expect(gaps(store)).toBe(0);
  expect(await eastOf(api, B)).toBe(4);
});

test('one who finishes while it is being saved, and begins again, has no conflict with himself', async () => {
  const api = smallService();
  const store = await drawing(api);
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  store.getState().stopEditing();
  await vi.waitFor(async () => expect(await eastOf(api, B)).toBe(4));
  await store.getState().startEditing(TITLE);
  store.getState().edit({ kind: 'resolve-overlap', at: [1.5, 0.5], inFavourOf: A });
  await vi.waitFor(() => expect(store.getState().editing?.saving.status).not.toBe('saving'));
  expect(store.getState().editing?.saving).toEqual({ status: 'saved' });
  expect(gaps(store)).toBe(0);
});

test('one who finishes in the middle of a drag leaves the border where it was', async () => {
  const store = await drawing(smallService());
  const before = store.getState().plan;
  store.getState().startDrag({ kind: 'vertex', at: [2, 0] });
  store.getState().dragTo([2.5, 0.2]);
  store.getState().stopEditing();
  const { plan } = store.getState();
  const drawn = (state: typeof plan) =>
    state.status === 'ready' && state.value?.territories.features.map(({ geometry }) => geometry);
  expect(drawn(plan)).toEqual(drawn(before));
});

test('the question of a cut is gone once something else is drawn or chosen', async () => {
  const store = await drawing(smallService());
  const cut = () => {
    store.getState().chooseTerritory(A);
    store.getState().chooseTool('cut');
    store.getState().endStroke([
      [-0.5, 0.5],
      [2.5, 0.5],
    ]);
    expect(store.getState().editing?.cut).not.toBeNull();
  };
  cut();
  store.getState().chooseTerritory(B);
  expect(store.getState().editing?.cut).toBeNull();
  cut();
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  expect(store.getState().editing?.cut).toBeNull();
  cut();
  store.getState().undo();
  expect(store.getState().editing?.cut).toBeNull();
});
