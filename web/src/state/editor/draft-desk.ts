import type {
  AssociationId,
  CoverageAssessment,
  EditedPlan,
  MultiPolygon,
  Plan,
  Position,
  Sharing,
  Territory,
} from '@nitaq/core';
import type { AreaData, PlanData, SliceContext } from '../app-state.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import type { DraftStorage, UnsavedTerritory } from './draft-storage.ts';
import { drawnTerritories, editedPlan, withDrawings, withVersions } from './draft-territories.ts';
import type { NextFrame } from './edit-preview.ts';
import type { EditOutcome, EditRequest } from './edit-request.ts';
import type { Editing, Handle } from './editing.ts';
import { createFinishing } from './finishing.ts';
import { changesBetween, isSameDrawing, type Step, withStep } from './history.ts';
import { stillUnsaved } from './left-behind.ts';
import { editWithin, type Locks, lockAgainst } from './locks.ts';
import { createPlanAssessor, type PlanAssessor, sharingOf } from './plan-assessor.ts';
import type { StrokeGround } from './stroke-ground.ts';
import { withoutTangles } from './without-tangles.ts';

/** What is drawn while the hand moves. */
export interface Drag {
  readonly handle: Handle;
  /** Where the vertex was, or the middle of the edge. */
  readonly from: Position;
  /** The territories that go along, with a vertex where an edge was taken. */
  readonly territories: readonly Territory[];
  /** The one that moves alone; null: all that have the vertex. */
  readonly only: AssociationId | null;
  readonly before: PlanData;
  to: Position;
}

export type DrawingCore = Pick<typeof import('./drawing-core.ts'), 'makeEdit' | 'resultOf'>;

/** What would come of a stroke is shown in place of the plan. */
interface Preview {
  readonly before: PlanData;
  readonly plan: EditedPlan;
  /** As it was when the hand was put down: looking at the calendar takes too long to do it with every step. */
  readonly sharing: Sharing;
}

/** The draft at work: what follows it is not part of the state. */
export interface Workshop {
  readonly core: DrawingCore;
  readonly assess: PlanAssessor;
  readonly saver: DraftSaver;
  drag: Drag | null;
  preview: Preview | null;
}

/** Where a draft is drawn: what all commands of the editor are made of. */
export type DraftDesk = ReturnType<typeof createDraftDesk>;

