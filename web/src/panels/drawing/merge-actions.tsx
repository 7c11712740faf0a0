import type { AssociationId } from '@nitaq/core';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { borderNeighbours } from '../../state/border-neighbours.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { focusCard } from '../focus.ts';
import { useApp, useAppStore } from '../use-app.ts';
import { useSettledTerritories } from '../use-settled-territories.ts';
import { useWords } from '../words.tsx';

/** While a draft is drawn: the neighbours into whose territories this one can go as a whole, by one press. */
export function MergeActions({ from }: { from: AssociationId }) {
  const { t } = useWords();
  const store = useAppStore();
  const isDrawing = useApp((state) => state.editing !== null);
  const territories = useSettledTerritories();
  const neighbours = useMemo(() => {
    const ground = territories?.features.find(({ id }) => id === from)?.geometry;
    return ground && territories ? borderNeighbours(ground, territories).filter((id) => id !== from) : [];
  }, [territories, from]);
  if (!isDrawing || neighbours.length === 0) return null;
  return (
    <>
      <h3 className="card-label">{t('merge.into')}</h3>
      <ul className="card-list">
        {neighbours.map((into) => (
          <li key={into}>
            <Button
              className="button"
              onPress={() => {
                if (store.getState().edit({ kind: 'merge-territories', from, into })) focusCard();
              }}
            >
              <AssociationName id={into} />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
