import type { AgendaSubject } from '@nitaq/core';
import { hasEnded, isOpenProposal } from '@nitaq/core';
import { useEffect, useMemo } from 'react';
import { chosenSubjects } from '../../state/chosen-subjects.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { subjectWords } from './subject-words.ts';

/** Something that an item of an agenda can be about. */
export interface SubjectChoice {
  readonly key: string;
  readonly said: string;
  /** What to call an item about it; empty where that is for the person to say. */
  readonly title: string;
  readonly about: AgendaSubject;
}

/** What is chosen on the map, as subjects of an item. */
export function useChosenSubjects(): SubjectChoice[] {
  const words = useWords();
  const area = useApp((state) => state.area);
  const plan = useApp((state) => state.plan);
  const selection = useApp((state) => state.selection);
  const question = useApp((state) => state.question);
  const reasons = useApp((state) => state.reasons);
  const chosenReason = useApp((state) => state.chosenReason);
  return useMemo(() => {
    if (area.status !== 'ready') return [];
    const context = { area: area.value, plan: plan.status === 'ready' ? plan.value : null, selection };
    const chosen = chosenSubjects({ area, plan, selection, question, reasons, chosenReason });
    return chosen.map((about) => {
      const said = subjectWords(about, context, words);
      return { key: `chosen-${about.kind}`, said, title: about.kind === 'place' ? '' : said, about };
    });
  }, [area, plan, selection, question, reasons, chosenReason, words]);
}

/** The proposals, actions and initiatives that are open, as subjects of an item. */
export function useListedSubjects(): Readonly<
  Record<'proposal' | 'action' | 'initiative', readonly SubjectChoice[]>
> {
  const { name } = useWords();
  const store = useAppStore();
  const proposals = useApp((state) => state.proposals) ?? [];
  const initiatives = useApp((state) => state.initiatives) ?? [];
  const actions = useApp((state) => state.actions);
  useEffect(() => void store.getState().loadActions(), [store]);
  return {
    proposal: proposals
      .filter(({ state }) => isOpenProposal(state))
      .map(({ id, title }) => choiceOf(id, name(title), { kind: 'proposal', proposal: id })),
    action: (actions?.status === 'ready' ? actions.value : [])
      .filter(({ state }) => state === 'open')
      .map(({ id, title }) => choiceOf(id, title, { kind: 'action', action: id })),
    initiative: initiatives
      .filter(({ state }) => !hasEnded(state))
      .map(({ id, content }) => choiceOf(id, content.title, { kind: 'initiative', initiative: id })),
  };
}

function choiceOf(key: string, title: string, about: AgendaSubject): SubjectChoice {
  return { key, said: title, title, about };
}
