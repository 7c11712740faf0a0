import type { PlanId, Position, Reason, ReasonId } from '@nitaq/core';
import { isOutrun } from '../api/problem.ts';
import { LOADING, loaded, type ReasonForm, type ReasonsSlice, type SliceContext } from './app-state.ts';
import { stretchBetween, stretchToCorner, whoseStretch } from './border-stretch.ts';
import { drawnTerritories } from './editor/draft-territories.ts';
import { shownReasons } from './shown-reasons.ts';

/** Why borders run where they do: read with every plan, written in drafts. */
export function reasonsSlice({ get, set, api }: SliceContext): ReasonsSlice {
  const shownPlan = () => {
    const { area, plan } = get();
    if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return null;
    return { area: area.value.area.id, plan: plan.value.plan.id, data: plan.value };
  };
  const items = () => {
    const { reasons } = get();
    return reasons.status === 'ready' ? (reasons.value?.items ?? []) : [];
  };
  const find = (id: ReasonId) => items().find((one) => one.id === id);
  const changeForm = (part: Partial<ReasonForm>) => {
    const { reasonForm } = get();
    if (reasonForm) set({ reasonForm: { ...reasonForm, ...part } });
  };
  const territories = () => drawnTerritories(shownPlan()?.data.territories ?? { features: [] });
  const stretchOf = (line: readonly Position[]) => ({
    line: [...line],
    associations: whoseStretch(territories(), line, get().editing?.association ?? null),
  });

  const load = async () => {
    const shown = shownPlan();
    if (!shown) return set({ reasons: { status: 'ready', value: null } });
    const { reasons } = get();
    // Others' reasons of the same plan come without a flicker.
    if (reasons.status !== 'ready' || reasons.value?.plan !== shown.plan) set({ reasons: LOADING });
    const answer = await api.reasons(shown.area, shown.plan);
    if (shownPlan()?.plan !== shown.plan) return;
    set({
      reasons: loaded(answer.ok ? { ok: true, value: { plan: shown.plan, items: answer.value } } : answer),
    });
  };

  /** The reasons with one of them as the service has it now; null: it is gone. */
  const put = (plan: PlanId, id: ReasonId, reason: Reason | null) => {
    const { reasons } = get();
    if (reasons.status !== 'ready' || reasons.value?.plan !== plan) return;
    const isKnown = reasons.value.items.some((one) => one.id === id);
    const added = reason ? [reason] : [];
    const now = isKnown
      ? reasons.value.items.flatMap((one) => (one.id === id ? added : [one]))
      : [...reasons.value.items, ...added];
    set({ reasons: { status: 'ready', value: { plan, items: now } } });
  };

  return {
    reasons: LOADING,
    chosenReason: null,
    hoveredReason: null,
    reasonForm: null,
    removedReason: null,
    loadReasons: load,
    chooseReason: (chosenReason) => set({ chosenReason }),
    showReason: (id) => {
      const at = shownReasons(get()).find(({ reason }) => reason.id === id)?.at;
      set({ chosenReason: id, sheet: 'low' });
      if (at) get().fly({ kind: 'point', at });
    },
    hoverReason: (hoveredReason) => {
      if (get().hoveredReason !== hoveredReason) set({ hoveredReason });
    },
    startReason: () => {
      const shown = shownPlan();
      const vertex = get().editing?.vertex ?? null;
      if (!shown || !vertex) return false;
      const stretch = stretchOf([vertex]);
      if (stretch.associations.length === 0) return false;
      const key = crypto.randomUUID();
      get().cancelStretch();
      set({
        reasonForm: { plan: shown.plan, reason: null, stretch, key, saving: false, problem: null },
        chosenReason: null,
        removedReason: null,
      });
      return true;
    },
    extendReason: (to) => {
      if (!get().reasonForm && !get().startReason()) return false;
      const { reasonForm, editing } = get();
      if (!reasonForm || reasonForm.reason) return false;
      const [from] = reasonForm.stretch.line;
      const own = territories().filter(({ association }) => association === editing?.association);
      const line = from && stretchBetween(own, from, to);
      if (line) changeForm({ stretch: stretchOf(line) });
      return true;
    },
    extendReasonToCorner: (by) => {
      const { area, reasonForm, editing } = get();
      const association = editing?.association ?? null;
      if (area.status !== 'ready' || !reasonForm || association === null) return;
      const { line } = reasonForm.stretch;
      const { boundary } = area.value.area;
      const longer = stretchToCorner({ territories: territories(), boundary, association }, line, by);
      changeForm({ stretch: stretchOf(longer) });
    },
    rewriteReason: (id) => {
      const shown = shownPlan();
      const reason = find(id);
      if (!shown || !reason) return;
      const { line, associations } = reason;
      set({
        reasonForm: {
          plan: shown.plan,
          reason,
          stretch: { line, associations },
          key: '',
          saving: false,
          problem: null,
        },
        chosenReason: id,
        removedReason: null,
      });
    },
    cancelReason: () => set({ reasonForm: null, removedReason: null }),
    saveReason: async (text) => {
      const { reasonForm: form } = get();
      const shown = shownPlan();
      if (!form || form.saving || !shown || form.plan !== shown.plan) return false;
      changeForm({ saving: true, problem: null });
      const { area, plan } = shown;
      const input = { ...form.stretch, text };
      const { reason } = form;
      const saved = reason
        ? await api.changeReason({ area, plan, id: reason.id, version: reason.version }, input)
        : await api.addReason(area, plan, { input, key: form.key });
      const isOpen = get().reasonForm?.key === form.key && get().reasonForm?.reason === reason;
      if (saved.ok) {
        put(plan, saved.value.id, saved.value);
        if (isOpen) set({ reasonForm: null, chosenReason: saved.value.id });
        return true;
      }
      if (isOpen) changeForm({ saving: false, problem: saved.problem });
      if (reason && isOutrun(saved.problem)) {
        // Somebody changed it first: the next try starts from what they made of it.
        await load();
        const now = find(reason.id);
        if (isOpen && now) changeForm({ reason: now });
      }
      return false;
    },
    removeReason: async (id) => {
      const shown = shownPlan();
      const reason = find(id);
      if (!shown || !reason) return;
      const { area, plan } = shown;
      const removed = await api.removeReason({ area, plan, id, version: reason.version });
      if (removed.ok) put(plan, id, null);
      else await load();
      if (get().reasonForm?.reason?.id === id) set({ reasonForm: null });
      set({
        removedReason: { reason, problem: removed.ok ? null : removed.problem },
        chosenReason: null,
      });
    },
    restoreReason: async () => {
      const shown = shownPlan();
      const { removedReason } = get();
      if (!shown || !removedReason) return;
      const { line, associations, text } = removedReason.reason;
      const { area, plan } = shown;
      // One deletion is taken back once, however often it is asked for.
      const key = `restored-${removedReason.reason.id}-${removedReason.reason.version}`;
      const added = await api.addReason(area, plan, { input: { line, associations, text }, key });
      if (!added.ok) return set({ removedReason: { ...removedReason, problem: added.problem } });
      put(plan, added.value.id, added.value);
      set({ removedReason: null, chosenReason: added.value.id });
    },
    dismissRemovedReason: () => set({ removedReason: null }),
    copyReasonsTo: async (plan) => {
      const { area } = get();
      if (area.status !== 'ready') return null;
      for (const { id, line, associations, text } of items()) {
        const input = { line, associations, text };
        const added = await api.addReason(area.value.area.id, plan, { input, key: `copied-${id}` });
        if (!added.ok) return added.problem;
      }
      return null;
    },
  };
}
