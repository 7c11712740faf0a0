import { type CoverageMap, createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { boxOf } from '../geometry/grid.ts';
import { claimsInTwoPlans, twoPlansInOne } from '../geometry/two-plans.ts';
import type { MultiPolygon, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { type Handover, isStandstill, type PlansToCompare } from './handover.ts';

export interface BothPlans {
  /** Each place within the area lies in a face of the map, whoever claims it. */
  readonly map: CoverageMap;
  /** What happens on a face or cell of the map; null where nothing does, or it lies beyond the area. */
  readonly handoverOf: (place: { readonly associations: readonly AssociationId[] }) => Handover | null;
}

/**
 * Two owners of the whole ground: so every place has several claimants, and the map keeps its face. With a colon they
 * are no slugs, so nobody's.
 */
const GROUND = [':ground-1', ':ground-2'] as AssociationId[];

/** One coverage map of two plans, on which each association counts once for each plan. */
export function mapBothPlans({ boundary, before, after }: PlansToCompare): BothPlans {
  const claims = twoPlansInOne(before, after);
  const ground = boundary ?? boxAround(claims);
  const owners = GROUND.map((association): Territory => ({ association, geometry: ground }));
  const map = createCoverageMap({ boundary, territories: [...owners, ...claims] });
  return {
    map,
    handoverOf: ({ associations }) => {
      if (!GROUND.some((owner) => associations.includes(owner))) return null;
      const handover = claimsInTwoPlans(associations);
      return isStandstill(handover) ? null : handover;
    },
  };
}

function boxAround(territories: readonly Territory[]): MultiPolygon {
  const numbers = territories.flatMap(({ geometry }) => geometry.coordinates.flat(3));
  if (numbers.length === 0) return { type: 'MultiPolygon', coordinates: [] };
  const { minX, minY, maxX, maxY } = boxOf(numbers);
  const ring: Ring = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
    [minX, minY],
  ];
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}
