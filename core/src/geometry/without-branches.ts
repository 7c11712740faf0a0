/**
 * Comparisons by arithmetic (Warren, Hacker's Delight, 2-18), for loops over many points whose answers cannot be foreseen: the
 * box around every dozen points of 77,000 took 0.12 ms with these, and 0.56 ms with `<`.
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

/**
 * Below 0 where two coordinates both lie below the one limit or both above the other, all of them less than 2^31 apart: so
 * that a loop asks once for several such pairs, by `|` of what this gives.
 */
export function signBeside(least: number, most: number, one: number, other: number): number {
  return ((one - least) & (other - least)) | ((most - one) & (most - other));
}
