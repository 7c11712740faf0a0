import { IntColumn } from './column.ts';
import { PairIndex } from './pair-index.ts';

/** Number of a set of rings; equal sets have equal numbers. */
export type RingSet = number;

/** A power of two. */
const REMEMBERED = 256;

/** The set of no rings. */
export const NO_RINGS: RingSet = 0;

/**
 * Sets of rings, each known by a number. What an edge toggles and what covers a place are such sets, and crossing the
 * edge takes their symmetric difference: one look-up by a 64-bit hash whose halves combine by XOR (Zobrist 1970).
 */
export class RingSets {
  readonly #members: (readonly number[])[] = [[]];
  /** The sets by the halves of their hashes. */
  readonly #index = new PairIndex();
  /** One more than the set of a single ring; 0 while it is not known. */
  readonly #singles = new IntColumn();
  /** Differences found before, by a few bits of both sets: along a border the same ones are asked for again and again. */
  readonly #memory = new Int32Array(3 * REMEMBERED);

  constructor() {
    this.#index.rowOf(0, 0);
  }

  /** The rings of a set, ascending. */
  membersOf(set: RingSet): readonly number[] {
    return this.#members[set] ?? [];
  }

  /** The set of one ring. */
  single(ring: number): RingSet {
    const known = this.#singles.get(ring);
    if (known > 0) return known - 1;
    const set = this.#index.rowOf(mix(2 * ring + 1), mix(~(2 * ring)));
    if (set === this.#members.length) this.#members.push([ring]);
    this.#singles.set(ring, set + 1);
    return set;
  }

  /** The rings that are in exactly one of two sets. */
  difference(a: RingSet, b: RingSet): RingSet {
    if (a === NO_RINGS) return b;
    if (b === NO_RINGS) return a;
    if (a === b) return NO_RINGS;
    const memory = this.#memory;
    const place = 3 * ((Math.imul(a, 31) + b) & (REMEMBERED - 1));
    if (memory[place] === a && memory[place + 1] === b) return memory[place + 2] ?? NO_RINGS;
    const set = this.#newDifference(a, b);
    memory[place] = a;
    memory[place + 1] = b;
    memory[place + 2] = set;
    return set;
  }

  #newDifference(a: RingSet, b: RingSet): RingSet {
    const { firsts, seconds } = this.#index;
    const set = this.#index.rowOf(firsts.get(a) ^ firsts.get(b), seconds.get(a) ^ seconds.get(b));
    if (set === this.#members.length)
      this.#members.push(symmetricDifference(this.membersOf(a), this.membersOf(b)));
    return set;
  }
}

/** Merges two ascending lists without what is in both. */
function symmetricDifference(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Infinity;
    const right = b[j] ?? Infinity;
    if (left <= right) i++;
    if (right <= left) j++;
    if (left !== right) merged.push(Math.min(left, right));
  }
  return merged;
}

/** The finaliser of MurmurHash3 (Appleby), after a step by the golden ratio. */
function mix(seed: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
