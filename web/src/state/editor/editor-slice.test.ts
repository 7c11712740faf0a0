import type { AssociationId, Position } from '@nitaq/core';
import { expect, test, vi } from 'vitest';
import { firstVisit } from '../../../test/fixtures/first-visit.ts';
import { memoryStorage } from '../../../test/fixtures/memory-storage.ts';
import { smallService } from '../../../test/fixtures/small-service.ts';
import type { Api } from '../../api/api.ts';
import type { AppStore } from '../app-state.ts';
import { EMPTY_LINK } from '../share-link.ts';

const TITLE = { ar: 'مسودة', en: 'Draft' };
const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const OVERLAP: Position = [1.5, 0.5];
const GAP: Position = [3.5, 0.5];
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;

/** A page with a draft open for drawing; A claims x 0–2, B 1–3, nobody 3–4. */
async function drawing(api: Api = smallService(), storage = memoryStorage()) {
  const store = firstVisit(api, storage);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing(TITLE);
  return store;
}

function saved(store: AppStore) {
  return vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('saved'));
}

function report(store: AppStore) {
  const { plan } = store.getState();
  if (plan.status !== 'ready' || !plan.value) throw new Error('No plan is shown');
  return plan.value.coverage;
}

async function stored(api: Api, association: string) {
  const answer = await api.territories('square', 'second');
  return answer.ok ? answer.value.features.find(({ id }) => id === association)?.geometry : null;
}

test('an edit shows at once what it leads to, and is saved', async () => {
  const api = smallService();
  const store = await drawing(api);
  expect(store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: B })).toBe(true);
  expect(report(store).overlaps.features).toEqual([]);
  expect(report(store).villages.find(({ id }) => id === 'shared')?.associations).toEqual([B]);
  await saved(store);
  const geometry = await stored(api, A);
  expect(Math.max(...(geometry?.coordinates.flat(2).map(([x]) => x) ?? []))).toBe(1);
});

test('what is undone is as it was, here and at the service, and can be made again', async () => {
  const api = smallService();
  const before = await stored(api, A);
  const store = await drawing(api);
  store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: B });
  await saved(store);
  store.getState().undo();
  await saved(store);
  expect(report(store).overlaps.features).toHaveLength(1);
  expect(await stored(api, A)).toEqual(before);
  store.getState().redo();
  await saved(store);
  expect(report(store).overlaps.features).toEqual([]);
});

test('steps can be taken back after the page was opened anew', async () => {
  const [api, storage] = [smallService(), memoryStorage()];
  const first = await drawing(api, storage);
  first.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: B });
  first.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await saved(first);
  const again = await drawing(api, storage);
  await vi.waitFor(() => expect(again.getState().editing?.history.done).toBe(2));
  again.getState().goToStep(0);
  expect(report(again).overlaps.features).toHaveLength(1);
  expect(report(again).gaps.features).toHaveLength(1);
});

test('without a connection the drawing is kept, and saved when the page is opened again', async () => {
  const [api, storage] = [smallService(), memoryStorage()];
  const offline = await drawing({ ...api, saveTerritories: unreachable }, storage);
  offline.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.waitFor(() => expect(offline.getState().editing?.saving.status).toBe('waiting'));
  expect(report(offline).gaps.features).toEqual([]);
  offline.getState().stopEditing();
  const online = await drawing(api, storage);
  await saved(online);
  expect(report(online).gaps.features).toEqual([]);
  const geometry = await stored(api, B);
  expect(Math.max(...(geometry?.coordinates.flat(2).map(([x]) => x) ?? []))).toBe(4);
});

test('what others drew on another territory is taken over', async () => {
  const api = smallService();
  const [mine, theirs] = [await drawing(api), await drawing(api)];
  theirs.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await saved(theirs);
  mine.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: B });
  await saved(mine);
  expect(report(mine).gaps.features).toEqual([]);
  expect(report(mine).overlaps.features).toEqual([]);
  expect(mine.getState().editing?.notice).toMatchObject({ kind: 'received', associations: [B] });
});

test.each(['mine', 'theirs'] as const)(
  'two who drew the same territory choose what stays: %s',
  async (keep) => {
    const api = smallService();
    const [mine, theirs] = [await drawing(api), await drawing(api)];
    theirs.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
    await saved(theirs);
    mine.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A });
    await vi.waitFor(() =>
      expect(mine.getState().editing?.saving).toMatchObject({ status: 'conflict', theirs: [{ id: B }] }),
    );
    await mine.getState().settleConflict(keep);
    await saved(mine);
    expect(report(mine).gaps.features).toHaveLength(keep === 'mine' ? 1 : 0);
    expect(report(mine).overlaps.features).toHaveLength(keep === 'mine' ? 0 : 1);
  },
);

test.each(['mine', 'theirs'] as const)(
  'a choice that was left open holds when the draft is opened again, also against further drawing: %s',
  async (keep) => {
    const [api, storage] = [smallService(), memoryStorage()];
    const [first, theirs] = [await drawing(api, storage), await drawing(api)];
    theirs.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
    await saved(theirs);
    const isAsked = (store: AppStore) =>
      vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('conflict'));
    first.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A });
    await isAsked(first);
    first.getState().stopEditing();
    const mine = await drawing(api, storage);
    await isAsked(mine);
    mine.getState().undo();
    mine.getState().redo();
    await isAsked(mine);
    await mine.getState().settleConflict(keep);
    await saved(mine);
    expect(report(mine).gaps.features).toHaveLength(keep === 'mine' ? 1 : 0);
  },
);

