import { IntColumn } from './column.ts';

const NONE = -1;

/** Cells of a member: most edges are short. */
const CELLS_OF_MEMBER = 1.5;

/** What comes near to each cell of a grid, edges or rings by their numbers, as chains of entries. */
export class CellLists {
  /** The member of each entry, and the entry that follows in the same cell (or -1). */
  readonly member: IntColumn;
  readonly next: IntColumn;
  /** One more than the first entry of each cell; 0 where there is none, as in memory that was never written to. */
  readonly #first: Int32Array;
  #count = 0;
  /** The entries that are free, chained like those of a cell. */
  #free = NONE;

  /** `expected` is how many members there will be about. */
  constructor(cells: number, expected: number) {
    const entries = Math.ceil(CELLS_OF_MEMBER * expected);
    this.member = new IntColumn(0, entries);
    this.next = new IntColumn(0, entries);
    this.#first = new Int32Array(cells);
  }

  get isUnused(): boolean {
    return this.#count === 0;
  }

  /** The first entry of a cell, or -1. */
  firstIn(cell: number): number {
    return (this.#first[cell] ?? 0) - 1;
  }

  /** Adds a member to the first `count` of some cells. */
  add(member: number, cells: Int32Array, count: number): void {
    this.member.reserve(this.#count + count);
    this.next.reserve(this.#count + count);
    const members = this.member.items;
    const nexts = this.next.items;
    const first = this.#first;
    for (let i = 0; i < count; i++) {
      const cell = cells[i] ?? 0;
      let entry = this.#free;
      if (entry === NONE) entry = this.#count++;
      else this.#free = nexts[entry] ?? NONE;
      members[entry] = member;
      nexts[entry] = (first[cell] ?? 0) - 1;
      first[cell] = entry + 1;
    }
  }

  /** Takes a member out of the first `count` of some cells. */
  remove(member: number, cells: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) this.#removeFrom(cells[i] ?? 0, member);
  }

  #removeFrom(cell: number, member: number): void {
    let before = NONE;
    let entry = this.firstIn(cell);
    while (this.member.get(entry) !== member) {
      before = entry;
      entry = this.next.get(entry);
    }
    const next = this.next.get(entry);
    if (before === NONE) this.#first[cell] = next + 1;
    else this.next.set(before, next);
    this.next.set(entry, this.#free);
    this.#free = entry;
  }
}
