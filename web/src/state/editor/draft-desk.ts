import {
  type AssociationId,
  type CoverageAssessment,
  DEFAULT_SLIVER_THRESHOLDS,
  type LiveAssessment,
  type MultiPolygon,
  type Plan,
  type Position,
  type Territory,
} from '@nitaq/core';
import type { AreaData, PlanData, SliceContext } from '../app-state.ts';
import { createDraftSaver, type DraftSaver } from './draft-saver.ts';
import type { DraftStorage, UnsavedTerritory } from './draft-storage.ts';
import { editedPlan, withDrawings, withVersions } from './draft-territories.ts';
import type { EditOutcome, EditRequest } from './edit-request.ts';
import type { Editing, Handle } from './editing.ts';
import { changesBetween, type History, isSameDrawing, NO_HISTORY, type Step, withStep } from './history.ts';
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

type DrawingCore = Pick<typeof import('./drawing-core.ts'), 'makeEdit' | 'meaningOf'>;

/** The draft at work: what follows it is not part of the state. */
export interface Workshop {
  readonly core: DrawingCore;
  readonly live: LiveAssessment;
  readonly saver: DraftSaver;
  drag: Drag | null;
}

/** Where a draft is drawn: what all commands of the editor are made of. */
export type DraftDesk = ReturnType<typeof createDraftDesk>;

export function createDraftDesk({ get, set, api }: SliceContext, storage: DraftStorage) {
  let workshop: Workshop | null = null;
  /** Done once it is known what the service has of a draft that was left before all of it was saved. */
  let settled: Promise<void> = Promise.resolve();

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

  const begin = async ({ plan: draft }: PlanData) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    const { followCoverage, makeEdit, meaningOf } = await import('./drawing-core.ts');
    const [stored] = await Promise.all([storage.load(draft.id), settled]);
    const data = planData();
    if (data?.plan.id !== draft.id || workshop) return;
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
          change({ cut: null, notice: { kind: 'received', associations: features.map(({ id }) => id) } });
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
    workshop = { core: { makeEdit, meaningOf }, live, saver, drag: null };
    set({
      selection: { kind: 'none' },
      question: null,
      leftUnsaved: null,
      editing: {
        tool: 'villages',
        brushKm: 3,
        locked: [],
        cut: null,
        merging: null,
        association: null,
        history: stored?.history ?? NO_HISTORY,
        saving: { status: 'saved' },
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
    const unsaved = (stored?.unsaved ?? []).filter(({ association, geometry }) =>
      data.territories.features.some(
        (feature) => feature.id === association && !isSameDrawing(feature.geometry, geometry),
      ),
    );
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
    change({ history, notice: { kind: 'done', step }, cut: null });
    void storage.addStep(data.plan.id, history.done - 1, step).then(() => keep(data.plan.id, history));
    workshop?.saver.save();
  };

  /** Tools that can work around locked territories are told which these are. */
  const withLocks = (request: EditRequest): EditRequest => {
    const locked = get().editing?.locked ?? [];
    const mayAvoid =
      request.kind === 'assign-villages' ||
      request.kind === 'share-gap' ||
      request.kind === 'extend-territory' ||
      request.kind === 'erase-territory';
    return mayAvoid && locked.length > 0 ? { ...request, locked } : request;
  };

  const attempt = (data: PlanData, request: EditRequest): boolean => {
    const { area } = get();
    if (area.status !== 'ready' || !workshop) return false;
    const { makeEdit } = workshop.core;
    const outcome = withoutTangles<EditOutcome>(
      () => makeEdit(editedPlan(area.value, data), withLocks(request)),
      {
        ok: false,
        reason: 'too-tangled',
      },
    );
    if (outcome.ok && changesAnyOf(outcome, get().editing?.locked ?? [])) {
      change({ notice: { kind: 'refused', reason: 'locked' } });
      return false;
    }
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
    change({
      history,
      vertex: null,
      cut: null,
      notice: step ? { kind: isBack ? 'undone' : 'done', step } : null,
    });
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
    const instead = workshop?.saver.instead() ?? new Map<AssociationId, MultiPolygon | null>();
    // A plan that is looked at is what the service has; what is not saved waits on this device.
    if (data && instead.size > 0) show(data, instead);
    workshop?.saver.stop();
    workshop = null;
    if (instead.size > 0 && data && get().editing?.saving.status !== 'deleted')
      set({ leftUnsaved: data.plan.id });
    set({ editing: null });
    if (instead.size > 0) settled = get().refreshPlan();
  };

  return {
    workshop: () => workshop,
    planData,
    change,
    show,
    begin,
    attempt,
    goToStep,
    letGo,
    openDraft,
    stop,
  };
}

/** Whether an edit moves ground of any of these; a vertex more on their border moves none. */
function changesAnyOf(
  { description, removed }: Extract<EditOutcome, { ok: true }>,
  associations: readonly AssociationId[],
): boolean {
  return associations.some(
    (one) =>
      removed.includes(one) ||
      description.shifts.some(
        ({ association, gainedM2, lostM2 }) => association === one && (gainedM2 > 0 || lostM2 > 0),
      ),
  );
}
