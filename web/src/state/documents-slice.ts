import { type Answer, isOutrun } from '../api/problem.ts';
import type { SliceContext } from './app-state.ts';
import type { DocumentsSlice, Shelf } from './documents.ts';
import { may } from './people-slice.ts';

const EMPTY: Shelf = { asked: { text: '', tag: null }, items: [], next: null };

/** The shelf of the open area. */
export function documentsSlice({ get, set, api }: SliceContext): DocumentsSlice {
  // An answer to an older question is dropped.
  let latest = 0;

  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  /** At least as much as is shown, so that nobody's open form goes, also when something new pushes it a page on. */
  const askFor = async (area: string, { asked, items: shown }: Pick<Shelf, 'asked' | 'items'>) => {
    const ask = (cursor: string | null) => api.documents(area, { ...asked, link: null }, cursor);
    const first = await ask(null);
    if (!first.ok) return first;
    let { items, next } = first.value;
    const isEnough = () =>
      items.length > shown.length ||
      (items.length === shown.length && shown.every(({ id }) => items.some((one) => one.id === id)));
    while (next !== null && shown.length > 0 && !isEnough()) {
      const more = await ask(next);
      if (!more.ok) return more;
      items = [...items, ...more.value.items];
      next = more.value.next;
    }
    return { ok: true, value: { asked, items, next } } as const;
  };

  const show = async (what: Pick<Shelf, 'asked' | 'items'>, isAnew: boolean) => {
    const mine = ++latest;
    const area = areaId();
    if (area === null || !may(get(), 'documents.read')) return set({ shelf: null });
    const answer = await askFor(area, what);
    if (mine !== latest) return;
    if (!answer.ok) return set({ shelfProblem: answer.problem });
    const { shelfProblem: problem } = get();
    // The event of the change that was faster says nothing against what was refused for it.
    set({ shelf: answer.value, shelfProblem: problem && !isAnew && isOutrun(problem) ? problem : null });
  };

  const reload = () => show(get().shelf ?? EMPTY, false);

  const again = async () => {
    await reload();
    const shown = get().shownInitiative;
    if (shown) await get().hearOfInitiative(shown.initiative.id);
  };

  const asItIsNow = (id: string) =>
    [...(get().shelf?.items ?? []), ...(get().shownInitiative?.documents ?? [])].find((one) => one.id === id);

  const isTaken = (answer: Answer<unknown>) => {
    set({ shelfProblem: answer.ok ? null : answer.problem });
    return answer.ok;
  };

  return {
    shelf: null,
    shelfProblem: null,
    searchShelf: (asked) => show({ asked, items: [] }, true),
    loadShelf: reload,
    showMoreOfShelf: async () => {
      const { shelf } = get();
      const area = areaId();
      if (area === null || shelf?.next == null) return;
      const mine = latest;
      const answer = await api.documents(area, { ...shelf.asked, link: null }, shelf.next);
      if (mine !== latest || !isTaken(answer) || !answer.ok) return;
      set({ shelf: { ...shelf, items: [...shelf.items, ...answer.value.items], next: answer.value.next } });
    },
    addDocument: async (input, file, key) => {
      const area = areaId();
      if (area === null) return false;
      const added = await api.addDocument(area, input, key);
      if (!added.ok) return isTaken(added);
      const put = file === null ? null : await api.putFile(area, added.value.id, file);
      await again();
      return put === null || isTaken(put);
    },
    changeDocument: async (opened, input, file) => {
      const area = areaId();
      if (area === null) return opened;
      const { id, version } = opened;
      const changed = await api.changeDocument({ area, id, version }, input);
      const put = changed.ok && file !== null ? await api.putFile(area, id, file) : null;
      // Another may have been faster: what is refused is seen beside what it is now.
      await again();
      if (isTaken(changed) && (put === null || isTaken(put))) return null;
      if (changed.ok) return changed.value;
      return isOutrun(changed.problem) ? (asItIsNow(id) ?? opened) : opened;
    },
    removeDocument: async ({ id, version }) => {
      const area = areaId();
      if (area === null) return;
      const removed = await api.removeDocument({ area, id, version });
      await again();
      isTaken(removed);
    },
  };
}
