import type { ProposalState } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { isAwaited } from '../../state/awaited.ts';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ProposalChip } from './proposal-chip.tsx';

const ANSWERED: ReadonlySet<ProposalState> = new Set(['open', 'objected', 'agreed']);

/** The proposals of the area, for those who may see them. */
export function ProposalList() {
  const { t, name } = useWords();
  const store = useAppStore();
  const proposals = useApp((state) => state.proposals);
  const own = useOwnRole();
  if (proposals === null) return null;
  return (
    <Section title={t('proposals.title')} count={proposals.length}>
      {proposals.length === 0 && <p className="quiet">{t('proposals.none')}</p>}
      <ShortList items={proposals} keyOf={({ id }) => id}>
        {({ id, title, state, standings }) => (
          <Button className="row-button proposal-row" onPress={() => void store.getState().showProposal(id)}>
            <bdi>{name(title)}</bdi>
            <span className="row-marks">
              {ANSWERED.has(state) && isAwaited(standings, own) && (
                <span className="chip">{t('proposals.awaited')}</span>
              )}
              <ProposalChip state={state} />
            </span>
          </Button>
        )}
      </ShortList>
    </Section>
  );
}
