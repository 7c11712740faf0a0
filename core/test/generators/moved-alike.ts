import type { MultiPolygon, Position } from '../../src/model/geometry.ts';
import { movedBy } from './damage.ts';
import { magnitudeBetween, oneOf, seededRandom, wholeBetween } from './seeded-random.ts';
import type { GeneratedPlan } from './wiggly-plan.ts';

const MOST_MOVED = 3;

/**
 * The plan with some vertices moved, each in the boundary and in all territories that have it: borders may cross themselves
 * and each other then, but every edge is still had by two.
 */
export function movedAlike(plan: GeneratedPlan, seed: number): GeneratedPlan {
  const random = seededRandom(seed);
  const vertices = plan.territories.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  const moved = new Map<string, Position>();
  const count = wholeBetween(random, 1, MOST_MOVED);
  for (let i = 0; i < count; i++) {
    const vertex = oneOf(random, vertices) ?? [40.5, 20.5];
    moved.set(String(vertex), movedBy(vertex, magnitudeBetween(random, 100, 50_000), random));
  }
  const put = ({ type, coordinates }: MultiPolygon): MultiPolygon => ({
    type,
    coordinates: coordinates.map((rings) =>
      rings.map((ring) => ring.map((position) => moved.get(String(position)) ?? position)),
    ),
  });
  return {
    boundary: put(plan.boundary),
    territories: plan.territories.map((territory) => ({ ...territory, geometry: put(territory.geometry) })),
  };
}
