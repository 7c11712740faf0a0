const FREE = 0;
const HIGH_PART = 2 ** -32;

/**
 * Finds a row by two numbers (integers that a double holds). A hash table with open addressing and linear probing;
 * nothing is ever taken out.
 */
export class PairIndex {
  #firsts: Float64Array;
  #seconds: Float64Array;
  /** One more than the row; 0 where the slot is free. */
  #rows: Int32Array;
  #count = 0;

  constructor(expected = 64) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(64, expected * 2)));
    this.#firsts = new Float64Array(slots);
    this.#seconds = new Float64Array(slots);
    this.#rows = new Int32Array(slots);
  }

  get size(): number {
    return this.#count;
  }

  /** The row of the pair; where there is none yet it gets the number of pairs so far, and that is returned. */
  rowOf(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const found = this.#rows[slot] ?? FREE;
    if (found !== FREE) return found - 1;
    this.#firsts[slot] = first;
    this.#seconds[slot] = second;
    this.#rows[slot] = ++this.#count;
    if (this.#count * 2 > this.#rows.length) this.#grow();
    return this.#count - 1;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#rows.length - 1;
    let slot = hash(first, second) & mask;
    while (this.#rows[slot] !== FREE && (this.#firsts[slot] !== first || this.#seconds[slot] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [firsts, seconds, rows] = [this.#firsts, this.#seconds, this.#rows];
    this.#firsts = new Float64Array(rows.length * 2);
    this.#seconds = new Float64Array(rows.length * 2);
    this.#rows = new Int32Array(rows.length * 2);
    for (let old = 0; old < rows.length; old++) {
      const row = rows[old] ?? FREE;
      if (row === FREE) continue;
      const [first, second] = [firsts[old] ?? 0, seconds[old] ?? 0];
      const slot = this.#slotOf(first, second);
      this.#firsts[slot] = first;
      this.#seconds[slot] = second;
      this.#rows[slot] = row;
    }
  }
}

/** Both halves of both numbers, mixed as in MurmurHash3 (Appleby). */
function hash(first: number, second: number): number {
  let mixed = Math.imul(first | 0, 0xcc9e2d51) ^ Math.imul((first * HIGH_PART) | 0, 0x1b873593);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) + (second | 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ Math.imul((second * HIGH_PART) | 0, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 14);
}
