import type { Village } from '@nitaq/core';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { thingsOf } from '../../state/neighbours.ts';
import { Icon } from '../icons.tsx';
import { useApp, useArea } from '../use-app.ts';
import { useVillageName } from '../use-names.ts';
import { VillageEntry } from '../village-entry.tsx';
import { useWords } from '../words.tsx';
import type { DraftFieldsProps } from './draft-fields.ts';

const NONE: readonly Village[] = [];

/** The villages that an initiative is for: found by name, one after the other; also those of areas that take part. */
export function VillageFields({ draft: { villages, partners }, change }: DraftFieldsProps) {
  const { t } = useWords();
  const called = useVillageName();
  const own = useArea()?.villages ?? NONE;
  const neighbours = useApp((state) => state.neighbours);
  const [hasAdded, setAdded] = useState(false);
  const offered = useMemo(() => {
    const offeredThere = neighbours
      .map(thingsOf)
      .filter(({ associations }) => associations.some(({ id }) => partners.includes(id)))
      .flatMap((theirs) => theirs.villages);
    return [...own, ...offeredThere].filter(({ id }) => !villages.includes(id));
  }, [own, neighbours, partners, villages]);
  return (
    <fieldset className="initiative-set">
      <legend>{t('initiatives.form.villages')}</legend>
      <ul className="initiative-villages">
        {villages.map((id) => (
          <li key={id} className="initiative-village">
            <bdi>{called(id)}</bdi>
            <Button
              className="icon-button"
              aria-label={t('initiatives.form.village.remove', { name: called(id) })}
              onPress={() => change({ villages: villages.filter((one) => one !== id) })}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      <VillageEntry
        // Another field for the next village: the old one would open its list again as it empties.
        key={villages.length}
        label={t('initiatives.form.village.add')}
        villages={offered}
        value={null}
        autoFocus={hasAdded}
        onChange={(id) => {
          if (id === null) return;
          change({ villages: [...villages, id] });
          setAdded(true);
        }}
      />
    </fieldset>
  );
}
