import {
  type ActionOwner,
  type AgendaItem,
  type InitiativeId,
  isOpenProposal,
  type NewDecision,
  type Proposal,
} from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { ChoiceEntry } from '../choice-entry.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { OwnerEntry } from './owner-entry.tsx';

type Kind = 'enact' | 'send-back' | 'action' | 'initiative' | 'note';
const DAYS_TO_DO = 30;

interface DecisionFormProps {
  readonly item: AgendaItem;
  readonly onDone: () => void;
}

/** A decision on an item, and what becomes of it; on a proposal exactly the content that is there now. */
export function DecisionForm({ item, onDone }: DecisionFormProps) {
  const { t, name } = useWords();
  const store = useAppStore();
  const proposals = useApp((state) => state.proposals) ?? [];
  const initiatives = useApp((state) => state.initiatives) ?? [];
  const tomorrow = dayAfter(today(useArea()?.area.timeZone ?? 'UTC'));
  const agreed = proposals.filter(({ state }) => state === 'agreed');
  const open = proposals.filter(({ state }) => isOpenProposal(state));
  const own = item.about.kind === 'proposal' ? item.about.proposal : null;
  const about = item.about.kind === 'initiative' ? item.about.initiative : null;
  const [kind, setKind] = useState<Kind>(about === null ? firstKind(own, agreed, open) : 'initiative');
  const [initiative, setInitiative] = useState<InitiativeId | null>(about ?? initiatives[0]?.id ?? null);
  const [text, setText] = useState('');
  const [proposal, setProposal] = useState<string>(own ?? '');
  const [from, setFrom] = useState(tomorrow);
  const [dueOn, setDueOn] = useState(dayAfter(tomorrow, DAYS_TO_DO));
  const [owner, setOwner] = useState<ActionOwner>({ association: null, person: null });
  const [isBusy, doing] = useBusy();
  const choices = kind === 'enact' ? agreed : open;
  const chosen = choices.find(({ id }) => id === proposal) ?? choices[0];
  const kinds = kindsOf(agreed, open, initiatives.length > 0);
  const outcomeOf = (): NewDecision['outcome'] | null => {
    switch (kind) {
      case 'note':
        return { kind };
      case 'action':
        return { kind, owner, dueOn };
      case 'initiative':
        return initiative && { kind, initiative };
      case 'send-back':
        return chosen ? { kind, proposal: chosen.id, contentHash: chosen.revision.contentHash } : null;
      case 'enact':
        return chosen ? { kind, proposal: chosen.id, contentHash: chosen.revision.contentHash, from } : null;
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const outcome = outcomeOf();
    if (outcome === null) return;
    void doing(() => store.getState().decide({ item: item.id, text: text.trim(), outcome })).then(
      (isTaken) => isTaken && onDone(),
    );
  };
  return (
    <Form className="people-form" aria-label={t('decisions.take')} onSubmit={submit}>
      <ChoiceEntry
        label={t('decisions.kind')}
        value={kind}
        choices={kinds.map((one) => ({ value: one, text: t(`decisions.kind.${one}`) }))}
        onChange={setKind}
      />
      {(kind === 'enact' || kind === 'send-back') && (
        <ChoiceEntry
          label={t('decisions.proposal')}
          value={chosen?.id ?? ''}
          choices={choices.map(({ id, title }) => ({ value: id, text: name(title) }))}
          onChange={setProposal}
        />
      )}
      {kind === 'initiative' && (
        <ChoiceEntry
          label={t('decisions.kind.initiative')}
          value={initiative ?? ''}
          choices={initiatives.map(({ id, content }) => ({ value: id, text: content.title }))}
          onChange={(id) => setInitiative(initiatives.find((one) => one.id === id)?.id ?? null)}
        />
      )}
      <LongEntry
        label={t(kind === 'action' ? 'decisions.text.action' : 'decisions.text')}
        value={text}
        onChange={setText}
      />
      {kind === 'enact' && (
        <DayEntry label={t('decisions.from')} value={from} min={tomorrow} onChange={setFrom} />
      )}
      {kind === 'action' && (
        <>
          <OwnerEntry owner={owner} onChange={setOwner} />
          <DayEntry label={t('actions.dueOn')} value={dueOn} min={tomorrow} onChange={setDueOn} />
        </>
      )}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('decisions.save')}
        </Button>
      </div>
    </Form>
  );
}

function kindsOf(agreed: readonly Proposal[], open: readonly Proposal[], hasInitiatives: boolean): Kind[] {
  return [
    'action',
    ...(agreed.length > 0 ? (['enact'] as const) : []),
    ...(open.length > 0 ? (['send-back'] as const) : []),
    ...(hasInitiatives ? (['initiative'] as const) : []),
    'note',
  ];
}

/** What most likely comes of talking about an item. */
function firstKind(proposal: string | null, agreed: readonly Proposal[], open: readonly Proposal[]): Kind {
  if (agreed.some(({ id }) => id === proposal)) return 'enact';
  return open.some(({ id }) => id === proposal) ? 'send-back' : 'action';
}
