import type { AssociationId, DocumentId, ShelfDocument } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
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
  const store = firstVisit(api);
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadShelf();
  return store;
}

const A_PAGE = 20;

/** A shelf of so many lessons, which others add to. */
async function longShelf(count: number) {
  const one = (number: number) => ({ ...LESSON, id: `lesson-${number}` as DocumentId });
  let kept = Array.from({ length: count }, (_, number) => one(number));
  const api = smallService({
    documents: async (_area, _asked, cursor) => {
      const from = Number(cursor ?? 0);
      const next = from + A_PAGE < kept.length ? `${from + A_PAGE}` : null;
      return { ok: true, value: { items: kept.slice(from, from + A_PAGE), next } };
    },
  });
  const store = firstVisit(api);
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadShelf();
  return { store, addOne: () => (kept = [one(kept.length), ...kept]) };
}

test('whatever of the shelf is shown stays shown when somebody puts something on it', async () => {
  const { store, addOne } = await longShelf(70);
  const shown = () => store.getState().shelf?.items.map(({ id }) => id) ?? [];
  expect(shown()).toHaveLength(A_PAGE);
  await store.getState().showMoreOfShelf();
  const before = shown();
  expect(before).toHaveLength(2 * A_PAGE);
  addOne();
  await store.getState().loadShelf();
  expect(shown()).toEqual(expect.arrayContaining([...before, 'lesson-70']));
});

test('what is looked for anew begins with its first page', async () => {
  const { store } = await longShelf(70);
  await store.getState().showMoreOfShelf();
  await store.getState().searchShelf({ text: 'imam', tag: null });
  expect(store.getState().shelf?.items).toHaveLength(A_PAGE);
});

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
  // The event of their change comes after the refusal.
  await store.getState().loadShelf();
  expect(store.getState().shelfProblem).toMatchObject({ status: 412 });
  if (next === null) throw new Error('It was refused');
  expect(await store.getState().changeDocument(next, { title, text, tags, links }, null)).toBeNull();
  expect(store.getState().shelfProblem).toBeNull();
});
