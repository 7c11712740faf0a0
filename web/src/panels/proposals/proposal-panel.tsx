import { isOpenProposal, type Proposal } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ShownProposal } from '../../state/proposals.ts';
import { StandingList } from '../coverage/standing-list.tsx';
import { HistoryButton } from '../history/history-button.tsx';
import { Icon } from '../icons.tsx';
import { ZoneChanges } from '../sharing/zone-changes.tsx';
import { useApp, useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { AffectedList } from './affected-list.tsx';
import { AnswerForm } from './answer-form.tsx';
import { BeforeAndAfter } from './before-and-after.tsx';
import { ChangedBorders } from './changed-borders.tsx';
import { CounterComparison } from './counter-comparison.tsx';
import { EnactForm } from './enact-form.tsx';
import { ProposalChip } from './proposal-chip.tsx';
import { ProposalProblem } from './proposal-problem.tsx';
import { RebasePanel } from './rebase-panel.tsx';
import { ThreadList } from './thread-list.tsx';

/** A proposal as a page beside its map: what it is, what changes for whom, who answered what, and what one may do. */
export function ProposalPanel({ shown }: { shown: ShownProposal }) {
  const { t } = useWords();
  const store = useAppStore();
  const { proposal, changes, reasons, threads, rebase } = shown;
  return (
    <article className="proposal people-sections">
      <Button className="button" data-look="quiet" onPress={() => void store.getState().showProposal(null)}>
        <Icon name="undo" />
        {t('proposals.back')}
      </Button>
      <ProposalHead proposal={proposal} />
      <ProposalProblem />
      <AnswerForm proposal={proposal} />
      {proposal.state === 'stale' && <RebasePanel proposal={proposal} rebase={rebase} />}
      {proposal.state === 'agreed' && <EnactForm proposal={proposal} />}
      <StandingList standings={proposal.standings} />
      {changes && <BeforeAndAfter base={changes.base} affected={proposal.revision.affected} />}
      <CounterComparison proposal={proposal} />
      {changes && <AffectedList affected={changes.affected} />}
      {changes && <ChangedBorders affected={changes.affected} reasons={reasons} />}
      <ZoneChanges />
      <ThreadList threads={threads} />
      <HistoryButton of={{ kind: 'proposal', id: proposal.id }} />
      <Withdrawal proposal={proposal} />
    </article>
  );
}

function ProposalHead({ proposal }: { proposal: Proposal }) {
  const { t, name, day, dayOf, number } = useWords();
  const area = useArea();
  const proposals = useApp((state) => state.proposals);
  const { title, state, association, openedBy, openedAt, reason, wishedFor, deadline, counterTo, revision } =
    proposal;
  const owner = area?.associations.find(({ id }) => id === association);
  const answered = proposals?.find(({ id }) => id === counterTo);
  const isOpen = isOpenProposal(state);
  return (
    <header className="proposal-head">
      <h2>
        <bdi>{name(title)}</bdi> <ProposalChip state={state} />
      </h2>
      {isOpenProposal(state) && <p>{t(`proposals.state.${state}.what`)}</p>}
      <p className="proposal-reason">
        <bdi>{reason}</bdi>
      </p>
      <p className="quiet">
        {t('proposals.by', {
          association: owner ? name(owner.name) : association,
          name: openedBy.name,
          date: day(openedAt),
        })}
      </p>
      {answered && <p className="quiet">{t('proposals.counterTo', { title: name(answered.title) })}</p>}
      {'inForceFrom' in proposal ? (
        <p className="quiet">{t('proposals.from', { date: day(proposal.inForceFrom) })}</p>
      ) : (
        wishedFor !== null && <p className="quiet">{t('proposals.wished', { date: dayOf(wishedFor) })}</p>
      )}
      {isOpen && <p className="quiet">{t('proposals.deadline', { date: day(beforeMidnight(deadline)) })}</p>}
      <p className="quiet">
        {t('proposals.revision', { number: number(revision.number) })} ·{' '}
        {t('proposals.hash', { hash: revision.contentHash.slice(0, 8) })}
      </p>
    </header>
  );
}

/** A deadline at midnight is the end of the day before. */
function beforeMidnight(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}

function Withdrawal({ proposal }: { proposal: Proposal }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useOwnRole();
  const [isSure, setSure] = useState(false);
  const [isBusy, doing] = useBusy();
  const isOpen = isOpenProposal(proposal.state);
  if (!isOpen || own?.role !== 'coordinator' || own.association !== proposal.association) return null;
  const withdraw = () => (isSure ? void doing(() => store.getState().withdraw()) : setSure(true));
  return (
    <Button className="button" data-busy={isBusy} onPress={withdraw}>
      {t(isSure ? 'proposal.withdraw.sure' : 'proposal.withdraw')}
    </Button>
  );
}
