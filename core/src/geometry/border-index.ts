import Flatbush from 'flatbush';
import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { nearestOf, nearestOnEdge, squaredLength, type TerritoryDistance } from './distance.ts';
import { degreeLengthsAt, distanceBetweenM } from './ellipsoid.ts';

export interface BorderIndex {
  /** As `nearestTerritory`, of a position that lies in none of them. */
  nearest(position: Position): TerritoryDistance | null;
  /** As `bordersWithin`, of a position that lies in those alone that cover it. */
  within(
    position: Position,
    limit: { readonly covering: readonly AssociationId[]; readonly limitM: number },
  ): TerritoryDistance | null;
}

interface Candidate {
  readonly squared: number;
  readonly place: Position;
}

/** What the plane around a position and the ellipsoid make of a distance differs by less than this. */
const MARGIN = 1.1;
const FIRST_REACH_M = 2_000;
const WIDER = 8;
/** Around the Earth. */
const EVERYWHERE_M = 41_000_000;

/** An index of the edges of territories, to ask again and again which one is near. */
export function indexBorders(territories: readonly Territory[]): BorderIndex {
  const edges = territories.flatMap((territory, owner) =>
    territory.geometry.coordinates
      .flat()
      .flatMap((ring) => ring.slice(1).map((to, i) => ({ owner, from: ring[i] ?? to, to }))),
  );
  if (edges.length === 0) return { nearest: () => null, within: () => null };
  const index = new Flatbush(edges.length);
  for (const { from, to } of edges) {
    index.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    );
  }
  index.finish();

  /** The nearest place of each territory with an edge within reach, but for those left out. */
  function inReach(position: Position, reachM: number, leftOut: readonly AssociationId[]) {
    const scale = degreeLengthsAt(position[1]);
    const [dLon, dLat] = [reachM / scale.longitudeM, reachM / scale.latitudeM];
    const found = new Map<AssociationId, Candidate>();
    const consider = (i: number): boolean => {
      const edge = edges[i];
      const association = territories[edge?.owner ?? -1]?.association;
      if (edge === undefined || association === undefined || leftOut.includes(association)) return false;
      const place = nearestOnEdge(position, edge.from, edge.to, scale);
      const squared = squaredLength(position, place, scale);
      if (squared < (found.get(association)?.squared ?? Infinity)) found.set(association, { squared, place });
      // What is found is kept here already.
      return false;
    };
    index.search(position[0] - dLon, position[1] - dLat, position[0] + dLon, position[1] + dLat, consider);
    return nearestOf(
      [...found].map(([association, { place }]) => ({
        association,
        distanceM: distanceBetweenM(position, place),
      })),
    );
  }

  return {
    nearest(position) {
      let reachM = FIRST_REACH_M;
      while (reachM < EVERYWHERE_M) {
        const found = inReach(position, reachM, []);
        // Another one may lie just beyond the box, and a little nearer.
        if (found !== null && found.distanceM * MARGIN <= reachM) return found;
        reachM = found === null ? reachM * WIDER : found.distanceM * MARGIN ** 2;
      }
      return inReach(position, Infinity, []);
    },
    within(position, { covering, limitM }) {
      const found = inReach(position, limitM * MARGIN, covering);
      return found !== null && found.distanceM <= limitM ? found : null;
    },
  };
}
