/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain): a generator of 32 bits of state, whose numbers depend on the seed alone.
 * Good enough to shake test data, not for anything else.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export function wholeBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** A number from `least` to `most`, every order of magnitude equally often. */
export function magnitudeBetween(random: Random, least: number, most: number): number {
  return least * (most / least) ** random();
}

/** One of the values; undefined when there is none. */
export function oneOf<T>(random: Random, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)];
}
