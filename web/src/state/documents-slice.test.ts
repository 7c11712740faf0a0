import type { AssociationId, DocumentId, ShelfDocument } from '@nitaq/core';
import { expect, test } from 'vitest';
import { memoryStorage } from '../../test/fixtures/memory-storage.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { createAppStore } from './app-store.ts';
import { FIRST_VISIT } from './preferences.ts';
import { EMPTY_LINK } from './share-link.ts';

const LESSON: ShelfDocument = {
  id: 'lesson' as DocumentId,
  title: 'Ask the imam',
  text: 'He knows every family.',
  tags: [],
  links: [],
  file: null,
  association: 'a' as AssociationId,
  by: { person: 'p', name: 'P' },
  addedAt: '2026-11-24T00:00:00Z',
  changedAt: '2026-11-24T00:00:00Z',
  version: 1,
};
const { title, text, tags, links } = LESSON;

/** A shelf on which another one rewrites the lesson first, as often as is said. */
async function shelfWith({ faster }: { faster: number }) {
  let kept = LESSON;
  let left = faster;
  const api = smallService({
    documents: async () => ({ ok: true, value: { items: [kept], next: null } }),
    changeDocument: async ({ version }, input) => {
      if (left-- > 0) kept = { ...kept, title: 'Theirs', version: kept.version + 1 };
      if (version !== kept.version) {
        const said = { type: 'about:blank', title: 'Refused', detail: 'Refused', fields: [] };
        return { ok: false, problem: { kind: 'refused', status: 412, ...said } };
      }
      kept = { ...kept, ...input, version: version + 1 };
      return { ok: true, value: kept };
    },
  });
  const store = createAppStore({
    api,
    storage: memoryStorage(),
    preferences: FIRST_VISIT,
    systemDark: false,
  });
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadShelf();
  return store;
}

test('a document that is rewritten stands on the shelf as it was rewritten', async () => {
  const store = await shelfWith({ faster: 0 });
  const input = { title: 'Ask the teacher', text, tags, links };
  expect(await store.getState().changeDocument(LESSON, input, null)).toBeNull();
  expect(store.getState().shelf?.items).toMatchObject([{ title: 'Ask the teacher', version: 2 }]);
});

test('where another was faster nothing of theirs is lost: it is shown, with why the change was refused', async () => {
  const store = await shelfWith({ faster: 1 });
  const next = await store.getState().changeDocument(LESSON, { title, text, tags, links }, null);
  expect(store.getState().shelf?.items).toMatchObject([{ title: 'Theirs' }]);
  expect(store.getState().shelfProblem).toMatchObject({ status: 412 });
  expect(next).toMatchObject({ title: 'Theirs', version: 2 });
  if (next === null) throw new Error('It was refused');
  expect(await store.getState().changeDocument(next, { title, text, tags, links }, null)).toBeNull();
  expect(store.getState().shelfProblem).toBeNull();
});
