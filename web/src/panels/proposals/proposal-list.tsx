import { Button } from 'react-aria-components';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ProposalChip } from './proposal-chip.tsx';

/** The proposals of the area, for those who may see them. */
export function ProposalList() {
  const { t, name } = useWords();
  const store = useAppStore();
  const proposals = useApp((state) => state.proposals);
  if (proposals === null) return null;
  return (
    <Section title={t('proposals.title')} count={proposals.length}>
      {proposals.length === 0 && <p className="quiet">{t('proposals.none')}</p>}
      <ShortList items={proposals} keyOf={({ id }) => id}>
        {({ id, title, state }) => (
          <Button className="row-button proposal-row" onPress={() => void store.getState().showProposal(id)}>
            <bdi>{name(title)}</bdi>
            <ProposalChip state={state} />
          </Button>
        )}
      </ShortList>
    </Section>
  );
}
