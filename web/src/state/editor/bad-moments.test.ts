import type { AssociationId, Position } from '@nitaq/core';
import { afterEach, expect, test, vi } from 'vitest';
import { firstVisit } from '../../../test/fixtures/first-visit.ts';
import { memoryStorage } from '../../../test/fixtures/memory-storage.ts';
import { smallService } from '../../../test/fixtures/small-service.ts';
import type { Api } from '../../api/api.ts';
import type { HeardEvent } from '../../api/area-events.ts';
import type { Answer } from '../../api/problem.ts';
import type { AppStore } from '../app-state.ts';
import { EMPTY_LINK } from '../share-link.ts';

const TITLE = { ar: 'مسودة', en: 'Draft' };
const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const GAP: Position = [3.5, 0.5];
const MINUTE_MS = 60_000;
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;
const gone = async (): Promise<Answer<never>> => ({
  ok: false,
  problem: { kind: 'refused', status: 404, type: 'about:blank', title: 'Gone', detail: 'Gone', fields: [] },
});

afterEach(() => vi.useRealTimers());

/** A page on which a draft is looked at; A claims x 0–2, B 1–3, nobody 3–4. */
async function looking(api: Api, storage = memoryStorage()): Promise<AppStore> {
  const store = firstVisit(api, storage);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  return store;
}

async function drawing(api: Api, storage = memoryStorage()): Promise<AppStore> {
  const store = await looking(api, storage);
  await store.getState().startEditing(TITLE);
  return store;
}

async function eastOf(api: Api, association: AssociationId): Promise<number> {
  const answer = await api.territories('square', 'second');
  const drawn = answer.ok ? answer.value.features.find(({ id }) => id === association)?.geometry : null;
  return Math.max(...(drawn?.coordinates.flat(2).map(([x]) => x) ?? []));
}

test('once the page was opened anew it says whose changes this device still has, and again when they are back', async () => {
  const [api, storage] = [smallService(), memoryStorage()];
  const offline = await drawing({ ...api, saveTerritories: unreachable }, storage);
  offline.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.waitFor(async () => expect((await storage.load('second')).unsaved).toHaveLength(1));
  const again = await looking(api, storage);
  expect(again.getState().leftUnsaved).toEqual({ plan: 'second', associations: [B] });
  await again.getState().startEditing(TITLE);
  expect(again.getState()).toMatchObject({
    leftUnsaved: null,
    editing: { notice: { kind: 'restored', associations: [B] } },
  });
  await vi.waitFor(async () => expect(await eastOf(api, B)).toBe(4));
  const third = await looking(api, storage);
  expect(third.getState().leftUnsaved).toBeNull();
});

test('after ten minutes without a connection all that was drawn is saved within half a minute', async () => {
  vi.useFakeTimers();
  const api = smallService();
  let isOnline = false;
  const store = await drawing({
    ...api,
    saveTerritories: (...wish) => (isOnline ? api.saveTerritories(...wish) : unreachable()),
  });
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
  store.getState().edit({ kind: 'resolve-overlap', at: [1.5, 0.5], inFavourOf: A });
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
  expect(store.getState().editing?.saving.status).toBe('waiting');
  isOnline = true;
  await vi.advanceTimersByTimeAsync(MINUTE_MS / 2);
  expect(store.getState().editing?.saving.status).toBe('saved');
  expect(await eastOf(api, B)).toBe(4);
});

test('that what is drawn is kept on the device is said once it is', async () => {
  const storage = memoryStorage();
  const written = Promise.withResolvers<void>();
  const slow = {
    ...storage,
    putState: async (...state: Parameters<typeof storage.putState>) => {
      await written.promise;
      await storage.putState(...state);
    },
  };
  const sent = Promise.withResolvers<void>();
  const saveTerritories = () => {
    sent.resolve();
    return unreachable();
  };
  const store = await drawing({ ...smallService(), saveTerritories }, slow);
  const said = new Set<string | undefined>();
  store.subscribe(({ editing }) => said.add(editing?.saving.status));
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await sent.promise;
  await new Promise(setImmediate);
  expect(said).not.toContain('waiting');
  written.resolve();
  await vi.waitFor(() => expect(said).toContain('waiting'));
  const { plan } = store.getState();
  const draft = plan.status === 'ready' ? (plan.value?.plan.id ?? '') : '';
  expect((await storage.unsaved(draft)).map(({ association }) => association)).toEqual([B]);
});

test('a draft that was deleted while nobody could tell is found to be so by the next save, and nothing is lost', async () => {
  const api = smallService();
  const store = await drawing({ ...api, saveTerritories: gone });
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.waitFor(() => expect(store.getState().editing?.saving).toEqual({ status: 'deleted' }));
  const { plan } = store.getState();
  expect(plan.status === 'ready' && plan.value?.coverage.gaps.features).toEqual([]);
});

test('what was drawn on a draft that others deleted is there after the page was opened anew, and becomes a new draft', async () => {
  const [api, storage] = [smallService(), memoryStorage()];
  const store = await drawing(api, storage);
  store.getState().loseDraft();
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  await vi.waitFor(async () => expect(await storage.rescued('square')).not.toBeNull());
  const again = await looking(api, storage);
  await vi.waitFor(() => expect(again.getState().rescued?.territories).toHaveLength(2));
  expect(await again.getState().restoreRescued(TITLE)).toBe(true);
  expect(again.getState().editing).not.toBeNull();
  const { plan } = again.getState();
  expect(plan.status === 'ready' && plan.value).toMatchObject({ plan: { id: 'third', title: TITLE } });
  const drawn = plan.status === 'ready' && plan.value?.territories.features.find(({ id }) => id === B);
  expect(JSON.stringify(drawn)).toContain('[4,1]');
  expect([await storage.rescued('square'), again.getState().rescued]).toEqual([null, null]);
});

test('a border that is still dragged is not saved with what was drawn before', async () => {
  const api = smallService();
  let answer: () => void = () => {};
  const saves: number[] = [];
  const store = await drawing({
    ...api,
    saveTerritories: async (area, plan, drawings) => {
      saves.push(drawings.length);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return api.saveTerritories(area, plan, drawings);
    },
  });
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  store.getState().startDrag({ kind: 'vertex', at: [2, 0] });
  store.getState().dragTo([1.8, 0]);
  answer();
  await vi.waitFor(() => expect(store.getState().editing?.saving.status).toBe('saved'));
  store.getState().cancelDrag();
  expect(saves).toEqual([1]);
  expect(await eastOf(api, B)).toBe(4);
});

test('a village that others moved while one draws counts where it is now', async () => {
  const api = smallService();
  let hear: (event: HeardEvent) => void = () => {};
  const store = await drawing({
    ...api,
    listen: (_, listener) => {
      hear = listener;
      return () => {};
    },
  });
  const before = await api.villages('square');
  const village = before.ok ? before.value.find(({ id }) => id === 'shared') : undefined;
  if (!village) throw new Error('No village');
  await api.moveVillage({ area: 'square', id: village.id, version: village.version, location: GAP });
  hear({
    kind: 'place',
    data: { area: 'square' },
  } as HeardEvent);
  const status = () => {
    const { plan } = store.getState();
    return plan.status === 'ready' && plan.value?.coverage.villages.find(({ id }) => id === 'shared');
  };
  await vi.waitFor(() => expect(status()).toMatchObject({ status: 'gap' }));
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: B });
  expect(status()).toMatchObject({ associations: [B] });
});
