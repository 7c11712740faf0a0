import { loaded, type SliceContext } from '../app-state.ts';
import { choosePlan } from '../area-slice.ts';
import { createDraftDesk } from './draft-desk.ts';
import type { DraftStorage } from './draft-storage.ts';
import { dragCommands } from './drag-commands.ts';
import type { EditPreviewer, NextFrame } from './edit-preview.ts';
import type { EditorSlice } from './editing.ts';
import { lockCommands } from './lock-commands.ts';
import { mergeCommands } from './merge-commands.ts';
import { previewCommands } from './preview-commands.ts';
import { rescueCommands } from './rescue-commands.ts';
import { strokeCommands } from './stroke-commands.ts';
import { vertexCommands } from './vertex-commands.ts';

interface EditorTools {
  readonly storage: DraftStorage;
  /** Null: what a stroke comes to is shown when it ends. */
  readonly previewer: EditPreviewer | null;
  readonly nextFrame: NextFrame;
}

/** Drawing on a draft: every edit is a step that can be taken back, is saved at once, and shows at once what it leads to. */
export function editorSlice(
  context: SliceContext,
  { storage, previewer, nextFrame }: EditorTools,
): EditorSlice & ReturnType<typeof previewCommands> & ReturnType<typeof strokeCommands> {
  const { get, set, api } = context;
  const desk = createDraftDesk(context, storage, nextFrame);
  return {
    editing: null,
    leftUnsaved: null,
    rescued: null,
    lookForUnsaved: desk.lookForUnsaved,
    seePlaces: desk.seePlaces,
    ...dragCommands(context, desk),
    ...strokeCommands(context, desk, previewer),
    ...previewCommands(context, desk, { previewer, nextFrame }),
    ...lockCommands(context, desk),
    ...vertexCommands(context, desk),
    ...rescueCommands(context, desk, storage),
    ...mergeCommands(context, desk),
    startEditing: async (title, from = 'shown') => {
      const { area, plan, editing } = get();
      if (area.status !== 'ready' || plan.status !== 'ready' || editing) return;
      const shown = from === 'shown' ? plan.value : null;
      if (shown?.plan.state === 'draft') return desk.begin(shown);
      const base = shown ? { from: shown.plan.id } : {};
      const made = await api.createPlan(area.value.area.id, { title, ...base });
      if (!made.ok) return set({ plan: loaded(made) });
      await desk.openDraft(area.value, made.value);
    },
    stopEditing: () => {
      const isDeleted = get().editing?.saving.status === 'deleted';
      desk.stop();
      get().cancelSketch();
      get().cancelReason();
      get().cancelZone();
      const { area } = get();
      if (isDeleted) void get().lookForRescued();
      const left = isDeleted && area.status === 'ready' ? choosePlan(area.value.plans, null) : undefined;
      if (left) void get().openPlan(left.id);
    },
    chooseTool: (tool) => {
      get().cancelSketch();
      desk.dropPreview();
      desk.change({ tool, vertex: null, notice: null, cut: null, merging: null, stretch: null });
    },
    chooseBrush: (brushKm) => desk.change({ brushKm }),
    setAlone: (isAlone) => desk.change({ isAlone }),
    chooseNudge: (nudgeM) => desk.change({ nudgeM }),
    chooseTerritory: (association) => {
      desk.dropPreview();
      desk.change({ association, vertex: null, cut: null, merging: null, stretch: null });
      // On a phone the map has the room from now on.
      set({ sheet: 'low' });
    },
    edit: (request) => {
      desk.dropPreview();
      const data = desk.planData();
      return data !== null && desk.workshop()?.drag === null && desk.attempt(data, request);
    },
    undo: () => {
      desk.finishing.doNow();
      if (get().sketch) get().takeBackPoint();
      else desk.goToStep((get().editing?.history.done ?? 0) - 1);
    },
    redo: () => {
      desk.finishing.doNow();
      desk.goToStep((get().editing?.history.done ?? 0) + 1);
    },
    goToStep: desk.goToStep,
    dismissNotice: () => desk.change({ notice: null }),
    refuse: (reason) => desk.change({ notice: { kind: 'refused', reason } }),
    retrySaving: () => desk.workshop()?.saver.save(),
    loseDraft: () => {
      desk.workshop()?.saver.stop();
      desk.change({ saving: { status: 'deleted' } });
      desk.keepNow();
    },
    refreshDraft: async () => desk.workshop()?.saver.refresh(),
    settleConflict: async (keepWhich) => desk.workshop()?.saver.settle(keepWhich),
  };
}
