import { FloatColumn } from './column.ts';

const FREE = 0;
const HIGH_PART = 2 ** -32;

/** What is taken from the numbers of a pair, and by what they are multiplied then. */
interface PairScale {
  readonly firstZero: number;
  readonly secondZero: number;
  readonly factor: number;
}

/**
 * Numbers pairs of numbers (integers that a double holds) in the order in which they come, each pair once. A hash table
 * with open addressing and linear probing; nothing is ever taken out.
 */
export class PairIndex {
  /** The two numbers of each row. */
  readonly firsts: FloatColumn;
  readonly seconds: FloatColumn;
  /** One more than the row; 0 where the slot is free. */
  #slots: Int32Array;
  #count = 0;
  #latest = 0;

  constructor(expected = 64) {
    this.firsts = new FloatColumn(0, Math.max(1, expected));
    this.seconds = new FloatColumn(0, Math.max(1, expected));
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(64, expected * 1.5))));
  }

  /** The row of the pair; where there is none yet it gets the number of pairs so far, and that is returned. */
  rowOf(first: number, second: number): number {
    // Left where a new row would have it: doubles that are handed on are put on the heap, each of them.
    this.firsts.items[this.#count] = first;
    this.seconds.items[this.#count] = second;
    return this.#rowOfLast();
  }

  /** The rows of pairs that stand one after the other, brought to a scale first: as `rowOf` of each, in one loop. */
  rowsOf(pairs: Float64Array, { firstZero, secondZero, factor }: PairScale): Int32Array {
    const count = pairs.length / 2;
    const rows = new Int32Array(count);
    let firsts = this.firsts.items;
    let seconds = this.seconds.items;
    let slots = this.#slots;
    let mask = slots.length - 1;
    let latest = this.#latest;
    let next = this.#count;
    for (let i = 0; i < count; i++) {
      const first = ((pairs[2 * i] ?? 0) - firstZero) * factor;
      const second = ((pairs[2 * i + 1] ?? 0) - secondZero) * factor;
      if (latest > 0 && firsts[latest - 1] === first && seconds[latest - 1] === second) latest--;
      else if (latest + 1 < next && firsts[latest + 1] === first && seconds[latest + 1] === second) latest++;
      else {
        let slot = hash(first, second) & mask;
        let found = slots[slot] ?? FREE;
        while (found !== FREE && (firsts[found - 1] !== first || seconds[found - 1] !== second)) {
          slot = (slot + 1) & mask;
          found = slots[slot] ?? FREE;
        }
        if (found === FREE) {
          firsts[next] = first;
          seconds[next] = second;
          found = ++next;
          slots[slot] = found;
          this.#count = next;
          this.#reserve(next);
          firsts = this.firsts.items;
          seconds = this.seconds.items;
          slots = this.#slots;
          mask = slots.length - 1;
        }
        latest = found - 1;
      }
      rows[i] = latest;
    }
    this.#latest = latest;
    return rows;
  }

  /** Makes room for so many pairs, and one more. */
  #reserve(count: number): void {
    this.firsts.reserve(count);
    this.seconds.reserve(count);
    while (count * 3 > this.#slots.length * 2) this.#grow();
  }

  /** The row of the pair that stands after the last row. */
  #rowOfLast(): number {
    const count = this.#count;
    const firsts = this.firsts.items;
    const seconds = this.seconds.items;
    const first = firsts[count] ?? 0;
    const second = seconds[count] ?? 0;
    // Rows are often asked for again in the order of their numbers, or in the opposite one.
    const before = this.#latest - 1;
    const after = this.#latest + 1;
    if (before >= 0 && firsts[before] === first && seconds[before] === second) this.#latest = before;
    else if (after < count && firsts[after] === first && seconds[after] === second) this.#latest = after;
    else this.#latest = this.#find(firsts, seconds);
    return this.#latest;
  }

  #find(firsts: Float64Array, seconds: Float64Array): number {
    const count = this.#count;
    const first = firsts[count] ?? 0;
    const second = seconds[count] ?? 0;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let found = slots[slot] ?? FREE; found !== FREE; found = slots[slot] ?? FREE) {
      if (firsts[found - 1] === first && seconds[found - 1] === second) return found - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = ++this.#count;
    this.#reserve(this.#count);
    return count;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let row = 0; row < this.#count; row++) {
      let slot = hash(this.firsts.get(row), this.seconds.get(row)) & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
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
