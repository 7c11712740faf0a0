import { IntColumn } from './column.ts';

const NONE = -1;

/** The edges that come near to each cell of a grid, as chains of entries. */
export class EdgeLists {
  /** The edge of each entry, and the entry that follows in the same cell (or -1). */
  readonly edge: IntColumn;
  readonly next: IntColumn;
  /** One more than the first entry of each cell; 0 where there is none, as in memory that was never written to. */
  readonly #first: Int32Array;
  #count = 0;
  /** The entries that are free, chained like those of a cell. */
  #free = NONE;

  constructor(cells: number, expected: number) {
    this.edge = new IntColumn(0, expected);
    this.next = new IntColumn(NONE, expected);
    this.#first = new Int32Array(cells);
  }

  get isUnused(): boolean {
    return this.#count === 0;
  }

  /** The first entry of a cell, or -1. */
  firstIn(cell: number): number {
    return (this.#first[cell] ?? 0) - 1;
  }

  add(cell: number, edge: number): void {
    let entry = this.#free;
    if (entry === NONE) entry = this.#count++;
    else this.#free = this.next.get(entry);
    this.edge.set(entry, edge);
    this.next.set(entry, this.firstIn(cell));
    this.#first[cell] = entry + 1;
  }

  remove(cell: number, edge: number): void {
    let before = NONE;
    let entry = this.firstIn(cell);
    while (this.edge.get(entry) !== edge) {
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
