import type { AgendaItem, Decision } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { Section } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';
import { DecisionWording } from './decision-wording.tsx';

interface DecisionListProps {
  readonly decisions: readonly Decision[];
  readonly agenda: readonly AgendaItem[];
  /** Whether the minutes are still open. */
  readonly isOpen: boolean;
}

/** All that was decided at a meeting, by number. */
export function DecisionList({ decisions, agenda, isOpen }: DecisionListProps) {
  const { t, name } = useWords();
  return (
    <Section title={t('decisions.title')} count={decisions.length}>
      {decisions.length === 0 && <p className="quiet">{t('decisions.none')}</p>}
      {decisions.map((decision) => {
        const item = agenda.find(({ id }) => id === decision.item);
        return (
          <DecisionCard
            key={decision.number}
            decision={decision}
            isOpen={isOpen}
            {...(item === undefined ? {} : { about: name(item.title) })}
          />
        );
      })}
    </Section>
  );
}

interface DecisionCardProps {
  readonly decision: Decision;
  /** The item on which it was taken. */
  readonly about?: string;
  /** Whether its words may still change; left out: not here. */
  readonly isOpen?: boolean;
}

/** One decision: its number, its words, what it became and whether that was carried out. */
export function DecisionCard({ decision, about, isOpen = false }: DecisionCardProps) {
  const words = useWords();
  const { t, number } = words;
  const store = useAppStore();
  const proposals = useApp((state) => state.proposals) ?? [];
  const { outcome, carriedOut, text } = decision;
  const proposal = 'proposal' in outcome ? proposals.find(({ id }) => id === outcome.proposal) : undefined;
  return (
    <div className="decision">
      <p className="decision-number">
        {t('decisions.number', { number: number(decision.number) })}
        {about !== undefined && <bdi className="quiet">{about}</bdi>}
      </p>
      <p className="decision-text">
        <bdi>{text}</bdi>
      </p>
      <p className="quiet">
        {outcomeWords(outcome, proposal ? words.name(proposal.title) : '', words)}
        {carriedOut !== null && (
          <span className="carried-out">
            <Icon name={carriedOut ? 'check' : 'clock'} />
            {t(carriedOut ? 'decisions.done' : 'decisions.open')}
          </span>
        )}
      </p>
      {outcome.kind === 'action' && (
        <Button
          className="text-button"
          onPress={() => void store.getState().showMeetings({ kind: 'action', id: outcome.action })}
        >
          {t('decisions.action.open')}
        </Button>
      )}
      <DecisionWording decision={decision} isOpen={isOpen} />
    </div>
  );
}

/** What a decision became, in words. */
export function outcomeWords(outcome: Decision['outcome'], proposal: string, { t, day }: Words): string {
  switch (outcome.kind) {
    case 'enacted':
      return t('decisions.outcome.enacted', { date: day(outcome.inForceFrom), proposal });
    case 'sent-back':
      return t('decisions.outcome.sent-back', { proposal });
    case 'action':
    case 'initiative':
    case 'note':
      return t(`decisions.outcome.${outcome.kind}`);
  }
}
