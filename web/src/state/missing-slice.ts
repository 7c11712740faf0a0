import { loaded, type SliceContext } from './app-state.ts';
import type { MissingSlice } from './missing.ts';
import { may } from './people-slice.ts';

/** Somebody settled it first, or another report of it has come. */
const OVERTAKEN = [404, 412];

/** Villages that people reported as missing, and what becomes of them. */
export function missingSlice({ get, set, api }: SliceContext): MissingSlice {
  let latest = 0;

  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  const loadMissing = async () => {
    const mine = ++latest;
    const area = areaId();
    if (area === null || !may(get(), 'missing-villages.settle')) return set({ missing: null });
    const answer = await api.missingVillages(area);
    // What is known stays on the screen when only the newest cannot be had.
    if (mine === latest && (answer.ok || get().missing?.status !== 'ready')) set({ missing: loaded(answer) });
  };

  /** The villages as they are now; resolves to the one that is new, or null. */
  const reloadVillages = async (): Promise<string | null> => {
    const { area } = get();
    if (area.status !== 'ready') return null;
    const before = new Set(area.value.villages.map(({ id }) => id));
    const answer = await api.villages(area.value.area.id);
    const now = get().area;
    if (!answer.ok || now.status !== 'ready' || now.value.area.id !== area.value.area.id) return null;
    set({ area: { status: 'ready', value: { ...now.value, villages: answer.value } } });
    // What is drawn is assessed on this page; of another plan the service knows.
    if (get().editing) get().seePlaces();
    else await Promise.all([get().refreshPlan(), get().loadNeed()]);
    return answer.value.find(({ id }) => !before.has(id))?.id ?? null;
  };

  return {
    missing: null,
    loadMissing,
    settleMissing: async ({ id, version }, settlement) => {
      const area = areaId();
      if (area === null) return null;
      const answer = await api.settleMissingVillage({ area, id, version }, settlement);
      if (!answer.ok) {
        const { problem } = answer;
        if (problem.kind === 'refused' && OVERTAKEN.includes(problem.status)) await loadMissing();
        return problem;
      }
      await loadMissing();
      if (settlement.answer === 'dismissed') return null;
      const added = await reloadVillages();
      const shown = settlement.answer === 'alias' ? settlement.village : added;
      if (shown !== null) await get().select({ kind: 'village', id: shown });
      return null;
    },
  };
}
