import type { VillageId } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The villages in what a card is about; each leads to its own card. */
export function VillagePills({ ids }: { ids: readonly VillageId[] }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const all = useArea()?.villages ?? [];
  const inside = all.filter((village) => ids.includes(village.id));
  if (inside.length === 0) return null;
  return (
    <>
      <h3 className="card-label">{t('face.villages')}</h3>
      <ul className="card-villages">
        {inside.map((village) => (
          <li key={village.id}>
            <Button
              className="pill"
              onPress={() => void store.getState().select({ kind: 'village', id: village.id })}
            >
              <bdi>{name(village.name)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
