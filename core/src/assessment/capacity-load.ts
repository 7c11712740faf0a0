import type { KnownCount } from '../model/need.ts';

/** How far a need exceeds a capacity, by the thresholds at which people are warned, and asked for a reason. */
export type Load = 'within' | 'over' | 'far-over';

/** Beyond so many hundredths over the capacity people are warned, and asked for a reason. */
export const LOAD_LIMITS = { warned: 10, reason: 15 } as const;

export interface CapacityLoad {
  /** What is so however the counts lie that are known in bands. */
  readonly sure: Load;
  /** What may be so at most; the same as `sure` where all is known. */
  readonly possible: Load;
}

/** How a need, as somebody may know it, stands to what an association can care for. */
export function capacityLoad({ least, most }: KnownCount, capacity: number): CapacityLoad {
  return {
    sure: loadOf(least, capacity),
    possible: most === null ? 'far-over' : loadOf(most, capacity),
  };
}

function loadOf(count: number, capacity: number): Load {
  // In whole numbers: 115 % of 20 are 23, and not 22.999….
  if (count * 100 > capacity * (100 + LOAD_LIMITS.reason)) return 'far-over';
  return count * 100 > capacity * (100 + LOAD_LIMITS.warned) ? 'over' : 'within';
}
