/**
 * For loops over many points: whether a point lies farther out than all before it the processor guesses wrong about every
 * third time, and each time that costs as much as a dozen of these steps (Warren, Hacker's Delight, 2-18).
 */

/** The lesser of two integers that are less than 2^31 apart. */
export function lesser(a: number, b: number): number {
  const difference = (a - b) | 0;
  return (b + (difference & (difference >> 31))) | 0;
}

/** The greater of two integers that are less than 2^31 apart. */
export function greater(a: number, b: number): number {
  const difference = (a - b) | 0;
  return (a - (difference & (difference >> 31))) | 0;
}