test('a step cannot be taken back over what others drew since', async () => {
  const api = smallService();
  const mine = await drawing(api);
  mine.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A });
  await saved(mine);
  const theirs = await drawing(api);
  theirs.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await saved(theirs);
  await mine.getState().refreshDraft();
  mine.getState().undo();
  expect(mine.getState().editing?.notice).toEqual({ kind: 'overtaken' });
  expect(report(mine).gaps.features).toEqual([]);
});

test('a drag shows every place on its way, and stays where it ends', async () => {
  const api = smallService();
  const store = await drawing(api);
  store.getState().startDrag({
    kind: 'edge',
    between: [
      [2, 0],
      [2, 1],
    ],
    at: [2, 0.5],
  });
  store.getState().dragTo([1.5, 0.5]);
  const smaller = report(store).totals.overlapKm2;
  store.getState().dragTo([2.5, 0.5]);
  expect(report(store).totals.overlapKm2).toBeGreaterThan(smaller);
  store.getState().endDrag();
  await saved(store);
  expect(store.getState().editing?.history.steps.at(-1)?.description.kind).toBe('vertex-moved');
  expect(JSON.stringify(await stored(api, A))).toContain('[2.5,0.5]');
});

test('a vertex that is moved alone leaves the neighbour behind', async () => {
  const api = smallService();
  const store = await drawing(api);
  store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A });
  expect(report(store).overlaps.features).toEqual([]);
  store.getState().chooseTerritory(A);
  store.getState().startDrag(
    {
      kind: 'edge',
      between: [
        [2, 0],
        [2, 1],
      ],
      at: [2, 0.5],
    },
    true,
  );
  store.getState().dragTo([2.5, 0.5]);
  store.getState().endDrag();
  expect(report(store).overlaps.features).toHaveLength(1);
  expect(
    store
      .getState()
      .editing?.history.steps.at(-1)
      ?.changes.map(({ association }) => association),
  ).toEqual([A]);
});

test('a drag that is called off leaves everything as it was', async () => {
  const store = await drawing();
  const before = report(store).totals;
  store.getState().startDrag({
    kind: 'edge',
    between: [
      [2, 0],
      [2, 1],
    ],
    at: [2, 0.5],
  });
  store.getState().dragTo([2.5, 0.5]);
  store.getState().cancelDrag();
  expect(report(store).totals).toEqual(before);
  expect(store.getState().editing?.history.steps).toEqual([]);
});

test('a drag that would make a border cross itself is refused, and says so', async () => {
  const store = await drawing();
  const before = report(store).totals;
  store.getState().startDrag({
    kind: 'edge',
    between: [
      [2, 0],
      [2, 1],
    ],
    at: [2, 0.5],
  });
  store.getState().dragTo([-1, 0.5]);
  store.getState().endDrag();
  expect(store.getState().editing?.notice).toMatchObject({ kind: 'refused' });
  expect(report(store).totals).toEqual(before);
});

test('after a draft that others deleted another plan is shown', async () => {
  const store = await drawing();
  store.getState().loseDraft();
  const { area } = store.getState();
  if (area.status !== 'ready') throw new Error('No area');
  const plans = area.value.plans.filter(({ id }) => id !== 'second');
  store.setState({ area: { status: 'ready', value: { ...area.value, plans } } });
  store.getState().stopEditing();
  await vi.waitFor(() => {
    const { plan } = store.getState();
    expect(plan.status === 'ready' && plan.value?.plan.id).toBe('first');
  });
});

test('a locked territory is changed by no tool', async () => {
  const store = await drawing();
  store.getState().setLocked(B, true);
  const before = report(store).totals;
  expect(store.getState().edit({ kind: 'assign-gap', at: GAP, to: B })).toBe(false);
  expect(store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A })).toBe(false);
  expect(store.getState().editing?.notice).toEqual({ kind: 'refused', reason: 'locked' });
  store.getState().startDrag({ kind: 'vertex', at: [3, 0] });
  expect(store.getState().editing?.dragged).toBeNull();
  expect(report(store).totals).toEqual(before);
  expect(store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: B })).toBe(true);
});

test('drawing on a plan in force makes a draft of it first', async () => {
  const store = firstVisit(smallService());
  await store.getState().start(EMPTY_LINK);
  await store.getState().startEditing(TITLE);
  const { plan, editing } = store.getState();
  expect(plan.status === 'ready' && plan.value?.plan).toMatchObject({
    state: 'draft',
    title: TITLE,
    base: 'first',
  });
  expect(editing).not.toBeNull();
});

test('a plan can be begun from nothing while another is shown', async () => {
  const asked: unknown[] = [];
  const service = smallService();
  const store = firstVisit({
    ...service,
    createPlan: (area, plan) => {
      asked.push(plan);
      return service.createPlan(area, plan);
    },
  });
  await store.getState().start(EMPTY_LINK);
  await store.getState().startEditing(TITLE, 'nothing');
  expect(asked).toEqual([{ title: TITLE }]);
  expect(store.getState().editing).not.toBeNull();
});
