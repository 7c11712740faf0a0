import type { MissingVillage, VillageId } from '@nitaq/core';
import { useState } from 'react';
import { TextEntry } from '../proposals/text-entry.tsx';
import { SelectEntry } from '../select-entry.tsx';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { SettlementForm } from './settlement-form.tsx';

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
      <SelectEntry
        label={t('missing.add.centre')}
        none={t('missing.add.centre.none')}
        value={centre}
        choices={centres.map((one) => ({ value: one.id, text: nameOf(one.name) }))}
        onChange={setCentre}
      />
      <p className="quiet">
        {location === null
          ? t('missing.add.nowhere')
          : t('missing.add.at', { distance: distance(ROUGHLY_M) })}
      </p>
    </SettlementForm>
  );
}
