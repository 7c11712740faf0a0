import { snapPosition } from '../../src/geometry/grid.ts';
import type { Position } from '../../src/model/geometry.ts';
import type { Random } from './seeded-random.ts';

/** How far a line strays, in lengths of the range that is bent; smaller ranges stray less by the power below. */
const ROUGHNESS = 0.12;
const ROUGHNESS_POWER = 0.8;
/** A line stays within this slope from both its ends, so that lines from one corner do not meet again. */
const MAX_SLOPE = 0.25;

/**
 * A line of so many pieces from one place to another, bent like a river: middles displaced sideways, then the middles of
 * the halves, and so on. It is a graph over the straight line, so it never crosses itself. On the position grid.
 */
export function wigglyLine(from: Position, to: Position, pieces: number, random: Random): Position[] {
  const offsets = offsetsAlong(pieces, random);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return Array.from({ length: pieces + 1 }, (_, i) => {
    if (i === 0) return from;
    if (i === pieces) return to;
    const along = (i + (random() - 0.5) * 0.5) / pieces;
    const reach = MAX_SLOPE * Math.min(along, 1 - along);
    const sideways = Math.max(-reach, Math.min(reach, offsets[i] ?? 0));
    return snapPosition([from[0] + along * dx - sideways * dy, from[1] + along * dy + sideways * dx]);
  });
}

/** Sideways displacements at the ends and between the pieces, in lengths of the line. */
function offsetsAlong(pieces: number, random: Random): Float64Array {
  const offsets = new Float64Array(pieces + 1);
  const bend = (low: number, high: number): void => {
    if (high - low < 2) return;
    const middle = (low + high) >> 1;
    const strays = ROUGHNESS * ((high - low) / pieces) ** ROUGHNESS_POWER;
    offsets[middle] = ((offsets[low] ?? 0) + (offsets[high] ?? 0)) / 2 + (2 * random() - 1) * strays;
    bend(low, middle);
    bend(middle, high);
  };
  bend(0, pieces);
  return offsets;
}
