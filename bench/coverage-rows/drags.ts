import {
  type CoverageMap,
  createCoverageMap,
  type Position,
  snapPosition,
  type Territory,
} from '@nitaq/core';
import { type Random, seededRandom } from '../../core/test/generators/seeded-random.ts';
import type { Plan } from '../peers/peer.ts';

const DRAGS = 160;
const STEPS_EACH = 25;
/** A step of the pointer, as a share of the shorter edge at the vertex. */
const STEP_SHARE = 0.1;

/** A vertex that at least two territories share, and where it is in each of them. */
interface SharedVertex {
  readonly at: Position;
  readonly places: readonly VertexPlace[];
}

interface VertexPlace {
  readonly territory: number;
  readonly polygon: number;
  readonly ring: number;
  readonly index: number;
}

export interface DragTimes {
  /** Milliseconds of every update. */
  readonly updates: readonly number[];
  /** The largest difference in any cell's area between the updated map and one made afresh, m². */
  readonly worstM2: number;
}

/**
 * Drags random vertices of shared borders about, each in small steps, in all the territories that share it; what is
 * timed is the update of the coverage map alone.
 */
export function dragVertices({ boundary, territories: drawn }: Plan, seed: number): DragTimes {
  const random = seededRandom(seed);
  const territories = [...drawn];
  const map = createCoverageMap({ boundary, territories });
  const vertices = sharedVertices({ boundary, territories });
  const updates: number[] = [];
  for (let drag = 0; drag < DRAGS; drag++) {
    const picked = Math.floor(random() * vertices.length);
    // Each is dragged once only: afterwards it is elsewhere.
    const [vertex] = vertices.splice(picked, 1);
    if (vertex === undefined) break;
    for (const at of pathFrom(vertex, territories, random)) {
      const touched = new Set<number>();
      for (const place of vertex.places) {
        const territory = territories[place.territory];
        if (territory === undefined) continue;
        territories[place.territory] = withVertexAt(territory, place, at);
        touched.add(place.territory);
      }
      const changes = [...touched].flatMap((i) => territories[i] ?? []);
      // By the wall: the clock of the processor is too coarse for this.
      const begun = performance.now();
      map.update(changes);
      updates.push(performance.now() - begun);
    }
  }
  return { updates, worstM2: worstDifference(map, createCoverageMap({ boundary, territories })) };
}

/** Wanders off in small steps and turns a little at each. */
function pathFrom(
  { at, places }: SharedVertex,
  territories: readonly Territory[],
  random: Random,
): Position[] {
  const [place] = places;
  const ring = place && territories[place.territory]?.geometry.coordinates[place.polygon]?.[place.ring];
  if (!place || !ring) return [];
  const count = ring.length - 1;
  const neighbours = [ring[(place.index + count - 1) % count], ring[(place.index + 1) % count]];
  const step =
    STEP_SHARE * Math.min(...neighbours.map((one) => (one ? Math.hypot(one[0] - at[0], one[1] - at[1]) : 0)));
  let angle = 2 * Math.PI * random();
  let [x, y] = at;
  return Array.from({ length: STEPS_EACH }, () => {
    angle += random() - 0.5;
    x += step * Math.cos(angle);
    y += step * Math.sin(angle);
    return snapPosition([x, y]);
  });
}

function withVertexAt({ association, geometry }: Territory, place: VertexPlace, at: Position): Territory {
  const coordinates = geometry.coordinates.map((rings, polygon) =>
    polygon !== place.polygon
      ? rings
      : rings.map((ring, number) => {
          if (number !== place.ring) return ring;
          const moved = ring.with(place.index, at);
          return place.index === 0 ? moved.with(-1, at) : moved;
        }),
  );
  return { association, geometry: { type: 'MultiPolygon', coordinates } };
}

/** The vertices that two territories or more share and that do not lie on the boundary. */
function sharedVertices({ boundary, territories }: Plan): SharedVertex[] {
  const outer = new Set(boundary.coordinates.flat(2).map(String));
  const byPlace = new Map<string, { at: Position; places: VertexPlace[] }>();
  for (const [territory, { geometry }] of territories.entries()) {
    for (const [polygon, rings] of geometry.coordinates.entries()) {
      for (const [ring, positions] of rings.entries()) {
        for (const [index, at] of positions.slice(0, -1).entries()) {
          const key = `${at}`;
          const vertex = byPlace.get(key) ?? { at, places: [] };
          vertex.places.push({ territory, polygon, ring, index });
          byPlace.set(key, vertex);
        }
      }
    }
  }
  return [...byPlace]
    .filter(([key, { places }]) => !outer.has(key) && new Set(places.map((one) => one.territory)).size > 1)
    .map(([, vertex]) => vertex);
}

function worstDifference(updated: CoverageMap, fresh: CoverageMap): number {
  const areas = new Map<string, number>();
  for (const [map, sign] of [
    [updated, 1],
    [fresh, -1],
  ] as const) {
    for (const { isWithin, associations, areaM2 } of map.cells) {
      // The cell that reaches to infinity has no area.
      if (!isWithin && associations.length === 0) continue;
      const key = `${isWithin} ${associations.join(' ')}`;
      areas.set(key, (areas.get(key) ?? 0) + sign * areaM2);
    }
  }
  return [...areas.values()].reduce((worst, areaM2) => Math.max(worst, Math.abs(areaM2)), 0);
}

/** So many of a hundred updates take no longer than this, ms. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
