import { memo, useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { AreaData } from '../../state/app-state.ts';
import { villagesNeedingLocation } from '../../state/summary.ts';
import { PlaceButtons } from '../places/place-buttons.tsx';
import { Section, ShortList } from '../section.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Villages known by name only, each with the ways to put it on the map. */
export const UnlocatedList = memo(function UnlocatedList({ area }: { area: AreaData }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const writable = useMay('village.place');
  const villages = useMemo(() => villagesNeedingLocation(area), [area]);
  return (
    <Section title={t('unlocated.title')} count={villages.length}>
      <p className="quiet">{t(villages.length === 0 ? 'unlocated.none' : 'unlocated.text')}</p>
      {villages.length > 0 && !writable && <p className="quiet">{t('unlocated.readonly')}</p>}
      <ShortList items={villages} keyOf={(village) => village.id}>
        {(village) => (
          <div className="unlocated-row">
            <Button
              className="text-button"
              onPress={() => void store.getState().select({ kind: 'village', id: village.id })}
            >
              <bdi>{name(village.name)}</bdi>
            </Button>
            <PlaceButtons target={{ kind: 'village', id: village.id }} name={name(village.name)} />
          </div>
        )}
      </ShortList>
    </Section>
  );
});
