import type { MissingVillage, Village, VillageId } from '@nitaq/core';
import { useMemo, useState } from 'react';
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findVillages, indexVillages } from '../../state/village-search.ts';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { SettlementForm } from './settlement-form.tsx';

const SHOWN = 6;
const NONE: readonly Village[] = [];

/** That a reported name is another one of a village that is known. */
export function AliasForm({ missing }: { missing: MissingVillage }) {
  const { t, name: nameOf } = useWords();
  const villages = useArea()?.villages ?? NONE;
  const index = useMemo(() => indexVillages(villages), [villages]);
  const [typed, setTyped] = useState('');
  const [village, setVillage] = useState<VillageId | null>(null);
  const [isWrong, setWrong] = useState(false);
  const { name } = missing;
  // Before one types some villages show that there is a list.
  const found = typed.trim() === '' ? villages.slice(0, SHOWN) : findVillages(index, typed, SHOWN);
  const choose = (id: unknown) => {
    const chosen = villages.find((one) => one.id === id);
    setVillage(chosen?.id ?? null);
    if (chosen) setTyped(nameOf(chosen.name));
    setWrong(false);
  };
  return (
    <SettlementForm
      missing={missing}
      label={t('missing.alias.of', { name })}
      save={t('missing.alias.save')}
      settlement={() => {
        setWrong(village === null);
        return village === null ? null : { answer: 'alias', village, name };
      }}
    >
      <ComboBox
        className="field"
        menuTrigger="focus"
        items={found}
        allowsEmptyCollection={false}
        inputValue={typed}
        value={village}
        isInvalid={isWrong}
        onInputChange={setTyped}
        onChange={choose}
      >
        <Label>{t('missing.alias.village')}</Label>
        <Input dir="auto" autoComplete="off" />
        <FieldError className="problem">{t('missing.alias.wrong')}</FieldError>
        <Popover className="popover missing-choices">
          <ListBox className="choices">
            {(one: Village) => (
              <ListBoxItem id={one.id} className="choice" textValue={nameOf(one.name)}>
                <bdi>{nameOf(one.name)}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <p className="quiet">{t('missing.alias.hint', { name })}</p>
    </SettlementForm>
  );
}
