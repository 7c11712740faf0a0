import type { Plan } from '@nitaq/core';
import type { Api } from '../api/api.ts';
import type { Answer } from '../api/problem.ts';
import { type AreaData, type AreaSlice, LOADING, loaded, type SliceContext } from './app-state.ts';
import { fetchPlan } from './fetch-plan.ts';
import { NOTHING, type Selection } from './selection.ts';
import { EMPTY_LINK, type ShareLink } from './share-link.ts';
import { planOn, tenseOf } from './timeline.ts';

/** Areas, the open area and the open plan, as the service has them. */
export function areaSlice(context: SliceContext): AreaSlice {
  const { get, set } = context;
  const load = createLoader(context);

  /** What belongs to the plan that is shown goes before another one comes. */
  const leavePlan = (next: string | null) => {
    get().stopEditing();
    void get().compareWith(null);
    const { selection, shownProposal } = get();
    const isProposed = shownProposal?.proposal.revision.plan === next;
    set({ selection: keptAcrossPlans(selection), ...(isProposed ? {} : { shownProposal: null }) });
  };

  return {
    areas: LOADING,
    area: LOADING,
    plan: LOADING,
    ahead: null,
    beneath: null,
    start: load.everything,
    openArea: async (area) => {
      get().stopEditing();
      void get().compareWith(null);
      set({
        selection: NOTHING,
        question: null,
        placing: null,
        placed: null,
        shownProposal: null,
        history: null,
        meetingsPlace: null,
      });
      get().closeRoom();
      await load.area(area, EMPTY_LINK);
    },
    openPlan: async (plan) => {
      const wasOnDay = get().day !== null;
      leavePlan(plan);
      set({ day: null });
      await Promise.all([load.plan(plan), wasOnDay ? load.answers() : null]);
    },
    openPlanOn: async (plan, day) => {
      const shown = get().plan;
      const isShown = shown.status === 'ready' && (shown.value?.plan.id ?? null) === plan;
      if (!isShown) leavePlan(plan);
      set({ day });
      await Promise.all([isShown ? null : load.plan(plan), load.answers()]);
    },
    refreshPlan: load.shownPlan,
    loadPlans: async () => {
      const { area } = get();
      if (area.status !== 'ready') return;
      const plans = await context.api.plans(area.value.area.id);
      const now = get().area;
      if (!plans.ok || now.status !== 'ready' || now.value.area.id !== area.value.area.id) return;
      set({ area: { status: 'ready', value: { ...now.value, plans: plans.value } } });
    },
    retry: load.again,
  };
}

function createLoader({ get, set, api }: SliceContext) {
  // An answer to an older wish is dropped: only the latest one may change what is shown.
  let latest = 0;
  let wish: () => Promise<void> = async () => undefined;

  const loadPlan = async (id: string | null) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    wish = () => loadPlan(id);
    const mine = ++latest;
    set({ plan: LOADING });
    const answer = id === null ? NO_PLAN : await fetchPlan(api, area.value, id);
    if (mine !== latest) return;
    set({ plan: loaded(answer) });
    await Promise.all([get().loadReasons(), get().lookForUnsaved()]);
  };

  /** Asks anew what is answered as of the day that is shown. */
  const loadAnswers = async () => {
    // What was known on another day is not to be read as that of this one.
    if (get().need) set({ need: LOADING });
    await Promise.all([get().loadNeed(), get().askAgain()]);
  };

  const refreshPlan = async () => {
    const { area, plan } = get();
    if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return;
    const mine = latest;
    const answer = await fetchPlan(api, area.value, plan.value.plan.id);
    if (mine === latest && answer.ok && !get().editing) set({ plan: loaded(answer) });
  };

  const loadArea = async (id: string, link: ShareLink) => {
    wish = () => loadArea(id, link);
    const mine = ++latest;
    set({ area: LOADING, plan: LOADING, need: null, missing: null, history: null });
    set({ initiatives: null, shownInitiative: null, initiativeForm: null, neighbours: [], shelf: null });
    const answer = await fetchArea(api, id);
    if (mine !== latest) return;
    set({ area: loaded(answer) });
    if (!answer.ok) return;
    // Before the plan is fetched, so that no change falls in between.
    get().followOthers();
    void get().loadProposals();
    void get().loadInitiatives();
    void get().loadShelf();
    void get().lookForRescued();
    const { timeZone } = answer.value.area;
    const day = link.day !== null && tenseOf(link.day, timeZone) !== 'present' ? link.day : null;
    set({ day });
    void get().loadNeed();
    void get().loadMissing();
    void get().loadNotices();
    void get().loadMeetings();
    void get().loadActions();
    if (link.view) get().fly({ kind: 'view', view: link.view });
    else get().showWholeArea();
    const { plans } = answer.value;
    const plan = day === null ? choosePlan(plans, link.plan) : planOn(plans, day, timeZone);
    await loadPlan(plan?.id ?? null);
    if (link.initiative) await get().openLinkedInitiative(link.initiative, link.view !== null);
    if (link.proposal) await get().openLinkedProposal(link.proposal);
    await restoreSelection(link);
    if (link.meeting) await get().openLinkedMeeting({ id: link.meeting, projects: link.projects });
  };

  const restoreSelection = async ({ selection, view }: ShareLink) => {
    if (selection.kind === 'none') return;
    await (view ? get().selectOnMap(selection) : get().select(selection));
  };

  const loadEverything = async (link: ShareLink) => {
    wish = () => loadEverything(link);
    const mine = ++latest;
    set({ areas: LOADING, area: LOADING, plan: LOADING });
    const [areas] = await Promise.all([api.areas(), get().loadSession()]);
    if (mine !== latest) return;
    set({ areas: loaded(areas) });
    if (!areas.ok) return;
    const wanted = areas.value.find((area) => area.id === link.area) ?? areas.value[0];
    if (wanted) await loadArea(wanted.id, wanted.id === link.area || !link.area ? link : EMPTY_LINK);
  };

  return {
    everything: loadEverything,
    area: loadArea,
    plan: loadPlan,
    answers: loadAnswers,
    shownPlan: refreshPlan,
    again: () => wish(),
  };
}

const NO_PLAN: Answer<null> = { ok: true, value: null };

async function fetchArea(api: Api, id: string): Promise<Answer<AreaData>> {
  const [area, land, associations, villages, plans] = await Promise.all([
    api.area(id),
    api.land(id),
    api.associations(id),
    api.villages(id),
    api.plans(id),
  ]);
  if (!area.ok) return area;
  if (!land.ok) return land;
  if (!associations.ok) return associations;
  if (!villages.ok) return villages;
  if (!plans.ok) return plans;
  return {
    ok: true,
    value: {
      area: area.value,
      land: land.value,
      associations: associations.value,
      villages: villages.value,
      plans: plans.value,
    },
  };
}

/** The plan a link asks for, else the one in force, else the newest. */
export function choosePlan(plans: readonly Plan[], wanted: string | null): Plan | undefined {
  return (
    plans.find((plan) => plan.id === wanted) ??
    plans.find((plan) => plan.state === 'in-force') ??
    [...plans].sort((a, b) => b.number - a.number)[0]
  );
}

/** Gaps, overlaps and parts belong to one plan; everything else is still there in another. */
function keptAcrossPlans(selection: Selection): Selection {
  switch (selection.kind) {
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver':
    case 'part':
      return NOTHING;
    case 'none':
    case 'village':
    case 'association':
    case 'point':
      return selection;
  }
}
