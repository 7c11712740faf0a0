import { type AssociationId, type Compactness, distanceBetweenM } from '@nitaq/core';
import { useDeferredValue, useMemo } from 'react';
import { knownShape, shapeOf } from '../../state/territory-shapes.ts';
import { useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** How far the villages of the drawn territory are from its seat, and whether it hangs together; for information. */
export function TerritoryFigures({ association }: { association: AssociationId }) {
  const { t, distance } = useWords();
  const plan = usePlan();
  const { covered, farthestM } = useVillageFigures(association);
  const drawn = plan?.territories.features.find(({ id }) => id === association)?.geometry ?? null;
  const isKnown = drawn !== null && knownShape(drawn) !== null;
  // The hand goes first: what its shape is called follows when there is time, where it is not known already.
  const later = useDeferredValue(isKnown ? null : drawn);
  const geometry = isKnown ? drawn : later;
  const shape = geometry && shapeOf(geometry);
  if (!shape) return null;
  return (
    <ul className="row-figures territory-figures">
      <li>{t('count.villages', { count: covered })}</li>
      {farthestM !== null && <li>{t('figures.farthest', { distance: distance(farthestM) })}</li>}
      <li>{t('figures.parts', { count: shape.parts })}</li>
      {shape.compactness && <li>{t(`figures.shape.${nameOf(shape.compactness)}`)}</li>}
    </ul>
  );
}

/** Whose a village is the report says already, and says anew only when one changes hands. */
function useVillageFigures(association: AssociationId): { covered: number; farthestM: number | null } {
  const area = useArea();
  const statuses = usePlan()?.coverage.villages;
  return useMemo(() => {
    const own = new Set(
      statuses?.filter(({ associations }) => associations.includes(association)).map(({ id }) => id),
    );
    const seat = area?.associations.find(({ id }) => id === association)?.seat.location;
    const distancesM = (area?.villages ?? []).flatMap(({ id, location }) =>
      seat && location && own.has(id) ? [distanceBetweenM(seat, location)] : [],
    );
    return { covered: own.size, farthestM: distancesM.length > 0 ? Math.max(...distancesM) : null };
  }, [area, statuses, association]);
}

/** How much of the smallest circle around a shape it fills, at least, to be called so; what fills less is ragged. */
const SHAPES = [
  ['round', 0.55],
  ['compact', 0.4],
  ['long', 0.25],
] as const;

function nameOf({ reock }: Compactness): 'round' | 'compact' | 'long' | 'ragged' {
  return SHAPES.find(([, least]) => reock >= least)?.[0] ?? 'ragged';
}
