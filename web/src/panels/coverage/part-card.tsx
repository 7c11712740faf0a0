import type { AssociationId } from '@nitaq/core';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { borderNeighbours } from '../../state/border-neighbours.ts';
import { partNow } from '../../state/detached-parts.ts';
import { positionIn } from '../../state/position-in.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { VillagePills } from '../drawing/village-pills.tsx';
import { focusMap } from '../focus.ts';
import { OrphansIn } from '../need/orphans-in.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useSettledTerritories } from '../use-settled-territories.ts';
import { useWords } from '../words.tsx';
import { AssociationName, FaceBadge } from './badges.tsx';

/** A part of a territory that lies apart from its seat: how large it is, its villages, and whom it can be given to. */
export function PartCard({ id }: { id: string }) {
  const words = useWords();
  const { t } = words;
  const area = useArea();
  const territories = useSettledTerritories();
  const store = useAppStore();
  const part = useApp((state) => partNow(state, id));
  const isDrawing = useApp((state) => state.editing !== null);
  const neighbours = useMemo(
    () =>
      part && territories
        ? borderNeighbours(part.geometry, territories).filter((neighbour) => neighbour !== part.association)
        : [],
    [part, territories],
  );
  if (!area || !part) return <p className="quiet">{t('answer.gone')}</p>;
  const { association: from, geometry, villages, areaKm2 } = part;
  const [rings = []] = geometry.coordinates;
  const give = (into: AssociationId) => {
    const at = positionIn({ type: 'Polygon', coordinates: rings });
    if (!store.getState().edit({ kind: 'merge-territories', from, into, part: at })) return;
    focusMap();
    store.getState().clearSelection();
  };
  return (
    <>
      <p className="card-kind">
        <FaceBadge kind="sliver" />
        {t('part.kind')}
      </p>
      <h2 className="card-title">{t('part.title', { association: seatNames([from], area, words) })}</h2>
      <p className="card-figures">
        <span>{t('count.villages', { count: villages.length })}</span>
        <OrphansIn villages={villages} />
        <span>{words.area(areaKm2)}</span>
      </p>
      {isDrawing && neighbours.length > 0 && (
        <>
          <h3 className="card-label">{t('part.give')}</h3>
          <ul className="card-list">
            {neighbours.map((neighbour) => (
              <li key={neighbour}>
                <Button className="button" onPress={() => give(neighbour)}>
                  <AssociationName id={neighbour} />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <VillagePills ids={villages} />
    </>
  );
}
