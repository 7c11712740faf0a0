import type { MissingVillage, VillageId } from '@nitaq/core';
import { useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { SettlementForm } from './settlement-form.tsx';

const NO_CENTRE = 'none';
/** So exactly the service keeps where a report is from. */
const ROUGHLY_M = 100;

/** Adding a reported village to those that are known. */
export function AddVillageForm({ missing }: { missing: MissingVillage }) {
  const { t, name: nameOf, distance } = useWords();
  const area = useArea();
  const isArabic = /\p{Script=Arabic}/u.test(missing.name);
  const [ar, setAr] = useState(isArabic ? missing.name : '');
  const [en, setEn] = useState(isArabic ? '' : missing.name);
  const [centre, setCentre] = useState<VillageId | null>(null);
  const centres = area?.villages.filter(({ kind }) => kind !== 'village') ?? [];
  const { location } = missing;
  return (
    <SettlementForm
      missing={missing}
      label={t('missing.add.of', { name: missing.name })}
      save={t('missing.add.save')}
      settlement={() => ({
        answer: 'village',
        village: { name: { ar: ar.trim(), en: en.trim() }, centre, location },
      })}
    >
      <TextEntry label={t('missing.add.ar')} autoComplete="off" maxLength={100} value={ar} onChange={setAr} />
      <TextEntry label={t('missing.add.en')} autoComplete="off" maxLength={100} value={en} onChange={setEn} />
      <Select
        className="field"
        value={centre ?? NO_CENTRE}
        onChange={(id) => setCentre(centres.find((one) => one.id === id)?.id ?? null)}
      >
        <Label>{t('missing.add.centre')}</Label>
        <Button className="select-button need-reader">
          <SelectValue />
          <Icon name="down" />
        </Button>
        <Popover className="popover">
          <ListBox className="choices">
            <ListBoxItem id={NO_CENTRE} className="choice" textValue={t('missing.add.centre.none')}>
              {t('missing.add.centre.none')}
            </ListBoxItem>
            {centres.map((one) => (
              <ListBoxItem key={one.id} id={one.id} className="choice" textValue={nameOf(one.name)}>
                <bdi>{nameOf(one.name)}</bdi>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
      <p className="quiet">
        {location === null
          ? t('missing.add.nowhere')
          : t('missing.add.at', { distance: distance(ROUGHLY_M) })}
      </p>
    </SettlementForm>
  );
}
