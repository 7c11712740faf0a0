import { type AssociationId, type Compactness, territoryMetrics } from '@nitaq/core';
import { useDeferredValue, useMemo } from 'react';
import { useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How far the villages of the drawn territory are from its seat, and whether it hangs together; for information. */
export function TerritoryFigures({ association }: { association: AssociationId }) {
  const { t, distance } = useWords();
  const area = useArea();
  const drawn = usePlan()?.territories.features.find(({ id }) => id === association)?.geometry ?? null;
  // The hand goes first: these figures follow when there is time.
  const geometry = useDeferredValue(drawn);
  const metrics = useMemo(() => {
    const owner = area?.associations.find(({ id }) => id === association);
    if (!area || !owner || !geometry) return null;
    return territoryMetrics({
      territory: { association, geometry },
      seat: owner.seat.location,
      capacity: owner.capacity,
      villages: area.villages.map(({ location }) => ({ location, need: null })),
    });
  }, [area, association, geometry]);
  if (!metrics) return null;
  const { seatDistances, parts, compactness } = metrics;
  return (
    <ul className="row-figures territory-figures">
      <li>{t('count.villages', { count: metrics.villages.covered })}</li>
      {seatDistances && (
        <li>{t('figures.farthest', { distance: distance(seatDistances.farthestKm * 1000) })}</li>
      )}
      <li>{t('figures.parts', { count: parts })}</li>
      {compactness && <li>{t(`figures.shape.${shapeOf(compactness)}`)}</li>}
    </ul>
  );
}

/** How much of the smallest circle around a shape it fills, at least, to be called so; what fills less is ragged. */
const SHAPES = [
  ['round', 0.55],
  ['compact', 0.4],
  ['long', 0.25],
] as const;

function shapeOf({ reock }: Compactness): 'round' | 'compact' | 'long' | 'ragged' {
  return SHAPES.find(([, least]) => reock >= least)?.[0] ?? 'ragged';
}
