import type { LocalizedText, Plan } from '@nitaq/core';
import type { DraftAt } from '../api/api.ts';
import { type Answer, isGone, isOutrun, type Problem } from '../api/problem.ts';
import type { PlanData, SliceContext } from './app-state.ts';
import { choosePlan } from './area-slice.ts';
import type { DraftDialog, DraftsSlice } from './drafts.ts';

/** So often a draft that only its territories changed is renamed anew: its title is as it was. */
const TRIES = 3;

/** Drafts get other titles and are deleted, here and by others. */
export function draftsSlice({ get, set, api }: SliceContext): DraftsSlice {
  const shown = (): PlanData | null => {
    const { plan } = get();
    return plan.status === 'ready' ? plan.value : null;
  };

  const change = (part: Partial<DraftDialog>) => {
    const { draftDialog } = get();
    if (draftDialog) set({ draftDialog: { ...draftDialog, ...part } });
  };

  const setPlans = (edit: (plans: readonly Plan[]) => readonly Plan[]) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    set({ area: { status: 'ready', value: { ...area.value, plans: edit(area.value.plans) } } });
  };

  /** What is known of the plan shown takes the place of what was, and what is drawn stays. */
  const putPlan = (plan: Plan) => {
    setPlans((plans) => plans.map((one) => (one.id === plan.id ? plan : one)));
    const data = shown();
    if (data?.plan.id !== plan.id) return;
    const territories = { ...data.territories, version: plan.version };
    set({ plan: { status: 'ready', value: { ...data, plan, territories } } });
  };

  /** The draft as the service has it now; null where it is gone. */
  const fetchDraft = async (area: string, id: string): Promise<Answer<Plan | null>> => {
    const answer = await api.plans(area);
    return answer.ok ? { ok: true, value: answer.value.find((plan) => plan.id === id) ?? null } : answer;
  };

  /** Asks the service, and where others were faster, anew as long as `goesOn` says so of what they left. */
  const ask = async (
    request: (draft: DraftAt) => Promise<Answer<unknown>>,
    goesOn: (now: Plan, asked: Plan) => boolean,
  ): Promise<boolean> => {
    const { area, draftDialog } = get();
    if (area.status !== 'ready' || !draftDialog) return false;
    const asked = draftDialog.plan;
    let { version } = asked;
    change({ saving: true, problem: null });
    const fail = (problem: Problem) => {
      change({ saving: false, problem });
      return false;
    };
    for (let tries = 0; tries < TRIES; tries++) {
      const answer = await request({ area: area.value.area.id, id: asked.id, version });
      if (answer.ok) return true;
      if (!isOvertaken(answer.problem)) return fail(answer.problem);
      const now = await fetchDraft(area.value.area.id, asked.id);
      if (!now.ok) return fail(now.problem);
      if (now.value === null) return fail(answer.problem);
      version = now.value.version;
      if (goesOn(now.value, asked)) continue;
      change({ saving: false, overtaken: true, plan: now.value });
      return false;
    }
    change({ saving: false, overtaken: true });
    return false;
  };

  /** Shows another plan in the place of one that is no more. */
  const leave = async (gone: Plan) => {
    setPlans((plans) => plans.filter(({ id }) => id !== gone.id));
    get().loseDraft();
    get().stopEditing();
    const { area } = get();
    const left = area.status === 'ready' ? choosePlan(area.value.plans, null) : undefined;
    if (left) await get().openPlan(left.id);
    else set({ plan: { status: 'ready', value: null }, selection: { kind: 'none' } });
  };

  return {
    draftDialog: null,
    draftNews: null,
    askAboutDraft: (kind) => {
      const data = shown();
      if (data?.plan.state !== 'draft') return;
      const plan = { ...data.plan, version: versionOf(data) };
      set({ draftDialog: { kind, plan, overtaken: false, saving: false, problem: null } });
    },
    closeDraftDialog: () => set({ draftDialog: null }),
    renameDraft: async (title) => {
      let renamed: Plan | null = null;
      const isDone = await ask(
        async (draft) => {
          const answer = await api.renamePlan(draft, title);
          if (answer.ok) renamed = answer.value;
          return answer;
        },
        (now, asked) => isSameText(now.title, asked.title),
      );
      if (!isDone || !renamed) return false;
      putPlan(renamed);
      set({ draftDialog: null });
      return true;
    },
    deleteDraft: async () => {
      const plan = get().draftDialog?.plan;
      // What others changed meanwhile, nobody here has seen: it is asked about anew.
      const isDone = await ask(api.deletePlan, () => false);
      if (!isDone || !plan) return false;
      set({ draftDialog: null });
      await leave(plan);
      set({ draftNews: { kind: 'deleted', title: plan.title } });
      return true;
    },
    hearOfDraft: async (before, kind) => {
      if (kind === 'deleted') {
        set({ draftDialog: null });
        // Who draws on it keeps the drawing on the screen.
        if (get().editing) return get().loseDraft();
        await leave(before);
        set({ draftNews: { kind: 'deleted-by-others', title: before.title } });
        return;
      }
      const { area, editing } = get();
      const now = area.status === 'ready' ? area.value.plans.find(({ id }) => id === before.id) : undefined;
      if (!now) return;
      putPlan(now);
      if (isSameText(now.title, before.title)) return;
      if (editing) set({ editing: { ...editing, notice: { kind: 'renamed', title: now.title } } });
      else set({ draftNews: { kind: 'renamed-by-others', title: now.title } });
    },
    dismissDraftNews: () => set({ draftNews: null }),
  };
}

/** Every save of a territory counts in the version of its plan, too. */
function versionOf({ plan, territories }: PlanData): number {
  return Math.max(plan.version, territories.version);
}

function isOvertaken(problem: Problem): boolean {
  return isOutrun(problem) || isGone(problem);
}

function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  return a.ar === b.ar && a.en === b.en;
}
