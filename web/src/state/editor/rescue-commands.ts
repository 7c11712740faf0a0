import type { Plan, PlanId } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { DraftStorage } from './draft-storage.ts';
import { drawnTerritories } from './draft-territories.ts';
import type { EditorSlice } from './editing.ts';
import { newDraftOf } from './new-draft.ts';

type RescueCommands = Pick<
  EditorSlice,
  'saveAsNewDraft' | 'lookForRescued' | 'restoreRescued' | 'forgetRescued'
>;

/** A draft that others deleted while it was drawn is kept on this device, until it is saved as a new one or given up. */
export function rescueCommands(
  { get, set, api }: SliceContext,
  desk: DraftDesk,
  storage: DraftStorage,
): RescueCommands {
  const areaNow = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value : null;
  };
  const open = async (draft: Plan) => {
    const area = areaNow();
    if (!area) return;
    await storage.putRescued(area.area.id, null);
    set({ rescued: null });
    await desk.openDraft(area, draft);
  };
  const copyTerms = async (draft: PlanId) =>
    (await get().copyReasonsTo(draft)) ?? (await get().copyZonesTo(draft));
  return {
    saveAsNewDraft: async (title) => {
      const [area, data] = [areaNow(), desk.planData()];
      if (!area || !data) return;
      desk.dropPreview();
      const territories = drawnTerritories(data.territories);
      const made = await newDraftOf(api, area.area.id, { title, territories });
      const problem = made.ok ? await copyTerms(made.value.id) : made.problem;
      if (problem) return desk.change({ saving: { status: 'refused', problem } });
      if (made.ok) await open(made.value);
    },
    lookForRescued: async () => {
      const id = areaNow()?.area.id;
      const rescued = id === undefined ? null : await storage.rescued(id);
      if (areaNow()?.area.id === id) set({ rescued });
    },
    restoreRescued: async (title) => {
      const [area, { rescued }] = [areaNow(), get()];
      if (!area || !rescued) return false;
      const made = await newDraftOf(api, area.area.id, { title, territories: rescued.territories });
      if (made.ok) await open(made.value);
      return made.ok;
    },
    forgetRescued: async () => {
      const area = areaNow();
      if (area) await storage.putRescued(area.area.id, null);
      set({ rescued: null });
    },
  };
}
