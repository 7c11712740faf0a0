import type { AssociationId, Proposal } from '@nitaq/core';
import { LOADING, type SliceContext } from './app-state.ts';
import {
  type HistorySlice,
  type HistorySubject,
  isEnacted,
  namesOf,
  recordSubject,
  type ShownHistory,
} from './history-of.ts';

/** Who did what and when, of the area, a plan, a proposal or a border. */
export function historySlice({ get, set, api }: SliceContext): HistorySlice {
  // An answer to an older wish is dropped.
  let latest = 0;

  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  const load = async (subject: HistorySubject, area: string): Promise<Partial<ShownHistory>> => {
    const proposals = get().proposals ?? [];
    if (subject.kind === 'border') {
      const enacted = await proposalsOfBorder(area, proposals, subject.associations);
      return { entries: { status: 'ready', value: [] }, enacted };
    }
    const about = recordSubject(subject, proposals);
    const page = await api.record({ area, subject: about, cursor: null });
    if (!page.ok) return { entries: { status: 'failed', problem: page.problem } };
    return { entries: { status: 'ready', value: page.value.items }, next: page.value.next };
  };

  /** Those that came into force and made the border between two associations run otherwise, the newest first. */
  const proposalsOfBorder = async (
    area: string,
    proposals: readonly Proposal[],
    [one, other]: readonly [AssociationId, AssociationId],
  ): Promise<Proposal[]> => {
    const found = await Promise.all(
      proposals.filter(isEnacted).map(async (proposal) => {
        const changes = await api.proposalChanges(area, proposal.id);
        const borders = changes.ok ? changes.value.affected.flatMap((affected) => affected.borders) : [];
        const isTheirs = borders.some(
          ({ associations }) => associations.includes(one) && associations.includes(other),
        );
        return isTheirs ? [proposal] : [];
      }),
    );
    return found.flat().sort((a, b) => beginning(b) - beginning(a));
  };

  return {
    history: null,
    showHistory: async (subject) => {
      const mine = ++latest;
      const area = areaId();
      if (subject === null || area === null) return set({ history: null });
      const names = get().history?.names ?? namesOf([], get().proposals ?? [], get().initiatives ?? []);
      const shown: ShownHistory = { subject, entries: LOADING, next: null, enacted: [], names };
      set({ history: shown });
      const [found, people] = await Promise.all([load(subject, area), api.people(area)]);
      if (mine !== latest) return;
      const known = people.ok ? namesOf(people.value, get().proposals ?? [], get().initiatives ?? []) : names;
      set({ history: { ...shown, ...found, names: known } });
    },
    showOlder: async () => {
      const { history, proposals } = get();
      const area = areaId();
      if (area === null || history?.entries.status !== 'ready' || history.subject.kind === 'border') return;
      const mine = latest;
      const about = recordSubject(history.subject, proposals ?? []);
      const page = await api.record({ area, subject: about, cursor: history.next });
      if (mine !== latest || !page.ok) return;
      const value = [...history.entries.value, ...page.value.items];
      set({ history: { ...history, entries: { status: 'ready', value }, next: page.value.next } });
    },
  };
}

function beginning(proposal: Proposal): number {
  return 'inForceFrom' in proposal ? Date.parse(proposal.inForceFrom) : 0;
}
