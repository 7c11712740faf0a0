import { expect, test, vi } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import type { HeardEvent } from '../api/area-events.ts';
import type { AppStore } from './app-state.ts';
import { EMPTY_LINK } from './share-link.ts';

const TITLE = { ar: 'باسم آخر', en: 'By another name' };

async function opened(api: Api): Promise<AppStore> {
  const store = firstVisit(api);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  return store;
}

function shown(store: AppStore) {
  const { plan } = store.getState();
  return plan.status === 'ready' ? plan.value?.plan : undefined;
}

async function storedTitle(api: Api) {
  const answer = await api.plans('square');
  return answer.ok ? answer.value.find(({ id }) => id === 'second')?.title : undefined;
}

test('a draft gets another title, on the screen and at the service', async () => {
  const api = smallService();
  const store = await opened(api);
  store.getState().askAboutDraft('rename');
  expect(await store.getState().renameDraft(TITLE)).toBe(true);
  expect(shown(store)?.title).toEqual(TITLE);
  expect(await storedTitle(api)).toEqual(TITLE);
  expect(store.getState().draftDialog).toBe(null);
});

test('a title that others gave meanwhile is not lost unseen: one is asked again', async () => {
  const api = smallService();
  const store = await opened(api);
  store.getState().askAboutDraft('rename');
  const theirs = { ar: 'لهم', en: 'Theirs' };
  await api.renamePlan({ area: 'square', id: 'second', version: 1 }, theirs);
  expect(await store.getState().renameDraft(TITLE)).toBe(false);
  expect(store.getState().draftDialog).toMatchObject({ overtaken: true, plan: { title: theirs } });
  expect(await store.getState().renameDraft(TITLE)).toBe(true);
  expect(await storedTitle(api)).toEqual(TITLE);
});

test('a draft of which others changed but the ground is renamed at once', async () => {
  const base = smallService();
  let version = 4;
  const api: Api = {
    ...base,
    plans: async (area) => {
      const answer = await base.plans(area);
      return answer.ok ? { ...answer, value: answer.value.map((plan) => ({ ...plan, version })) } : answer;
    },
    renamePlan: (draft, title) =>
      draft.version === version
        ? base.renamePlan({ ...draft, version: 1 }, title)
        : base.renamePlan({ ...draft, version: 99 }, title),
  };
  const store = await opened(api);
  store.getState().askAboutDraft('rename');
  version = 7;
  expect(await store.getState().renameDraft(TITLE)).toBe(true);
});

test('a deleted draft is gone, and another plan is shown in its place', async () => {
  const api = smallService();
  const store = await opened(api);
  await store.getState().startEditing(TITLE);
  store.getState().askAboutDraft('delete');
  expect(await store.getState().deleteDraft()).toBe(true);
  expect(await storedTitle(api)).toBe(undefined);
  await vi.waitFor(() => expect(shown(store)?.id).toBe('first'));
  expect(store.getState()).toMatchObject({
    editing: null,
    leftUnsaved: null,
    draftNews: { kind: 'deleted' },
  });
});

test('a draft that others changed since is not deleted before one has looked again', async () => {
  const api = smallService();
  const store = await opened(api);
  store.getState().askAboutDraft('delete');
  await api.renamePlan({ area: 'square', id: 'second', version: 1 }, TITLE);
  expect(await store.getState().deleteDraft()).toBe(false);
  expect(await storedTitle(api)).toEqual(TITLE);
  expect(store.getState().draftDialog?.overtaken).toBe(true);
  expect(await store.getState().deleteDraft()).toBe(true);
  expect(await storedTitle(api)).toBe(undefined);
});

test('who looks at a draft is told when others rename it or delete it', async () => {
  let tell: (event: HeardEvent) => void = () => {};
  const api = smallService({
    listen: (_, hear) => {
      tell = hear;
      return () => {};
    },
  });
  const store = await opened(api);
  const data = { area: 'square', plan: 'second', version: 2, client: 'other' };
  await api.renamePlan({ area: 'square', id: 'second', version: 1 }, TITLE);
  tell({ kind: 'plan', data: { ...data, change: 'changed' } } as HeardEvent);
  await vi.waitFor(() =>
    expect(store.getState().draftNews).toEqual({ kind: 'renamed-by-others', title: TITLE }),
  );
  expect(shown(store)?.title).toEqual(TITLE);
  await api.deletePlan({ area: 'square', id: 'second', version: 2 });
  tell({ kind: 'plan', data: { ...data, change: 'deleted' } } as HeardEvent);
  await vi.waitFor(() => expect(store.getState().draftNews?.kind).toBe('deleted-by-others'));
  expect(shown(store)?.id).toBe('first');
});
