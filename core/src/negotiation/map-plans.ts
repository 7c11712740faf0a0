import type { Cell } from '../geometry/coverage-map/cells.ts';
import { type CoverageMap, createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { boxOf } from '../geometry/grid.ts';
import type { MultiPolygon, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

export interface MappedPlans {
  /** Each place within the area lies in a face of the map, whoever claims it. */
  readonly map: CoverageMap;
  /** Who claims a face or cell of the map in each plan, in the order of the ids; null beyond the area. */
  readonly claimsOf: (place: Pick<Cell, 'associations'>) => AssociationId[][] | null;
  /** As whom an association claims ground of the number-th plan on the map. */
  readonly idIn: (plan: number, association: AssociationId) => AssociationId;
}

/**
 * Two owners of the whole ground: so every place has several claimants, and the map keeps its face. With a colon they
 * are no slugs, so nobody's.
 */
const GROUND = ['ground:1', 'ground:2'] as AssociationId[];

/** One coverage map of several plans of an area, on which each association counts once for each plan. */
export function mapPlans(
  boundary: MultiPolygon | null,
  plans: readonly (readonly Territory[])[],
): MappedPlans {
  const claims = plans.flatMap((territories, plan) =>
    territories.map(
      ({ association, geometry }): Territory => ({
        association: idIn(plan, association),
        geometry,
      }),
    ),
  );
  const ground = boundary ?? boxAround(claims);
  const owners = GROUND.map((association): Territory => ({ association, geometry: ground }));
  return {
    map: createCoverageMap({ boundary, territories: [...owners, ...claims] }),
    claimsOf: ({ associations }) =>
      GROUND.some((owner) => associations.includes(owner))
        ? plans.map((_, plan) => namesIn(associations, prefixOf(plan)))
        : null,
    idIn,
  };
}

function idIn(plan: number, association: AssociationId): AssociationId {
  return `${prefixOf(plan)}${association}` as AssociationId;
}

function prefixOf(plan: number): string {
  return `plan:${plan}:`;
}

function namesIn(aliases: readonly AssociationId[], prefix: string): AssociationId[] {
  return aliases
    .filter((alias) => alias.startsWith(prefix))
    .map((alias) => alias.slice(prefix.length) as AssociationId);
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
