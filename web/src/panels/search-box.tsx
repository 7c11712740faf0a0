import type { Position, Village } from '@nitaq/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { parsePair } from '../state/coordinates.ts';
import type { Selection } from '../state/selection.ts';
import { findVillages, indexVillages } from '../state/village-search.ts';
import { Icon } from './icons.tsx';
import { positionText } from './places/position-words.ts';
import { useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

const SHOWN = 12;
const NO_VILLAGES: readonly Village[] = [];

export interface SearchBoxProps {
  readonly autoFocus?: boolean;
  readonly onClose?: () => void;
}

/** What can be gone to. */
interface Found {
  readonly id: string;
  readonly place: { readonly village: Village } | { readonly at: Position };
}

/**
 * Villages by name, in Arabic or Latin letters; those without a location are found too. Two coordinates are a place.
 */
export function SearchBox({ autoFocus = false, onClose }: SearchBoxProps) {
  const { t } = useWords();
  const store = useAppStore();
  const villages = useArea()?.villages ?? NO_VILLAGES;
  const index = useMemo(() => indexVillages(villages), [villages]);
  const field = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const found = useMemo((): readonly Found[] => {
    const at = parsePair(wanted);
    if (at) return [{ id: String(at), place: { at } }];
    return findVillages(index, wanted, SHOWN).map((village) => ({ id: village.id, place: { village } }));
  }, [index, wanted]);
  const [round, setRound] = useState(0);
  const [open, setOpen] = useState(false);
  const startAnew = () => {
    setWanted('');
    setOpen(false);
    setRound(round + 1);
  };
  const choose = ({ place }: Found) => {
    startAnew();
    onClose?.();
    const chosen: Selection =
      'at' in place ? { kind: 'point', at: place.at } : { kind: 'village', id: place.village.id };
    void store.getState().select(chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = found;
    // Who types a name and presses Enter means the first that was found, unless the arrows chose another.
    const hasChosen = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && first && wanted.trim() !== '' && !hasChosen) choose(first);
    else onEscape(event);
  };
  // The first Escape closes the list, the next clears the field, one more leaves a search that can be left.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (!open && wanted === '' && !onClose)) return;
    event.preventDefault();
    if (open) return;
    if (wanted === '') onClose?.();
    else startAnew();
  };
  return (
    // A new field after each choice and when cleared: closed and empty, and still where the keyboard is.
    <ComboBox
      key={round}
      className="search-box"
      aria-label={t('search.label')}
      items={found}
      inputValue={wanted}
      onInputChange={setWanted}
      value={null}
      onChange={(key) => {
        const one = found.find(({ id }) => id === key);
        if (one) choose(one);
      }}
      onOpenChange={setOpen}
      // Without it, Escape and leaving the field open the list again: nothing chosen would have to mean no text.
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={autoFocus || round > 0}
    >
      <div className="search-field" ref={field}>
        <Icon name="search" />
        <Input className="search-input" placeholder={t('search.placeholder')} onKeyDown={onKeyDown} />
        {onClose && (
          <Button className="icon-button" slot={null} aria-label={t('search.close')} onPress={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <Popover className="popover" data-kind="search" triggerRef={field} offset={6}>
        <ListBox<Found>
          className="choices"
          renderEmptyState={() => wanted.trim() !== '' && <p className="choices-empty">{t('search.none')}</p>}
        >
          {({ id, place }) =>
            'at' in place ? <FoundPlace id={id} at={place.at} /> : <FoundVillage village={place.village} />
          }
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function FoundPlace({ id, at }: { id: string; at: Position }) {
  const words = useWords();
  const text = positionText(at, words);
  return (
    <ListBoxItem id={id} className="choice" textValue={text}>
      <span className="found-names">
        <bdi className="found-name">{text}</bdi>
        <span className="found-other">{words.t('search.place')}</span>
      </span>
    </ListBoxItem>
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
