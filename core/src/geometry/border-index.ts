import Flatbush from 'flatbush';
import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { BoxCells } from './box-cells.ts';
import { nearerOf, nearestOnEdge, type TerritoryDistance } from './distance.ts';
import { type DegreeLengths, degreeLengthsAt, distanceBetweenM } from './ellipsoid.ts';

export interface BorderIndex {
  /** As `nearestTerritory`, of a position that lies in none of them. */
  nearest(position: Position): TerritoryDistance | null;
  /** As `bordersWithin`, of a position that lies in those alone that cover it. */
  within(
    position: Position,
    limit: { readonly covering: readonly AssociationId[]; readonly limitM: number },
  ): TerritoryDistance | null;
}

/** What the plane around a position and the ellipsoid make of a distance differs by less than this. */
const MARGIN = 1.1;
const FIRST_REACH_M = 2_000;
const WIDER = 2;
/** Around the Earth. */
const EVERYWHERE_M = 41_000_000;

/** An index of the edges of territories, to ask again and again which one is near. */
export function indexBorders(territories: readonly Territory[]): BorderIndex {
  const associations = [...new Set(territories.map(({ association }) => association))];
  const edges = territories.flatMap(({ association, geometry }) =>
    geometry.coordinates
      .flat()
      .flatMap((ring) => ring.slice(1).map((to, i) => ({ association, from: ring[i] ?? to, to }))),
  );
  if (edges.length === 0) return { nearest: () => null, within: () => null };
  const numbers = new Map(associations.map((association, i) => [association, i]));
  const owners = Int32Array.from(edges, ({ association }) => numbers.get(association) ?? 0);
  const ends = Float64Array.from(edges.flatMap(({ from, to }) => [from[0], from[1], to[0], to[1]]));
  const boxes = Float64Array.from(edges.flatMap(({ from, to }) => boxOf(from, to)));
  // Of the few edges around most places a grid knows at once; where there are many, or they are far away, a tree.
  const cells = new BoxCells(boxes);
  const tree = new Flatbush(edges.length);
  for (const { from, to } of edges) tree.add(...boxOf(from, to));
  tree.finish();

  // The nearest edge that was found of each association, and the square of its distance; between questions nothing.
  const nearestEdge = new Int32Array(associations.length);
  const least = new Float64Array(associations.length).fill(Infinity);
  const found: number[] = [];

  /** As `squaredLength` to what `nearestOnEdge` finds, without making a place of it. */
  function squaredTo(edge: number, [x, y]: Position, { longitudeM, latitudeM }: DegreeLengths): number {
    const [fromX, fromY] = [ends[4 * edge] ?? 0, ends[4 * edge + 1] ?? 0];
    const [wide, high] = [(ends[4 * edge + 2] ?? 0) - fromX, (ends[4 * edge + 3] ?? 0) - fromY];
    const [ux, uy] = [wide * longitudeM, high * latitudeM];
    const length = ux * ux + uy * uy;
    const along = length === 0 ? 0 : ((x - fromX) * longitudeM * ux + (y - fromY) * latitudeM * uy) / length;
    const part = along < 0 ? 0 : along > 1 ? 1 : along;
    return ((fromX + part * wide - x) * longitudeM) ** 2 + ((fromY + part * high - y) * latitudeM) ** 2;
  }

  /** The nearest place of each territory with an edge within reach, but for those left out. */
  function inReach(position: Position, reachM: number, leftOut: readonly AssociationId[]) {
    const scale = degreeLengthsAt(position[1]);
    const [dLon, dLat] = [reachM / scale.longitudeM, reachM / scale.latitudeM];
    const [west, south] = [position[0] - dLon, position[1] - dLat];
    const [east, north] = [position[0] + dLon, position[1] + dLat];
    const count = cells.gather(west, south, east, north);
    if (count === 0) return null;
    const consider = (edge: number): boolean => {
      const owner = owners[edge] ?? 0;
      const before = least[owner] ?? Infinity;
      const squared = squaredTo(edge, position, scale);
      if (squared < before) {
        if (before === Infinity) found.push(owner);
        least[owner] = squared;
        nearestEdge[owner] = edge;
      }
      // What is found is kept here already.
      return false;
    };
    if (count < 0) tree.search(west, south, east, north, consider);
    else for (let i = 0; i < count; i++) consider(cells.gathered[i] ?? -1);
    let nearest: TerritoryDistance | null = null;
    for (const owner of found) {
      least[owner] = Infinity;
      const edge = edges[nearestEdge[owner] ?? -1];
      if (edge === undefined || leftOut.includes(edge.association)) continue;
      const distanceM = distanceBetweenM(position, nearestOnEdge(position, edge.from, edge.to, scale));
      nearest = nearerOf(nearest, { association: edge.association, distanceM });
    }
    found.length = 0;
    return nearest;
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

function boxOf(from: Position, to: Position): [number, number, number, number] {
  return [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
}