export function createDraftDesk(
  { get, set, api }: SliceContext,
  storage: DraftStorage,
  nextFrame: NextFrame,
) {
  let workshop: Workshop | null = null;
  /** Done once it is known what the service has of a draft that was left before all of it was saved. */
  let settled: Promise<void> = Promise.resolve();
  const finishing = createFinishing();

  const planData = (): PlanData | null => {
    const { plan } = get();
    return plan.status === 'ready' ? plan.value : null;
  };
  const change = (part: Partial<Editing>) => {
    const { editing } = get();
    if (editing) set({ editing: { ...editing, ...part } });
  };
  /** A plan with some territories drawn anew, all others as they are in it, and what comes of that, where it is not known. */
  const drawnAnew = (
    data: PlanData,
    drawings: ReadonlyMap<AssociationId, MultiPolygon | null>,
    known?: CoverageAssessment,
  ): PlanData => {
    const { area } = get();
    const now = planData() ?? data;
    const territories = withDrawings(data.territories, drawings);
    const assessed = () =>
      area.status === 'ready'
        ? workshop?.assess(editedPlan(area.value, { ...data, territories }), sharingOf(area.value, now))
        : undefined;
    const assessment = known ?? assessed();
    // What is shared is no part of a step that is drawn.
    return { ...data, zones: now.zones, territories, coverage: { ...data.coverage, ...assessment } };
  };
  /** Shows it, in place of all else. */
  const show = (data: PlanData, drawings: ReadonlyMap<AssociationId, MultiPolygon | null>) => {
    if (workshop) set({ plan: { status: 'ready', value: drawnAnew(data, drawings) }, ahead: null });
  };
  /** The map draws it, and takes a frame for that: then the panels say it too, in the frame in which it is seen. */
  const showAhead = ({ ahead, ground }: { readonly ahead: PlanData; readonly ground: StrokeGround }) => {
    set({ ahead, strokeGround: ground });
    nextFrame(() => {
      if (get().ahead !== ahead) return;
      const now = planData();
      const isOpen = now?.plan.id === ahead.plan.id;
      const value = now && isOpen ? { ...ahead, plan: now.plan, zones: now.zones } : now;
      set({ ahead: null, ...(value ? { plan: { status: 'ready', value } } : {}) });
    });
  };

  const begin = async ({ plan: draft }: PlanData) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    const { followCoverage, makeEdit, resultOf } = await import('./drawing-core.ts');
    const [stored] = await Promise.all([storage.load(draft.id), settled]);
    const data = planData();
    if (data?.plan.id !== draft.id || workshop) return;
    const saver = createDraftSaver(
      {
        api,
        area: area.value.area.id,
        plan: data.plan.id,
        // Not what a hand still draws: that may yet be called off.
        drawn: () => (workshop?.drag?.before ?? workshop?.preview?.before ?? planData() ?? data).territories,
        report: (saving) => {
          change({ saving });
          if (saving.status === 'deleted') keepNow();
        },
        confirm: (saved) => {
          const now = planData();
          if (now) set({ plan: { status: 'ready', value: withVersions(now, saved) } });
          const preview = workshop?.preview;
          if (workshop && preview)
            workshop.preview = { ...preview, before: withVersions(preview.before, saved) };
        },
        receive: (features) => {
          const stroke = finishing.take();
          letGo();
          const now = planData();
          if (!now) return;
          show(now, new Map(features.map(({ id, geometry }) => [id, geometry])));
          change({ cut: null, notice: { kind: 'received', associations: features.map(({ id }) => id) } });
          // What was just drawn is drawn on what others saved.
          stroke?.();
        },
        remember: async (unsaved) => {
          const { editing } = get();
          if (editing) await keep(data.plan.id, editing, unsaved);
        },
      },
      data.territories,
    );
    workshop = {
      core: { makeEdit, resultOf },
      assess: createPlanAssessor(followCoverage),
      saver,
      drag: null,
      preview: null,
    };
    set({
      selection: { kind: 'none' },
      question: null,
      leftUnsaved: null,
      editing: {
        tool: 'villages',
        brushKm: 3,
        isAlone: false,
        nudgeM: 100,
        ...stored.locks,
        stretch: null,
        cut: null,
        merging: null,
        association: null,
        history: stored.history,
        saving: { status: 'saved' },
        isBesideAnother: stored.isBesideAnother,
        notice: null,
        vertex: null,
        dragged: null,
        going: [],
        before: null,
      },
    });
    // What the draft changes is told against the plan it was made from.
    void get().compareWith(data.plan.base);
    // What this device still has to save goes on from where it was.
    const unsaved = stillUnsaved(stored.unsaved, data.territories);
    show(data, new Map(unsaved.map(({ association, geometry }) => [association, geometry])));
    if (unsaved.length === 0) return;
    saver.startFrom(unsaved);
    change({ notice: { kind: 'restored', associations: unsaved.map((one) => one.association) } });
    const overtaking = data.territories.features.filter(({ id, properties }) =>
      unsaved.some(({ association, version }) => association === id && version !== properties.version),
    );
    if (overtaking.length > 0) saver.contest(overtaking);
    else saver.save();
  };

  const keep = (
    plan: string,
    { history: { steps, done }, locked, lockedStretches }: Pick<Editing, 'history'> & Locks,
    unsaved: readonly UnsavedTerritory[],
  ) => storage.putState(plan, { steps: steps.length, done, unsaved, locks: { locked, lockedStretches } });

  /** Keeps the draft as it is now; once it is left, what was kept then stays. */
  const keepNow = () => {
    const { editing, area } = get();
    const data = planData();
    if (!editing || !data || !workshop || area.status !== 'ready') return;
    void keep(data.plan.id, editing, workshop.saver.unsaved());
    if (editing.saving.status === 'deleted') {
      const { title } = data.plan;
      const { territories } = workshop.drag?.before ?? data;
      void storage.putRescued(area.value.area.id, { title, territories: drawnTerritories(territories) });
    }
  };

  const setLocks = (locks: Partial<Locks>) => {
    change(locks);
    keepNow();
  };

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
    change({ history, notice: { kind: 'done', step }, cut: null });
    void storage.addStep(data.plan.id, history.done - 1, step);
    keepNow();
    workshop?.saver.save();
  };

  const attempt = (data: PlanData, request: EditRequest): boolean => {
    const { area, editing } = get();
    if (area.status !== 'ready' || !workshop || !editing) return false;
    const { makeEdit } = workshop.core;
    const outcome = withoutTangles<EditOutcome>(
      () => editWithin(editing, { plan: editedPlan(area.value, data), request }, makeEdit),
      { ok: false, reason: 'too-tangled' },
    );
    if (outcome.ok) commit(data, outcome);
    else change({ notice: { kind: 'refused', reason: outcome.reason } });
    return outcome.ok;
  };

  const goToStep = (done: number) => {
    dropPreview();
    const { editing } = get();
    const data = planData();
    if (!editing || !data || workshop?.drag || done < 0 || done > editing.history.steps.length) return;
    const changes = changesBetween(editing.history, done);
    const present = new Map(data.territories.features.map(({ id, geometry }) => [id, geometry]));
    if (changes.some(({ association, before }) => !isSameDrawing(present.get(association) ?? null, before))) {
      change({ notice: { kind: 'overtaken' } });
      return;
    }
    const lock = lockAgainst(editing, { territories: drawnTerritories(data.territories) }, changes);
    if (lock) return change({ notice: { kind: 'refused', reason: lock } });
    show(data, new Map(changes.map(({ association, after }) => [association, after])));
    const history = { ...editing.history, done };
    const isBack = done < editing.history.done;
    const step = editing.history.steps[isBack ? done : done - 1];
    change({
      history,
      vertex: null,
      cut: null,
      notice: step ? { kind: isBack ? 'undone' : 'done', step } : null,
    });
    keepNow();
    workshop?.saver.save();
  };

  /** The preview gives way to something else. */
  const withoutPreview = (work: (before: PlanData) => void) => {
    const before = workshop?.preview?.before ?? planData();
    const hadPreview = workshop?.preview != null;
    if (workshop) workshop.preview = null;
    if (before) work(before);
    if (!hadPreview) return;
    change({ before: null });
    set({ beneath: null, strokeGround: null });
  };

  const dropPreview = () => {
    finishing.doNow();
    if (workshop?.preview) withoutPreview((before) => show(before, new Map()));
  };

  /** Makes what came of a stroke, in place of its preview. */
  const conclude = (outcome: EditOutcome) => {
    if (outcome.ok) return withoutPreview((before) => commit(before, outcome));
    dropPreview();
    change({ notice: { kind: 'refused', reason: outcome.reason } });
  };

  const letGo = (): Drag | null => {
    dropPreview();
    const drag = workshop?.drag ?? null;
    if (!workshop || !drag) return null;
    workshop.drag = null;
    // The edit itself, checked, is made on the plan before.
    show(drag.before, new Map());
    change({ dragged: null, going: [], before: null });
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
    letGo();
    const data = planData();
    keepNow();
    const instead = workshop?.saver.instead() ?? new Map<AssociationId, MultiPolygon | null>();
    // A plan that is looked at is what the service has; what is not saved waits on this device.
    if (data && instead.size > 0) show(data, instead);
    workshop?.saver.stop();
    workshop = null;
    if (instead.size > 0 && data && get().editing?.saving.status !== 'deleted')
      set({ leftUnsaved: { plan: data.plan.id, associations: [...instead.keys()] } });
    set({ editing: null });
    if (instead.size > 0) settled = get().refreshPlan();
  };

  const lookForUnsaved = async () => {
    const looked = planData();
    if (looked?.plan.state !== 'draft') return;
    const { id } = looked.plan;
    const kept = await storage.unsaved(id);
    const data = planData();
    if (data?.plan.id !== id || get().editing) return;
    const associations = stillUnsaved(kept, data.territories).map((one) => one.association);
    if (associations.length > 0) set({ leftUnsaved: { plan: id, associations } });
  };

  return {
    workshop: () => workshop,
    planData,
    change,
    show,
    drawnAnew,
    showAhead,
    seePlaces: () => {
      const data = planData();
      if (data) show(data, new Map());
    },
    lookForUnsaved,
    keepNow,
    begin,
    attempt,
    conclude,
    finishing,
    setLocks,
    goToStep,
    letGo,
    dropPreview,
    openDraft,
    stop,
  };
}
