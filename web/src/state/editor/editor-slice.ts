import { loaded, type SliceContext } from '../app-state.ts';
import { choosePlan } from '../area-slice.ts';
import { handlesNow } from './border-handles.ts';
import { createDraftDesk } from './draft-desk.ts';
import type { DraftStorage } from './draft-storage.ts';
import { vertexBeside } from './draft-territories.ts';
import { dragCommands } from './drag-commands.ts';
import type { EditorSlice } from './editing.ts';
import { mergeCommands } from './merge-commands.ts';
import { strokeCommands } from './stroke-commands.ts';

/** Drawing on a draft: every edit is a step that can be taken back, is saved at once, and shows at once what it leads to. */
export function editorSlice(context: SliceContext, storage: DraftStorage): EditorSlice {
  const { get, set, api } = context;
  const desk = createDraftDesk(context, storage);
  return {
    editing: null,
    leftUnsaved: null,
    ...dragCommands(context, desk),
    ...strokeCommands(context, desk),
    ...mergeCommands(context, desk),
    startEditing: async (title) => {
      const { area, plan, editing } = get();
      if (area.status !== 'ready' || plan.status !== 'ready' || editing) return;
      const shown = plan.value;
      if (shown?.plan.state === 'draft') return desk.begin(shown);
      const from = shown ? { from: shown.plan.id } : {};
      const made = await api.createPlan(area.value.area.id, { title, ...from });
      if (!made.ok) return set({ plan: loaded(made) });
      await desk.openDraft(area.value, made.value);
    },
    stopEditing: () => {
      const isDeleted = get().editing?.saving.status === 'deleted';
      desk.stop();
      get().cancelReason();
      const { area } = get();
      const left = isDeleted && area.status === 'ready' ? choosePlan(area.value.plans, null) : undefined;
      if (left) void get().openPlan(left.id);
    },
    chooseTool: (tool) => desk.change({ tool, vertex: null, notice: null, cut: null, merging: null }),
    setLocked: (association, isLocked) => {
      const others = get().editing?.locked.filter((one) => one !== association) ?? [];
      desk.change({ locked: isLocked ? [...others, association] : others });
    },
    chooseBrush: (brushKm) => desk.change({ brushKm }),
    chooseTerritory: (association) => {
      desk.change({ association, vertex: null, cut: null, merging: null });
      // On a phone the map has the room from now on.
      set({ sheet: 'low' });
    },
    chooseVertex: (vertex) => desk.change({ vertex }),
    stepVertex: (by) => {
      const { editing } = get();
      const vertices = handlesNow(get())?.vertices ?? [];
      const vertex = vertexBeside(vertices, editing?.vertex ?? null, by);
      if (!vertex) return;
      desk.change({ vertex, notice: null });
      get().fly({ kind: 'point', at: vertex });
    },
    edit: (request) => {
      const data = desk.planData();
      return data !== null && desk.workshop()?.drag === null && desk.attempt(data, request);
    },
    undo: () => desk.goToStep((get().editing?.history.done ?? 0) - 1),
    redo: () => desk.goToStep((get().editing?.history.done ?? 0) + 1),
    goToStep: desk.goToStep,
    dismissNotice: () => desk.change({ notice: null }),
    retrySaving: () => desk.workshop()?.saver.save(),
    loseDraft: () => {
      desk.workshop()?.saver.stop();
      desk.change({ saving: { status: 'deleted' } });
    },
    saveAsNewDraft: async (title) => {
      const { area } = get();
      const data = desk.planData();
      if (area.status !== 'ready' || !data) return;
      const id = area.value.area.id;
      const made = await api.createPlan(id, { title });
      if (!made.ok) return desk.change({ saving: { status: 'refused', problem: made.problem } });
      const empty = await api.territories(id, made.value.id);
      const versions = new Map(
        empty.ok ? empty.value.features.map((one) => [one.id, one.properties.version]) : [],
      );
      const drawings = data.territories.features.flatMap(({ id: association, geometry }) => {
        const version = versions.get(association);
        return version === undefined || geometry === null ? [] : [{ association, version, geometry }];
      });
      const saved = await api.saveTerritories(id, made.value.id, drawings);
      if (!saved.ok) return desk.change({ saving: { status: 'refused', problem: saved.problem } });
      const problem = await get().copyReasonsTo(made.value.id);
      if (problem) return desk.change({ saving: { status: 'refused', problem } });
      await desk.openDraft(area.value, made.value);
    },
    refreshDraft: async () => desk.workshop()?.saver.refresh(),
    settleConflict: async (keepWhich) => desk.workshop()?.saver.settle(keepWhich),
  };
}
