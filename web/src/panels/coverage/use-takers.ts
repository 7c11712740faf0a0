import type { AssociationId, FaceFeature, SliverFeature } from '@nitaq/core';
import { useMemo } from 'react';
import { borderNeighbours } from '../../state/border-neighbours.ts';
import { useArea } from '../use-app.ts';
import { useSettledTerritories } from '../use-settled-territories.ts';

/** Up to here all associations are offered for a gap; of more, those beside it first. */
const FEW = 6;

interface Takers {
  readonly near: readonly AssociationId[];
  readonly far: readonly AssociationId[];
}

/** Who can have it: an overlap its claimants, a gap those beside it before all others. */
export function useTakers({ geometry, properties: { associations } }: FaceFeature | SliverFeature): Takers {
  const area = useArea();
  const territories = useSettledTerritories();
  return useMemo(() => {
    if (associations.length > 0 || !area || !territories) return { near: associations, far: [] };
    const beside = borderNeighbours(geometry, territories);
    const others = area.associations.map(({ id }) => id).filter((id) => !beside.includes(id));
    return beside.length + others.length <= FEW || beside.length === 0
      ? { near: [...beside, ...others], far: [] }
      : { near: beside, far: others };
  }, [geometry, associations, area, territories]);
}
