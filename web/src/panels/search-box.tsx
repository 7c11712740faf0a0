import type { Village } from '@nitaq/core';
import { useMemo, useRef, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findVillages, indexVillages } from '../state/village-search.ts';
import { Icon } from './icons.tsx';
import { useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

const SHOWN = 12;
const NO_VILLAGES: readonly Village[] = [];

export interface SearchBoxProps {
  readonly autoFocus?: boolean;
  readonly onClose?: () => void;
}

/** Villages by name, in Arabic or Latin letters; those without a location are found too. */
export function SearchBox({ autoFocus = false, onClose }: SearchBoxProps) {
  const { t } = useWords();
  const store = useAppStore();
  const villages = useArea()?.villages ?? NO_VILLAGES;
  const index = useMemo(() => indexVillages(villages), [villages]);
  const field = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const found = useMemo(() => findVillages(index, wanted, SHOWN), [index, wanted]);
  const [chosen, setChosen] = useState(0);
  const choose = (id: string) => {
    setWanted('');
    setChosen(chosen + 1);
    onClose?.();
    void store.getState().select({ kind: 'village', id });
  };
  return (
    // A new field after each choice: closed and empty, and still where the keyboard is.
    <ComboBox
      key={chosen}
      className="search-box"
      aria-label={t('search.label')}
      items={found}
      inputValue={wanted}
      onInputChange={setWanted}
      value={null}
      onChange={(key) => key !== null && choose(String(key))}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={autoFocus || chosen > 0}
    >
      <div className="search-field" ref={field}>
        <Icon name="search" />
        <Input className="search-input" placeholder={t('search.placeholder')} />
        {onClose && (
          <Button className="icon-button" slot={null} aria-label={t('search.close')} onPress={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <Popover className="popover" data-kind="search" triggerRef={field} offset={6}>
        <ListBox<Village>
          className="choices"
          renderEmptyState={() => wanted.trim() !== '' && <p className="choices-empty">{t('search.none')}</p>}
        >
          {(village) => <FoundVillage village={village} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function FoundVillage({ village }: { village: Village }) {
  const { t, name, language } = useWords();
  return (
    <ListBoxItem id={village.id} className="choice" textValue={name(village.name)}>
      <span className="found-names">
        <bdi className="found-name">{name(village.name)}</bdi>
        <bdi className="found-other">{village.name[language === 'ar' ? 'en' : 'ar']}</bdi>
      </span>
      <span className="choice-notes">
        {village.location === null ? (
          <span className="chip" data-state="unlocated">
            {t('search.unlocated')}
          </span>
        ) : (
          village.kind !== 'village' && <span className="found-kind">{t(`village.${village.kind}`)}</span>
        )}
      </span>
    </ListBoxItem>
  );
}
