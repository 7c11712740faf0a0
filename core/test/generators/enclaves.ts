import type { MultiPolygon, Position, Ring } from '../../src/model/geometry.ts';
import type { Territory } from '../../src/model/territory.ts';
import { movedBy, squareAround } from './damage.ts';
import { magnitudeBetween, oneOf, type Random, seededRandom, wholeBetween } from './seeded-random.ts';
import type { GeneratedPlan } from './wiggly-plan.ts';

const MOST_ENCLAVES = 4;
/** Sides in degrees: from some hundred metres to more than a territory. */
const SIDES = { least: 0.003, most: 0.6 };

/**
 * The plan with squares that one territory has as holes and another one as parts, so that every edge of them is had by two.
 * They lie within the shell of their hole, beside it, across it, at a corner of it, within each other, over each other or
 * twice in the same place.
 */
export function withEnclaves(plan: GeneratedPlan, seed: number): GeneratedPlan {
  const random = seededRandom(seed);
  const territories = [...plan.territories];
  const squares: Ring[] = [];
  const count = wholeBetween(random, 1, MOST_ENCLAVES);
  for (let i = 0; i < count; i++) {
    const outer = wholeBetween(random, 0, territories.length - 1);
    const inner = (outer + wholeBetween(random, 1, territories.length - 1)) % territories.length;
    const square = squareNear(territories[outer], squares, random);
    squares.push(square);
    const hole = random() < 0.5 ? square : square.toReversed();
    change(territories, outer, ([rings = [], ...others]) => [[...rings, hole], ...others]);
    change(territories, inner, (polygons) => [...polygons, [square]]);
  }
  return { ...plan, territories };
}

function squareNear(territory: Territory | undefined, squares: readonly Ring[], random: Random): Ring {
  const shell: Ring = territory?.geometry.coordinates[0]?.[0] ?? [];
  const side = magnitudeBetween(random, SIDES.least, SIDES.most);
  const [x, y] = oneOf(random, shell) ?? [40.5, 20.5];
  const kind = random();
  if (kind < 0.1) return oneOf(random, squares) ?? squareAround([x, y], side);
  if (kind < 0.2) return squareAround([x + side / 2, y + side / 2], side);
  if (kind < 0.3) return squareAround(oneOf(random, squares)?.[0] ?? [x, y], side);
  if (kind < 0.6) return squareAround(middleOf(shell), side / 4);
  return squareAround(movedBy([x, y], magnitudeBetween(random, 100, 50_000), random), side);
}

function middleOf(ring: Ring): Position {
  const [sumX, sumY] = ring.reduce<Position>(([x, y], [otherX, otherY]) => [x + otherX, y + otherY], [0, 0]);
  return [sumX / ring.length, sumY / ring.length];
}

type Polygons = MultiPolygon['coordinates'];

function change(territories: Territory[], index: number, to: (polygons: Polygons) => Polygons): void {
  const territory = territories[index];
  if (territory === undefined) return;
  const coordinates = to(territory.geometry.coordinates);
  territories[index] = { ...territory, geometry: { type: 'MultiPolygon', coordinates } };
}
