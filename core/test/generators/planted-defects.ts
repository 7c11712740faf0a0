import { snapPosition } from '../../src/geometry/grid.ts';
import { orientation } from '../../src/geometry/orientation.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';
import type { AssociationId } from '../../src/model/ids.ts';
import type { Territory } from '../../src/model/territory.ts';
import {
  type BorderIndex,
  indexBorders,
  isFreeOfBorders,
  type MovedCorner,
  pointOf,
} from './border-index.ts';
import { type Random, seededRandom, wholeBetween } from './seeded-random.ts';

export interface DefectRequest {
  readonly seed: number;
  /** How many of the territories get defects. */
  readonly share: number;
  /** How many each of them gets at most. */
  readonly each?: number;
}

/** A gap or an overlap that was made, and all there is to know about it. */
export interface PlantedDefect {
  readonly kind: 'gap' | 'overlap';
  /** Those who claim it, in the order of the ids; nobody claims a gap. */
  readonly associations: readonly AssociationId[];
  /** The corner that was moved. */
  readonly at: Position;
  /** Its outline, closed: the corner before and after, and the two next to it. */
  readonly outline: Ring;
}

/** The corner is moved by this share of the shorter of its two edges. */
const MOVE_SHARE = 0.2;
/** Tries for each defect; most corners have a third territory or another border too near. */
const TRIES = 60;

/**
 * Pulls corners of some territories inwards, which leaves gaps, or pushes them out over the neighbour, which makes
 * overlaps. Only corners that exactly two territories share are moved, only as far as no other border is met, and no
 * two defects touch: so each is one face of its own, with a known outline.
 */
export function plantDefects(
  territories: readonly Territory[],
  { seed, share, each = 3 }: DefectRequest,
): { territories: Territory[]; defects: PlantedDefect[] } {
  const random = seededRandom(seed);
  const borders = indexBorders(territories);
  const damaged = [...territories];
  const defects: PlantedDefect[] = [];
  for (const index of chosen(territories.length, Math.round(share * territories.length), random)) {
    for (let i = 0; i < each; i++) {
      const planted = plantOne(
        damaged,
        { index, kind: random() < 0.5 ? 'gap' : 'overlap' },
        { borders, random },
      );
      if (planted === null) continue;
      damaged[index] = planted.territory;
      defects.push(planted.defect);
    }
  }
  return { territories: damaged, defects };
}

/** So many different whole numbers below the count. */
function chosen(count: number, many: number, random: Random): number[] {
  const numbers = new Set<number>();
  while (numbers.size < Math.min(many, count)) numbers.add(wholeBetween(random, 0, count - 1));
  return [...numbers];
}

interface Site {
  readonly index: number;
  readonly kind: PlantedDefect['kind'];
}

interface Ground {
  readonly borders: BorderIndex;
  readonly random: Random;
}

function plantOne(territories: readonly Territory[], { index, kind }: Site, { borders, random }: Ground) {
  const territory = territories[index];
  if (territory === undefined) return null;
  const { association, geometry } = territory;
  for (let i = 0; i < TRIES; i++) {
    const polygon = wholeBetween(random, 0, geometry.coordinates.length - 1);
    const number = wholeBetween(random, 0, (geometry.coordinates[polygon]?.length ?? 1) - 1);
    const ring = geometry.coordinates[polygon]?.[number] ?? [];
    const corner = wholeBetween(random, 0, ring.length - 2);
    const moved = moveCorner(ring, corner, { inwards: kind === 'gap', isHole: number > 0 });
    const neighbour = moved && borders.neighbourAt(index, moved.before, moved.at, moved.after);
    if (!moved || neighbour === null || neighbour === undefined) continue;
    if (!isFreeOfBorders(borders, moved)) continue;
    borders.occupy(moved);
    const claimants = [association, ...borders.associationsOf(neighbour)].sort();
    const outline: Ring = [moved.before, moved.at, moved.after, moved.to, moved.before];
    const coordinates = geometry.coordinates.map((rings, p) =>
      rings.map((one, r) => (p === polygon && r === number ? moved.ring : one)),
    );
    return {
      territory: { association, geometry: { ...geometry, coordinates } },
      defect: { kind, associations: kind === 'gap' ? [] : claimants, at: moved.at, outline },
    };
  }
  return null;
}

/** The ring with one corner moved square to the line between its neighbours; null where that would not be clean. */
function moveCorner(
  ring: Ring,
  corner: number,
  { inwards, isHole }: { inwards: boolean; isHole: boolean },
): MovedCorner | null {
  const count = ring.length - 1;
  const [before, at, after] = [ring[(corner + count - 1) % count], ring[corner], ring[(corner + 1) % count]];
  if (!before || !at || !after) return null;
  const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
  const shorter = Math.min(lengthOf(before, at), lengthOf(at, after));
  // What belongs to the territory lies on the left of a ring that runs counter-clockwise, and is no hole.
  const isLeft = (isCounterClockwise(ring) !== isHole) === inwards;
  const step = ((isLeft ? 1 : -1) * MOVE_SHARE * shorter) / Math.hypot(dx, dy);
  const to: Position = snapPosition([at[0] - step * dy, at[1] + step * dx]);
  const [a, b, c, d] = [before, at, after, to].map(pointOf);
  if (!a || !b || !c || !d) return null;
  const sides = [orientation(a, b, d), orientation(b, c, d)];
  if (!sides.every((side) => (isLeft ? side > 0 : side < 0))) return null;
  const open = ring.slice(0, -1).map((position, i) => (i === corner ? to : position));
  return { before, at, after, to, ring: [...open, ...open.slice(0, 1)] };
}

function lengthOf(a: Position, b: Position): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function isCounterClockwise(ring: Ring): boolean {
  const [first] = ring;
  if (first === undefined) return false;
  let sum = 0;
  let from = first;
  for (const to of ring) {
    sum += (from[0] - first[0]) * (to[1] - first[1]) - (to[0] - first[0]) * (from[1] - first[1]);
    from = to;
  }
  return sum > 0;
}
