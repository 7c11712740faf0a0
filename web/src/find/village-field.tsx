import type { VillageFound } from '@nitaq/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useFindWords } from './find-words.tsx';
import { isTyped, type Search } from './use-search.ts';

interface VillageFieldProps {
  readonly text: string;
  readonly search: Search;
  readonly onType: (text: string) => void;
  readonly onChoose: (found: VillageFound) => void;
}

/** The one field of the page: a combobox with its list (WAI-ARIA 1.2), which arrows, Enter and Escape drive. */
export function VillageField({ text, search, onType, onChoose }: VillageFieldProps) {
  const { t } = useFindWords();
  const [active, setActive] = useState(-1);
  const [list, field] = [useId(), useId()];
  const { found } = search;
  const type = (typed: string) => {
    setActive(-1);
    onType(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(found.length === 0 ? -1 : (active + step + found.length) % found.length);
    }
    const chosen = found[Math.max(active, 0)];
    if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    if (event.key === 'Escape') type('');
  };
  return (
    <div className="find-field">
      <label htmlFor={field}>{t('find.label')}</label>
      <input
        id={field}
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${list}-${active}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        dir="auto"
        maxLength={100}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="find-quiet" role="status">
        {statusOf(search, t)}
      </p>
      <div id={list} role="listbox" aria-label={t('find.label')} className="find-list">
        {found.map((one, index) => (
          <Choice
            key={`${one.area} ${one.village.id}`}
            id={`${list}-${index}`}
            found={one}
            isActive={index === active}
            onChoose={() => onChoose(one)}
          />
        ))}
      </div>
    </div>
  );
}

function statusOf(search: Search, t: ReturnType<typeof useFindWords>['t']): string {
  switch (search.status) {
    case 'idle':
      return '';
    case 'searching':
      return t('find.searching');
    case 'failed':
      return t('find.failed');
    case 'found':
      if (search.found.length > 0) return t('find.results', { count: search.found.length });
      return isTyped(search.name) ? t('find.none', { name: search.name }) : t('find.more');
  }
}

interface ChoiceProps {
  readonly id: string;
  readonly found: VillageFound;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, found: { village, match, centre, distanceKm }, isActive, onChoose }: ChoiceProps) {
  const { t, name, distance, language } = useFindWords();
  const other = village.name[language === 'ar' ? 'en' : 'ar'];
  const isNamed = [village.name.ar, village.name.en].includes(match.name);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys, as the combobox pattern asks.
    <div id={id} role="option" aria-selected={isActive} tabIndex={-1} onClick={onChoose}>
      <span className="find-choice">
        <strong>{name(village.name)}</strong> <bdi className="find-quiet">{other}</bdi>
      </span>
      <span className="find-quiet">
        {[
          ...(isNamed ? [] : [t('find.alias', { name: match.name })]),
          ...(centre ? [t('find.centre', { centre: name(centre) })] : []),
          ...(distanceKm === null ? [] : [t('find.away', { distance: distance(distanceKm * 1000) })]),
        ].join(' · ')}
      </span>
    </div>
  );
}
