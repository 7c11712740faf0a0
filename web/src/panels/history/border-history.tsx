import type { Proposal } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { ProposalChip } from '../proposals/proposal-chip.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** What made a border run as it does: the proposals that came into force, why, and who signed them. */
export function BorderHistory({ enacted }: { enacted: readonly Proposal[] }) {
  const { t } = useWords();
  if (enacted.length === 0) return <p className="quiet">{t('history.border.none')}</p>;
  return (
    <section>
      <h3 className="small-title">{t('history.border.title')}</h3>
      <ol className="history-list">
        {enacted.map((proposal) => (
          <EnactedProposal key={proposal.id} proposal={proposal} />
        ))}
      </ol>
    </section>
  );
}

function EnactedProposal({ proposal }: { proposal: Proposal }) {
  const { t, name, day, list } = useWords();
  const store = useAppStore();
  const associations = useArea()?.associations ?? [];
  const nameOf = (id: string) => {
    const found = associations.find((one) => one.id === id);
    return found ? name(found.name) : id;
  };
  const signed = proposal.standings.filter(({ standing }) => standing === 'signed');
  const open = () => {
    void store.getState().showHistory(null);
    void store.getState().showProposal(proposal.id);
  };
  return (
    <li className="history-entry">
      <p>
        <bdi>{name(proposal.title)}</bdi> <ProposalChip state={proposal.state} />
      </p>
      <p className="proposal-reason">
        <bdi>{proposal.reason}</bdi>
      </p>
      {'inForceFrom' in proposal && (
        <p className="quiet">{t('history.border.from', { date: day(proposal.inForceFrom) })}</p>
      )}
      <p className="quiet">
        {t('history.border.by', {
          association: nameOf(proposal.association),
          names: list(signed.map(({ association }) => nameOf(association))),
        })}
      </p>
      <Button className="button" data-look="small" onPress={open}>
        {t('history.open.proposal')}
      </Button>
    </li>
  );
}
