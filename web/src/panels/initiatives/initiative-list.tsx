import { hasEnded, type Initiative, partiesOf } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { isAwaited } from '../../state/awaited.ts';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { Section, ShortList } from '../section.tsx';
import { SelectEntry } from '../select-entry.tsx';
import { useApp, useAppStore, useMay, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { CheckChoice } from './check-choice.tsx';
import { InitiativeChip } from './initiative-chip.tsx';

const FILTERS = ['all', 'open', 'own', 'off-track', 'ended'] as const;
type Filter = (typeof FILTERS)[number];

/** The joint initiatives of the area, for those who may see them, and the way to a new one. */
export function InitiativeList() {
  const { t } = useWords();
  const store = useAppStore();
  const initiatives = useApp((state) => state.initiatives);
  const isOnMap = useApp((state) => state.areInitiativesOnMap);
  const mayOpen = useMay('initiative.open');
  const own = useOwnRole()?.association ?? null;
  const problem = useApp((state) => state.initiativeProblem);
  const [filter, setFilter] = useState<Filter>('all');
  if (initiatives === null) return problem && <ProblemText problem={problem} />;
  const found = initiatives.filter((one) => isAsked(one, filter, own));
  return (
    <Section title={t('initiatives.title')} count={initiatives.length}>
      {initiatives.length === 0 ? (
        <p className="quiet">{t('initiatives.none')}</p>
      ) : (
        <FilterChoice value={filter} hasOwn={own !== null} onChange={setFilter} />
      )}
      {initiatives.length > 0 && found.length === 0 && <p className="quiet">{t('initiatives.none.found')}</p>}
      <ShortList items={found} keyOf={({ id }) => id}>
        {(initiative) => <InitiativeRow initiative={initiative} />}
      </ShortList>
      {problem && <ProblemText problem={problem} />}
      {initiatives.length > 0 && (
        <CheckChoice isSelected={isOnMap} onChange={(on) => store.getState().showInitiativesOnMap(on)}>
          {t('initiatives.onMap')}
        </CheckChoice>
      )}
      {mayOpen && (
        <Button className="button" onPress={() => store.getState().openInitiativeForm(null)}>
          <Icon name="plus" />
          {t('initiatives.new')}
        </Button>
      )}
    </Section>
  );
}

function InitiativeRow({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const store = useAppStore();
  const { id, content, state, troubles, standings } = initiative;
  const own = useOwnRole();
  return (
    <Button className="row-button proposal-row" onPress={() => void store.getState().showInitiative(id)}>
      <bdi>{content.title}</bdi>
      <span className="row-marks">
        {state === 'proposed' && isAwaited(standings, own) && (
          <span className="chip">{t('initiatives.awaited')}</span>
        )}
        {troubles.length > 0 && (
          <span className="initiative-off">
            <Icon name="warning" />
            {t('initiatives.offTrack')}
          </span>
        )}
        <InitiativeChip state={state} />
      </span>
    </Button>
  );
}

interface FilterChoiceProps {
  readonly value: Filter;
  readonly hasOwn: boolean;
  readonly onChange: (filter: Filter) => void;
}

function FilterChoice({ value, hasOwn, onChange }: FilterChoiceProps) {
  const { t } = useWords();
  const offered = FILTERS.filter((filter) => hasOwn || filter !== 'own');
  return (
    <SelectEntry
      label={t('initiatives.filter')}
      value={value}
      choices={offered.map((filter) => ({ value: filter, text: t(`initiatives.filter.${filter}`) }))}
      onChange={(filter) => onChange(filter ?? 'all')}
    />
  );
}

function isAsked({ state, content, troubles }: Initiative, filter: Filter, own: string | null): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return !hasEnded(state);
    case 'ended':
      return hasEnded(state);
    case 'off-track':
      return troubles.length > 0;
    case 'own':
      return partiesOf(content).some((party) => party === own);
  }
}
