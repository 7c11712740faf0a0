import { type CoverageFace, outlineOf } from '../geometry/coverage-map/coverage-face.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import type { MultiPolygon, Polygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { type MappedPlans, mapPlans } from './map-plans.ts';

/** All ground of an area that these claim now, and others, more or fewer claimed before. */
export interface MovedGround {
  /** In the order of the ids. */
  readonly associations: readonly AssociationId[];
  readonly geometry: MultiPolygon;
}

/** Says which ground has other claimants in one plan than in another. Errors: `TooManyCrossingsError`. */
export type LiveGround = (before: readonly Territory[], now: readonly Territory[]) => MovedGround[];

interface Followed extends MappedPlans {
  /** The territories of both plans as they were told last. */
  told: readonly ReadonlyMap<AssociationId, MultiPolygon>[];
  /** The faces that have other claimants now. */
  readonly moved: Map<CoverageFace, readonly AssociationId[]>;
}

/**
 * Follows what a hand that draws moves in an area: each time only what changed since the last time is worked out anew.
 * Territories are the same while their geometry is the same object.
 */
export function followGround(boundary: MultiPolygon | null): LiveGround {
  let followed: Followed | null = null;
  return (before, now) => {
    const known: Followed = followed ?? {
      ...mapPlans(boundary, [before, now]),
      told: [before, now].map(byAssociation),
      moved: new Map(),
    };
    const isFirst = followed === null;
    // Where the map cannot be brought up to date, the next question begins with a new one.
    followed = null;
    const { map, moved, claimsOf } = known;
    const told = [before, now].map(byAssociation);
    const { appeared, disappeared } = isFirst
      ? { appeared: map.faces, disappeared: [] }
      : map.update(changesBetween(known, told));
    for (const face of disappeared) moved.delete(face);
    for (const face of appeared) {
      const [were = [], are = []] = claimsOf(face) ?? [];
      if (were.join(' ') !== are.join(' ')) moved.set(face, are);
    }
    followed = { ...known, told };
    return groundIn(known);
  };
}

function byAssociation(territories: readonly Territory[]): ReadonlyMap<AssociationId, MultiPolygon> {
  return new Map(territories.map(({ association, geometry }) => [association, geometry]));
}

function changesBetween({ told, idIn }: Followed, now: Followed['told']) {
  return now.flatMap((territories, plan) => {
    const before = told[plan] ?? new Map<AssociationId, MultiPolygon>();
    return [...new Set([...before.keys(), ...territories.keys()])]
      .filter((association) => before.get(association) !== territories.get(association))
      .map((association) => ({
        association: idIn(plan, association),
        geometry: territories.get(association) ?? null,
      }));
  });
}

function groundIn({ map, moved }: Followed): MovedGround[] {
  const byClaimants = Map.groupBy(moved, ([, claimants]) => claimants.join(' '));
  return [...byClaimants.values()].flatMap((faces) => {
    const polygons = faces.flatMap(([face]) => outlineOf(face, map.grid) ?? []);
    return polygons.length === 0 ? [] : [{ associations: faces[0]?.[1] ?? [], geometry: united(polygons) }];
  });
}

/** Without the borders between them. */
function united(polygons: readonly Polygon[]): MultiPolygon {
  const geometry: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: polygons.map(({ coordinates }) => coordinates),
  };
  if (polygons.length === 1) return geometry;
  const territories = [{ association: 'ground' as AssociationId, geometry }];
  const map = createCoverageMap({ boundary: null, territories, steps: POSITION_STEPS });
  return map.outlineOf(({ associations }) => associations.length > 0);
}
