import { type CoverageMap, createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { boxOf } from '../geometry/grid.ts';
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

/** Two owners of the whole ground: so every place has several claimants, and the map keeps its face. */
const GROUND = ['ground-1', 'ground-2'];

/** One coverage map of two plans: each association counts twice, under an id for each plan that no association has. */
export function mapBothPlans({ boundary, before, after }: PlansToCompare): BothPlans {
  const originals = new Map<AssociationId, AssociationId>();
  const renamed = (territories: readonly Territory[], prefix: string): Territory[] =>
    territories.map(({ association, geometry }) => {
      // With a colon it is no slug, so it is nobody's.
      const alias = `${prefix}:${association}` as AssociationId;
      originals.set(alias, association);
      return { association: alias, geometry };
    });
  const claims = [...renamed(before, 'before'), ...renamed(after, 'after')];
  const ground = boundary ?? boxAround(claims);
  const owners = GROUND.map(
    (id): Territory => ({ association: `:${id}` as AssociationId, geometry: ground }),
  );
  const map = createCoverageMap({ boundary, territories: [...owners, ...claims] });

  const claimants = (associations: readonly AssociationId[], prefix: string): AssociationId[] =>
    associations.filter((alias) => alias.startsWith(prefix)).flatMap((alias) => originals.get(alias) ?? []);
  return {
    map,
    handoverOf: ({ associations }) => {
      if (!associations.some((alias) => alias.startsWith(':'))) return null;
      const handover = {
        before: claimants(associations, 'before'),
        after: claimants(associations, 'after'),
      };
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
