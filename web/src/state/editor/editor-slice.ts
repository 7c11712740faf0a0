import {
  type AssociationId,
  type CoverageAssessment,
  DEFAULT_SLIVER_THRESHOLDS,
  type EditedPlan,
  followCoverage,
  type LiveAssessment,
  type MultiPolygon,
  type Plan,
  type Position,
  snapPosition,
  TooManyCrossingsError,
} from '@nitaq/core';
import { type AreaData, loaded, type PlanData, type SliceContext } from '../app-state.ts';
import { handlesNow } from './border-handles.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import type { DraftStorage, UnsavedTerritory } from './draft-storage.ts';
import {
  editedPlan,
  vertexBeside,
  withDrawings,
  withVersions,
  withVertexAt,
  withVertexIn,
} from './draft-territories.ts';
import { type EditOutcome, type EditRequest, makeEdit } from './edit-request.ts';
import type { Editing, EditorSlice, Handle } from './editing.ts';
import { changesBetween, type History, isSameDrawing, NO_HISTORY, type Step, withStep } from './history.ts';
import { meaningOf, type StrokeMeaning } from './stroke.ts';

/** What is drawn while the hand moves. */
interface Drag {
  readonly handle: Handle;
  /** Where the vertex was, or the middle of the edge. */
  readonly from: Position;
  /** The plan before, with a vertex where an edge was taken. */
  readonly plan: EditedPlan;
  readonly before: PlanData;
  to: Position;
}

/** The draft at work: what follows it is not part of the state. */
interface Workshop {
  readonly live: LiveAssessment;
  readonly saver: DraftSaver;
  drag: Drag | null;
}

