import type { CoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { AssociationId } from '../model/ids.ts';
import { type Handover, isStandstill, type PlansToCompare } from './handover.ts';
import { mapPlans } from './map-plans.ts';

interface BothPlans {
  /** Each place within the area lies in a face of the map, whoever claims it. */
  readonly map: CoverageMap;
  /** What happens on a face or cell of the map; null where nothing does, or it lies beyond the area. */
  readonly handoverOf: (place: { readonly associations: readonly AssociationId[] }) => Handover | null;
}

/** One coverage map of two plans, on which each association counts once for each plan. */
export function mapBothPlans({
  boundary,
  before: old,
  after: anew,
}: Omit<PlansToCompare, 'villages'>): BothPlans {
  const { map, claimsOf } = mapPlans(boundary, [old, anew]);
  return {
    map,
    handoverOf: (place) => {
      const [before, after] = claimsOf(place) ?? [];
      if (before === undefined || after === undefined) return null;
      const handover = { before, after };
      return isStandstill(handover) ? null : handover;
    },
  };
}
