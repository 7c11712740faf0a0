import { type Initiative, targetVillages } from '@nitaq/core';
import { type Answer, isOutrun } from '../api/problem.ts';
import type { AreaData, SliceContext } from './app-state.ts';
import { boundsOf } from './bounds.ts';
import { draftOf } from './initiative-draft.ts';
import type { InitiativesSlice } from './initiatives.ts';
import { may, ownRole } from './people-slice.ts';

/** Joint initiatives of the open area: written down, read, approved, moved on. */
export function initiativesSlice({ get, set, api }: SliceContext): InitiativesSlice {
  // Of two that one asks for, the first may be answered last.
  let latest = 0;
  const areaNow = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value : null;
  };

  const loadInitiatives = async () => {
    const area = areaNow();
    if (area === null || !may(get(), 'initiatives.read')) {
      return set({ initiatives: null, shownInitiative: null, initiativeForm: null });
    }
    const answer = await api.initiatives(area.area.id);
    if (areaNow()?.area.id !== area.area.id) return;
    if (answer.ok) set({ initiatives: answer.value });
    else if (get().initiatives === null) set({ initiativeProblem: answer.problem });
  };

  /** Shows one as it is now, and then what belongs to its page. */
  const show = async (initiative: Initiative) => {
    const before = get().shownInitiative;
    const isSame = before?.initiative.id === initiative.id;
    set({
      shownInitiative: isSame
        ? { ...before, initiative }
        : { initiative, why: null, reached: null, documents: [] },
    });
    const area = areaNow();
    if (area === null) return;
    const of = { area: area.area.id, id: initiative.id };
    const link = { kind: 'initiative' as const, id: initiative.id };
    const [why, reached, documents] = await Promise.all([
      api.jointNeed(of),
      api.reached(of),
      api.documents(of.area, { text: '', tag: null, link }, null),
    ]);
    const shown = get().shownInitiative;
    if (shown?.initiative.id !== initiative.id) return;
    set({
      shownInitiative: {
        ...shown,
        why: why.ok ? why.value : shown.why,
        reached: reached.ok ? reached.value : shown.reached,
        documents: documents.ok ? documents.value.items : shown.documents,
      },
    });
  };

  /** What was done, as it is now; true where the service took it. */
  const taken = async (asked: Promise<Answer<Initiative>>): Promise<boolean> => {
    set({ initiativeProblem: null });
    const answer = await asked;
    const id = get().shownInitiative?.initiative.id;
    if (answer.ok) await Promise.all([show(answer.value), loadInitiatives()]);
    else {
      // Another may have been faster: what is refused is seen beside what it is now.
      if (id !== undefined) await refresh(id);
      set({ initiativeProblem: answer.problem });
    }
    return answer.ok;
  };

  const refresh = async (id: string) => {
    const area = areaNow();
    const answer = area && (await api.initiative({ area: area.area.id, id }));
    if (answer?.ok) await show(answer.value);
  };

  const act = async (
    ask: (at: { area: string; id: string; version: number }) => Promise<Answer<Initiative>>,
  ): Promise<boolean> => {
    const area = areaNow();
    const initiative = get().shownInitiative?.initiative;
    if (!area || !initiative) return false;
    return taken(ask({ area: area.area.id, id: initiative.id, version: initiative.version }));
  };

  /** Somebody changed first what the form is about: the next try is made knowing of it. */
  const meetChange = () => {
    const { initiativeForm: form, initiativeProblem: problem, shownInitiative } = get();
    const now = shownInitiative?.initiative;
    if (!form?.initiative || form.initiative.id !== now?.id) return;
    if (problem && isOutrun(problem)) set({ initiativeForm: { ...form, initiative: now } });
  };

  const flyThere = (initiative: Initiative, area: AreaData) => {
    const bounds = boundsOf(groundOf(initiative, area));
    if (bounds) get().fly({ kind: 'bounds', bounds, besideCard: false });
  };

  const open = async (id: string | null, flies: boolean) => {
    const mine = ++latest;
    set({ initiativeProblem: null, initiativeForm: null, targetOutline: null });
    const area = areaNow();
    if (id === null || area === null) return set({ shownInitiative: null });
    if (get().meetingsPlace) get().leaveMeetingAside(true);
    const answer = await api.initiative({ area: area.area.id, id });
    if (mine !== latest || areaNow()?.area.id !== area.area.id) return;
    if (!answer.ok) return set({ initiativeProblem: answer.problem });
    if (flies) flyThere(answer.value, area);
    await show(answer.value);
  };

  return {
    initiatives: null,
    shownInitiative: null,
    initiativeForm: null,
    linkedInitiative: null,
    initiativeProblem: null,
    targetOutline: null,
    areInitiativesOnMap: false,
    loadInitiatives,
    hearOfInitiative: async (id) => {
      await loadInitiatives();
      if (get().shownInitiative?.initiative.id === id) await refresh(id);
    },
    showInitiative: (id) => open(id, true),
    openLinkedInitiative: async (id, staysThere) => {
      const isAllowed = may(get(), 'initiatives.read');
      set({ linkedInitiative: isAllowed ? null : id });
      if (isAllowed) await open(id, !staysThere);
    },
    showInitiativesOnMap: (areInitiativesOnMap) => set({ areInitiativesOnMap }),
    openInitiativeForm: (initiative) => {
      for (const { area } of initiative?.elsewhere.associations ?? []) void get().loadNeighbour(area.id);
      set({
        initiativeForm: {
          initiative,
          draft: draftOf(initiative?.content ?? null, ownRole(get())?.association ?? null),
          key: crypto.randomUUID(),
        },
        initiativeProblem: null,
        targetOutline: null,
      });
    },
    changeInitiativeDraft: (part) => {
      const { initiativeForm: form } = get();
      if (form) set({ initiativeForm: { ...form, draft: { ...form.draft, ...part } } });
    },
    closeInitiativeForm: () => set({ initiativeForm: null, initiativeProblem: null, targetOutline: null }),
    saveInitiative: async (input) => {
      const area = areaNow();
      const form = get().initiativeForm;
      if (!area || !form) return false;
      const { initiative, key } = form;
      const at = { area: area.area.id, id: initiative?.id ?? '', version: initiative?.version ?? 0 };
      const isTaken = await taken(
        initiative ? api.changeInitiative(at, input) : api.openInitiative(at.area, input, key),
      );
      if (isTaken) set({ initiativeForm: null, targetOutline: null });
      else meetChange();
      return isTaken;
    },
    answerInitiative: (association, answer) => act((at) => api.answerInitiative(at, association, answer)),
    moveInitiative: (to) => act((at) => api.moveInitiative(at, to)),
    stopInitiative: (reason) => act((at) => api.stopInitiative(at, reason)),
    leaveInitiative: (association, reason) => act((at) => api.leaveInitiative(at, association, reason)),
    reachMilestone: (milestone, input) => act((at) => api.reachMilestone(at, milestone, input)),
    enterReached: (village, counts) => act((at) => api.enterReached(at, village, counts)),
    drawTarget: (targetOutline) => set({ targetOutline }),
    addTargetCorner: (at) => {
      const { targetOutline } = get();
      if (targetOutline) set({ targetOutline: [...targetOutline, at] });
    },
  };
}

/** Where an initiative is: its area, and the villages that are on the map. */
function groundOf({ content }: Initiative, { villages }: AreaData) {
  const places = targetVillages(content, villages).flatMap(({ location }) => (location ? [location] : []));
  return [...places, ...(content.place?.coordinates.flat(2) ?? [])];
}
