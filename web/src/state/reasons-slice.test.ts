import type { AreaId, AssociationId, PlanId, Position } from '@nitaq/core';
import { expect, test, vi } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import type { AppStore } from './app-state.ts';
import { EMPTY_LINK } from './share-link.ts';
import { shownReasons } from './shown-reasons.ts';

const TITLE = { ar: 'مسودة', en: 'Draft' };
const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const BEND: Position = [1, 0.5];
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;

async function looking(api: Api) {
  const store = firstVisit(api);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  return store;
}

/** A draft that is drawn: A has x 0–1 and B 1–3; their border has a point in its middle, which is chosen. */
async function drawing(api: Api = smallService()) {
  const store = await looking(api);
  await store.getState().startEditing(TITLE);
  const { edit, chooseTool, chooseTerritory, chooseVertex } = store.getState();
  edit({ kind: 'resolve-overlap', at: [1.5, 0.5], inFavourOf: B });
  edit({
    kind: 'bend-edge',
    between: [
      [1, 0],
      [1, 1],
    ],
    at: BEND,
    to: [1.1, 0.5],
  });
  edit({ kind: 'move-vertex', from: [1.1, 0.5], to: BEND });
  chooseTool('reshape');
  chooseTerritory(A);
  chooseVertex(BEND);
  await vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('saved'));
  return store;
}

function items(store: AppStore) {
  const { reasons } = store.getState();
  return reasons.status === 'ready' ? (reasons.value?.items ?? []) : [];
}

test('a reason is written at the chosen point, for the two whose border it is, and is there for all who look', async () => {
  const api = smallService();
  const store = await drawing(api);
  expect(store.getState().startReason()).toBe(true);
  expect(await store.getState().saveReason('Follows the wadi')).toBe(true);
  expect(items(store)).toMatchObject([{ line: [BEND], associations: [A, B], text: 'Follows the wadi' }]);
  expect(store.getState().reasonForm).toBeNull();
  const other = await looking(api);
  expect(items(other)).toEqual(items(store));
  expect(shownReasons(other.getState())).toHaveLength(1);
});

test('where no point is chosen there is nothing to write about', async () => {
  const store = await drawing();
  store.getState().chooseVertex(null);
  expect(store.getState().startReason()).toBe(false);
  expect(store.getState().extendReason([1, 1])).toBe(false);
  expect(store.getState().reasonForm).toBeNull();
});

test('its stretch goes on to another point of the border, and to the corners on both sides', async () => {
  const store = await drawing();
  const line = () => store.getState().reasonForm?.stretch.line;
  store.getState().extendReason([1, 1]);
  expect(line()).toEqual([BEND, [1, 1]]);
  store.getState().cancelReason();
  store.getState().startReason();
  store.getState().extendReasonToCorner(1);
  expect(line()).toHaveLength(2);
  store.getState().extendReasonToCorner(-1);
  // From one side of the area to the other, and no further: beyond the corners B is no neighbour.
  expect(line()?.toSorted((a, b) => a[1] - b[1])).toEqual([[1, 0], BEND, [1, 1]]);
  expect(store.getState().reasonForm?.stretch.associations).toEqual([A, B]);
});

test('a border that is moved keeps its reason, which is shown where the border is now', async () => {
  const api = smallService();
  const store = await drawing(api);
  store.getState().startReason();
  store.getState().extendReasonToCorner(1);
  await store.getState().saveReason('Centre boundary');
  store.getState().edit({ kind: 'move-vertex', from: BEND, to: [1.2, 0.5] });
  const [shown] = shownReasons(store.getState());
  expect(shown?.reason.line[0]).toEqual(BEND);
  const [first] = shown?.line ?? [];
  // On the edge from (1, 0) or (1, 1) to (1.2, 0.5), where it is nearest to where it was written.
  expect(first?.[0]).toBeGreaterThan(1.1);
  expect(first?.[0]).toBeLessThan(1.2);
  store.getState().undo();
  expect(shownReasons(store.getState())[0]?.line[0]).toEqual(BEND);
});

test('without a connection what was written stays in the form; saved twice it is there once', async () => {
  const api = smallService();
  let isLost = true;
  const addReason: Api['addReason'] = async (...request) => {
    const made = await api.addReason(...request);
    return isLost ? unreachable() : made;
  };
  const store = await drawing({ ...api, addReason });
  store.getState().startReason();
  expect(await store.getState().saveReason('Follows the wadi')).toBe(false);
  expect(store.getState().reasonForm).toMatchObject({ saving: false, problem: { kind: 'unreachable' } });
  isLost = false;
  expect(await store.getState().saveReason('Follows the wadi')).toBe(true);
  await store.getState().loadReasons();
  expect(items(store)).toHaveLength(1);
});

test('a reason that others rewrote is not overwritten unseen', async () => {
  const api = smallService();
  const store = await drawing(api);
  store.getState().startReason();
  await store.getState().saveReason('First');
  const [reason] = items(store);
  if (!reason) throw new Error('Not saved');
  const { id, line, associations } = reason;
  const at = { area: 'square', plan: 'second', id, version: 1 };
  await api.changeReason(at, { line, associations, text: 'Theirs' });
  store.getState().rewriteReason(id);
  expect(await store.getState().saveReason('Mine')).toBe(false);
  expect(items(store)).toMatchObject([{ text: 'Theirs', version: 2 }]);
  expect(store.getState().reasonForm).toMatchObject({ reason: { text: 'Theirs' }, problem: { status: 412 } });
  expect(await store.getState().saveReason('Mine')).toBe(true);
  expect(items(store)).toMatchObject([{ id, text: 'Mine', version: 3 }]);
});

test('a reason that was deleted can be written down again, once', async () => {
  const store = await drawing();
  store.getState().startReason();
  await store.getState().saveReason('Follows the wadi');
  const [reason] = items(store);
  if (!reason) throw new Error('Not saved');
  await store.getState().removeReason(reason.id);
  expect(items(store)).toEqual([]);
  await Promise.all([store.getState().restoreReason(), store.getState().restoreReason()]);
  expect(items(store)).toMatchObject([{ line: [BEND], associations: [A, B], text: 'Follows the wadi' }]);
  expect(store.getState().removedReason).toBeNull();
});

test('what others write is heard', async () => {
  const api = smallService();
  let hear: Parameters<Api['listen']>[1] = () => {};
  const store = await looking({
    ...api,
    listen: (_, listener) => {
      hear = listener;
      return () => {};
    },
  });
  const input = { line: [BEND], associations: [A, B], text: 'Theirs' };
  const made = await api.addReason('square', 'second', { input, key: 'theirs' });
  if (!made.ok) throw new Error('Refused');
  const { id: reason, version } = made.value;
  const data = {
    area: 'square' as AreaId,
    plan: 'second' as PlanId,
    reason,
    change: 'created' as const,
    version,
    client: null,
  };
  hear({ kind: 'reason', data });
  await vi.waitFor(() => expect(items(store)).toHaveLength(1));
});

test('when the draft is gone, its reasons go into the new one with the drawing', async () => {
  const store = await drawing();
  store.getState().startReason();
  await store.getState().saveReason('Follows the wadi');
  store.getState().loseDraft();
  await store.getState().saveAsNewDraft(TITLE);
  const { plan } = store.getState();
  expect(plan.status === 'ready' && plan.value?.plan.id).toBe('third');
  expect(items(store)).toMatchObject([{ text: 'Follows the wadi' }]);
});