/** Drawing on a draft: every edit is a step that can be taken back, is saved at once, and shows at once what it leads to. */
export function editorSlice(context: SliceContext, storage: DraftStorage): EditorSlice {
  const { get, set, api } = context;
  let workshop: Workshop | null = null;

  const planData = (): PlanData | null => {
    const { plan } = get();
    return plan.status === 'ready' ? plan.value : null;
  };
  const change = (part: Partial<Editing>) => {
    const { editing } = get();
    if (editing) set({ editing: { ...editing, ...part } });
  };
  const show = (data: PlanData, drawings: ReadonlyMap<AssociationId, MultiPolygon | null>) => {
    if (!workshop) return;
    const changes = [...drawings].map(([association, geometry]) => ({ association, geometry }));
    const assessment: CoverageAssessment = workshop.live.update(changes);
    set({
      plan: {
        status: 'ready',
        value: {
          ...data,
          territories: withDrawings(data.territories, drawings),
          coverage: { ...data.coverage, ...assessment },
        },
      },
    });
  };

  const begin = async (data: PlanData) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    const stored = await storage.load(data.plan.id);
    if (planData() !== data) return;
    const saver = createDraftSaver(
      {
        api,
        area: area.value.area.id,
        plan: data.plan.id,
        drawn: () => planData()?.territories ?? data.territories,
        report: (saving) => change({ saving }),
        confirm: (saved) => {
          const now = planData();
          if (now) set({ plan: { status: 'ready', value: withVersions(now, saved) } });
        },
        receive: (features) => {
          letGo();
          const now = planData();
          if (!now) return;
          show(now, new Map(features.map(({ id, geometry }) => [id, geometry])));
          change({ notice: { kind: 'received', associations: features.map(({ id }) => id) } });
        },
        remember: (unsaved) => {
          const { editing } = get();
          if (editing) void keep(data.plan.id, editing.history, unsaved);
        },
      },
      data.territories,
    );
    const live = followCoverage({
      ...editedPlan(area.value, data),
      thresholds: DEFAULT_SLIVER_THRESHOLDS,
    });
    workshop = { live, saver, drag: null };
    set({
      selection: { kind: 'none' },
      question: null,
      editing: {
        tool: 'villages',
        brushKm: 3,
        cut: null,
        association: null,
        history: stored?.history ?? NO_HISTORY,
        saving: { status: 'saved' },
        notice: null,
        vertex: null,
        dragged: null,
      },
    });
    // What this device still has to save goes on from where it was.
    const unsaved = stored?.unsaved ?? [];
    show(data, new Map(unsaved.map(({ association, geometry }) => [association, geometry])));
    if (unsaved.length === 0) return;
    const isOvertaken = unsaved.some(({ association, version }) =>
      data.territories.features.some(
        ({ id, properties }) => id === association && properties.version !== version,
      ),
    );
    if (isOvertaken)
      change({ saving: { status: 'conflict', associations: unsaved.map((one) => one.association) } });
    else saver.save();
  };

  const keep = (
    plan: string,
    { steps, done }: History,
    unsaved: readonly UnsavedTerritory[] = workshop?.saver.unsaved() ?? [],
  ) => storage.putState(plan, { steps: steps.length, done, unsaved });

  const commit = (data: PlanData, outcome: Extract<EditOutcome, { ok: true }>) => {
    const { editing } = get();
    if (!editing) return;
    const drawings = new Map<AssociationId, MultiPolygon | null>(
      outcome.changed.map(({ association, geometry }) => [association, geometry]),
    );
    for (const association of outcome.removed) drawings.set(association, null);
    const step: Step = {
      description: outcome.description,
      changes: [...drawings].map(([association, after]) => ({
        association,
        before: data.territories.features.find(({ id }) => id === association)?.geometry ?? null,
        after,
      })),
    };
    show(data, drawings);
    const history = withStep(editing.history, step);
    change({ history, notice: { kind: 'done', step } });
    void storage.addStep(data.plan.id, history.done - 1, step).then(() => keep(data.plan.id, history));
    workshop?.saver.save();
  };

  const attempt = (data: PlanData, request: EditRequest): boolean => {
    const { area } = get();
    if (area.status !== 'ready') return false;
    const outcome = withoutTangles<EditOutcome>(() => makeEdit(editedPlan(area.value, data), request), {
      ok: false,
      reason: 'too-tangled',
    });
    if (outcome.ok) commit(data, outcome);
    else change({ notice: { kind: 'refused', reason: outcome.reason } });
    return outcome.ok;
  };

  const goToStep = (done: number) => {
    const { editing } = get();
    const data = planData();
    if (!editing || !data || workshop?.drag || done < 0 || done > editing.history.steps.length) return;
    const changes = changesBetween(editing.history, done);
    const present = new Map(data.territories.features.map(({ id, geometry }) => [id, geometry]));
    if (changes.some(({ association, before }) => !isSameDrawing(present.get(association) ?? null, before))) {
      change({ notice: { kind: 'overtaken' } });
      return;
    }
    show(data, new Map(changes.map(({ association, after }) => [association, after])));
    const history = { ...editing.history, done };
    const isBack = done < editing.history.done;
    const step = editing.history.steps[isBack ? done : done - 1];
    change({ history, vertex: null, notice: step ? { kind: isBack ? 'undone' : 'done', step } : null });
    void keep(data.plan.id, history);
    workshop?.saver.save();
  };

  const letGo = (): Drag | null => {
    const drag = workshop?.drag ?? null;
    if (!workshop || !drag) return null;
    workshop.drag = null;
    // Back to where it was: the edit itself, checked, is made on the plan before.
    const before = drag.before.territories.features;
    const moved = new Set(
      planData()
        ?.territories.features.filter(
          ({ id, geometry }) => before.find((one) => one.id === id)?.geometry !== geometry,
        )
        .map(({ id }) => id),
    );
    show(
      drag.before,
      new Map(before.filter(({ id }) => moved.has(id)).map(({ id, geometry }) => [id, geometry])),
    );
    change({ dragged: null });
    return drag;
  };

  /** Opens a draft that was just made, and begins to draw on it. */
  const openDraft = async (area: AreaData, draft: Plan) => {
    const plans = [draft, ...area.plans.filter(({ id }) => id !== draft.id)];
    set({ area: { status: 'ready', value: { ...area, plans } } });
    await get().openPlan(draft.id);
    const opened = planData();
    if (opened?.plan.id === draft.id) await begin(opened);
  };

  const stop = () => {
    workshop?.saver.stop();
    workshop = null;
    set({ editing: null });
  };

  return {
    editing: null,
    startEditing: async (title) => {
      const { area } = get();
      const shown = planData();
      if (area.status !== 'ready' || !shown || get().editing) return;
      if (shown.plan.state === 'draft') return begin(shown);
      const made = await api.createPlan(area.value.area.id, { title, from: shown.plan.id });
      if (!made.ok) return set({ plan: loaded(made) });
      await openDraft(area.value, made.value);
    },
    stopEditing: stop,
    chooseTool: (tool) => change({ tool, vertex: null, notice: null, cut: null }),
    chooseBrush: (brushKm) => change({ brushKm }),
    chooseTerritory: (association) => {
      change({ association, vertex: null });
      // On a phone the map has the room from now on.
      set({ sheet: 'low' });
    },
    chooseVertex: (vertex) => change({ vertex }),
    stepVertex: (by) => {
      const { editing } = get();
      const vertices = handlesNow(get())?.vertices ?? [];
      const vertex = vertexBeside(vertices, editing?.vertex ?? null, by);
      if (!vertex) return;
      change({ vertex, notice: null });
      get().fly({ kind: 'point', at: vertex });
    },
    edit: (request) => {
      const data = planData();
      return data !== null && workshop?.drag === null && attempt(data, request);
    },
    endStroke: (positions) => {
      const { area, editing } = get();
      const data = planData();
      if (area.status !== 'ready' || !data || !editing || editing.association === null) return;
      const { tool, association, brushKm } = editing;
      const meaning = withoutTangles(
        (): StrokeMeaning =>
          meaningOf({ tool, association, brushKm, positions }, editedPlan(area.value, data)),
        {
          kind: 'refused',
          reason: 'too-tangled',
        },
      );
      switch (meaning.kind) {
        case 'edit':
          attempt(data, meaning.request);
          return;
        case 'cut':
          return change({ cut: meaning.cut, notice: null });
        case 'refused':
          return change({ notice: meaning });
      }
    },
    giveCut: (to) => {
      const { editing } = get();
      const data = planData();
      change({ cut: null });
      if (!editing?.cut || editing.association === null || to === null || !data) return;
      const { along, at } = editing.cut;
      attempt(data, { kind: 'split-territory', association: editing.association, along, give: [{ at, to }] });
    },
    startDrag: (handle) => {
      const { area } = get();
      const data = planData();
      if (area.status !== 'ready' || !data || !workshop || workshop.drag) return;
      const plan = editedPlan(area.value, data);
      const from = snapPosition(handle.at);
      const territories =
        handle.kind === 'vertex' ? plan.territories : withVertexIn(plan.territories, handle.between, from);
      workshop.drag = { handle, from, plan: { ...plan, territories }, before: data, to: from };
      change({ dragged: from, vertex: null, notice: null });
    },
    dragTo: (position) => {
      const drag = workshop?.drag;
      const data = planData();
      if (!drag || !data) return;
      const to = snapPosition(position);
      const drawings = withVertexAt(drag.plan.territories, drag.from, to);
      withoutTangles(() => {
        show(data, drawings);
        drag.to = to;
      }, undefined);
    },
    endDrag: () => {
      const drag = letGo();
      if (!drag) return;
      const { handle, from, to, before } = drag;
      if (to[0] === from[0] && to[1] === from[1]) {
        if (handle.kind === 'vertex') change({ vertex: handle.at });
        return;
      }
      const isMade =
        handle.kind === 'vertex'
          ? attempt(before, { kind: 'move-vertex', from, to })
          : attempt(before, { kind: 'bend-edge', between: handle.between, at: from, to });
      if (isMade) change({ vertex: to });
    },
    cancelDrag: () => {
      letGo();
    },
    undo: () => goToStep((get().editing?.history.done ?? 0) - 1),
    redo: () => goToStep((get().editing?.history.done ?? 0) + 1),
    goToStep,
    dismissNotice: () => change({ notice: null }),
    retrySaving: () => workshop?.saver.save(),
    loseDraft: () => {
      workshop?.saver.stop();
      change({ saving: { status: 'deleted' } });
    },
    saveAsNewDraft: async (title) => {
      const { area } = get();
      const data = planData();
      if (area.status !== 'ready' || !data) return;
      const id = area.value.area.id;
      const made = await api.createPlan(id, { title });
      if (!made.ok) return change({ saving: { status: 'refused', problem: made.problem } });
      const empty = await api.territories(id, made.value.id);
      const versions = new Map(
        empty.ok ? empty.value.features.map((one) => [one.id, one.properties.version]) : [],
      );
      const drawings = data.territories.features.flatMap(({ id: association, geometry }) => {
        const version = versions.get(association);
        return version === undefined || geometry === null ? [] : [{ association, version, geometry }];
      });
      const saved = await api.saveTerritories(id, made.value.id, drawings);
      if (!saved.ok) return change({ saving: { status: 'refused', problem: saved.problem } });
      await openDraft(area.value, made.value);
    },
    refreshDraft: async () => workshop?.saver.refresh(),
    settleConflict: async (keepWhich) => workshop?.saver.settle(keepWhich),
  };
}

/** What a work comes to, or what stands for it where borders cross too often to be worked out. */
function withoutTangles<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyCrossingsError) return otherwise;
    throw error;
  }
}
