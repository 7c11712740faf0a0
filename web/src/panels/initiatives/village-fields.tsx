import type { Village } from '@nitaq/core';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findVillages, indexVillages } from '../../state/village-search.ts';
import { Icon } from '../icons.tsx';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

const SHOWN = 8;
const NONE: readonly Village[] = [];

/** The villages that an initiative is for: found by name, one after the other. */
export function VillageFields({ draft: { villages }, change }: DraftFieldsProps) {
  const { t, name } = useWords();
  const all = useArea()?.villages ?? NONE;
  const index = useMemo(() => indexVillages(all), [all]);
  const [typed, setTyped] = useState('');
  const [hasAdded, setAdded] = useState(false);
  const offered = (typed.trim() === '' ? all : findVillages(index, typed, SHOWN + villages.length))
    .filter(({ id }) => !villages.includes(id))
    .slice(0, SHOWN);
  const choose = (id: unknown) => {
    const chosen = all.find((one) => one.id === id);
    if (!chosen) return;
    change({ villages: [...villages, chosen.id] });
    setTyped('');
    setAdded(true);
  };
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.villages')}</legend>
      <ul className="initiative-villages">
        {villages.map((id) => {
          const village = all.find((one) => one.id === id);
          const said = village ? name(village.name) : id;
          return (
            <li key={id} className="initiative-village">
              <bdi>{said}</bdi>
              <Button
                className="icon-button"
                aria-label={t('initiatives.form.village.remove', { name: said })}
                onPress={() => change({ villages: villages.filter((one) => one !== id) })}
              >
                <Icon name="close" />
              </Button>
            </li>
          );
        })}
      </ul>
      <ComboBox
        // Another field for the next village: the old one would open its list again as it empties.
        key={villages.length}
        className="field"
        autoFocus={hasAdded}
        items={offered}
        allowsEmptyCollection={false}
        inputValue={typed}
        value={null}
        onInputChange={setTyped}
        onChange={choose}
      >
        <Label>{t('initiatives.form.village.add')}</Label>
        <Input dir="auto" autoComplete="off" />
        <Popover className="popover missing-choices">
          <ListBox className="choices">
            {(one: Village) => (
              <ListBoxItem id={one.id} className="choice" textValue={name(one.name)}>
                <bdi>{name(one.name)}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </fieldset>
  );
}
