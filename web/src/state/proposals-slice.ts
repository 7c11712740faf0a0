import type { Proposal, Thread } from '@nitaq/core';
import type { Answer } from '../api/problem.ts';
import type { SliceContext } from './app-state.ts';
import { endOfDay } from './day-in-area.ts';
import { may } from './people-slice.ts';
import type { ProposalsSlice, ShownProposal } from './proposals.ts';

/** Proposals of the open area: put to the others, read, answered, settled and enacted. */
export function proposalsSlice({ get, set, api }: SliceContext): ProposalsSlice {
  const areaNow = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area : null;
  };
  const draftNow = () => {
    const { plan } = get();
    return plan.status === 'ready' && plan.value?.plan.state === 'draft' ? plan.value.plan : null;
  };

  /** Shows why something was refused; resolves to whether it was not. */
  const taken = async (asked: Promise<Answer<unknown>>): Promise<boolean> => {
    set({ proposalProblem: null });
    const answer = await asked;
    if (!answer.ok) set({ proposalProblem: answer.problem });
    return answer.ok;
  };

  const loadProposals = async () => {
    const area = areaNow();
    if (area === null || !may(get(), 'proposals.read')) return set({ proposals: null, shownProposal: null });
    const answer = await api.proposals(area.id);
    if (answer.ok && areaNow()?.id === area.id) set({ proposals: answer.value });
  };

  const reasonsOf = async (area: string, plan: string | null) => {
    const answer = plan === null ? null : await api.reasons(area, plan);
    return answer?.ok ? answer.value : [];
  };

  /** What is shown, as the service has it now. */
  const refresh = async (id: string): Promise<ShownProposal | null> => {
    const area = areaNow();
    if (area === null) return null;
    const [proposal, changes, threads] = await Promise.all([
      api.proposal(area.id, id),
      api.proposalChanges(area.id, id),
      api.threads(area.id, id),
    ]);
    if (!proposal.ok) {
      set({ proposalProblem: proposal.problem });
      return null;
    }
    const { base, plan } = proposal.value.revision;
    const [before, after] = await Promise.all([reasonsOf(area.id, base), reasonsOf(area.id, plan)]);
    const shown = {
      proposal: proposal.value,
      changes: changes.ok ? changes.value : null,
      reasons: { before, after },
      threads: threads.ok ? threads.value : [],
      rebase: null,
    };
    set({ shownProposal: shown });
    return shown;
  };

  /** After an act: the proposal, the list and the plans as they are now; true where the act was taken. */
  const after = async (isTaken: boolean): Promise<boolean> => {
    const id = get().shownProposal?.proposal.id;
    await Promise.all([loadProposals(), get().loadPlans(), ...(id === undefined ? [] : [refresh(id)])]);
    return isTaken;
  };

  const present = () => {
    const area = areaNow();
    const proposal = get().shownProposal?.proposal;
    return area && proposal
      ? { area: area.id, id: proposal.id, version: proposal.version, timeZone: area.timeZone }
      : null;
  };

  const act = async (
    ask: (at: NonNullable<ReturnType<typeof present>>) => Promise<Answer<unknown>>,
  ): Promise<boolean> => {
    const at = present();
    return at !== null && after(await taken(ask(at)));
  };

  const inThread = (
    { id, version }: Thread,
    ask: (at: { area: string; proposal: string; id: string; version: number }) => Promise<Answer<unknown>>,
  ) => act(({ area, id: proposal }) => ask({ area, proposal, id, version }));

  const showOnMap = async ({ revision }: Proposal) => {
    await get().openPlan(revision.plan);
    await get().compareWith(revision.base);
  };

  return {
    proposals: null,
    shownProposal: null,
    isProposing: false,
    proposalProblem: null,
    linkedProposal: null,
    loadProposals,
    hearOfProposal: async (id) => {
      await loadProposals();
      if (get().shownProposal?.proposal.id === id) await refresh(id);
    },
    showProposal: async (id) => {
      set({ proposalProblem: null, isProposing: false });
      if (id === null) {
        set({ shownProposal: null });
        return get().compareWith(null);
      }
      if (get().meetingsPlace) get().leaveMeetingAside(true);
      // What was asked before lies over the map no more.
      get().clearSelection();
      await get().loadPlans();
      const shown = await refresh(id);
      if (shown) await showOnMap(shown.proposal);
    },
    openLinkedProposal: async (id) => {
      const isAllowed = may(get(), 'proposals.read');
      set({ linkedProposal: isAllowed ? null : id });
      if (isAllowed) await get().showProposal(id);
    },
    setProposing: (isProposing) => set({ isProposing, proposalProblem: null }),
    propose: async ({ title, reason, wishedFor, deadline, counterTo }) => {
      const [area, draft] = [areaNow(), draftNow()];
      if (!area || !draft) return false;
      set({ proposalProblem: null });
      const input = {
        draft: draft.id,
        title,
        reason,
        wishedFor,
        deadline: endOfDay(deadline, area.timeZone) ?? deadline,
        ...(counterTo === null ? {} : { counterTo }),
      };
      const made = await api.openProposal(area.id, input, crypto.randomUUID());
      if (!made.ok) {
        set({ proposalProblem: made.problem });
        return false;
      }
      await loadProposals();
      await get().showProposal(made.value.id);
      return true;
    },
    revise: async (proposal, remark) => {
      const [area, draft] = [areaNow(), draftNow()];
      if (!area || !draft) return false;
      const at = { area: area.id, id: proposal.id, version: proposal.version };
      if (!(await taken(api.reviseProposal(at, draft.id)))) return false;
      await loadProposals();
      await get().showProposal(proposal.id);
      return remark === '' || get().startThread({ kind: 'whole' }, { text: remark, mentions: [] });
    },
    answer: (association, answer) => act(({ area, id }) => api.answerProposal(area, id, association, answer)),
    withdraw: () => act((at) => api.withdrawProposal(at)),
    previewRebase: async () => {
      const at = present();
      if (at === null) return;
      const answer = await api.rebasePreview(at.area, at.id);
      const shown = get().shownProposal;
      if (answer.ok && shown?.proposal.id === at.id)
        set({ shownProposal: { ...shown, rebase: answer.value } });
      else if (!answer.ok) set({ proposalProblem: answer.problem });
    },
    rebase: async () => {
      const isDone = await act((at) => api.rebaseProposal(at));
      const shown = get().shownProposal;
      if (isDone && shown) await showOnMap(shown.proposal);
      return isDone;
    },
    settleRebase: async () => {
      const at = present();
      if (at === null) return false;
      const made = await api.draftRebase(at.area, at.id);
      if (!made.ok) {
        set({ proposalProblem: made.problem });
        return false;
      }
      await get().loadPlans();
      await get().openPlan(made.value.id);
      await get().startEditing(made.value.title);
      return true;
    },
    enact: (from) => act((at) => api.enactProposal(at, from)),
    startThread: (pin, said) =>
      act(({ area, id }) => api.startThread(area, id, { pin, ...said }, crypto.randomUUID())),
    addComment: (thread, said) => inThread(thread, (at) => api.addComment(at, said, crypto.randomUUID())),
    resolveThread: (thread, resolved) => inThread(thread, (at) => api.resolveThread(at, resolved)),
  };
}
