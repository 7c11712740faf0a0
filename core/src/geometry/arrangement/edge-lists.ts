import { IntColumn } from './column.ts';

const NONE = -1;

/** Cells that an edge comes near to; most are short. */
const CELLS_OF_EDGE = 1.5;

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

  /** `expected` is how many edges there will be about. */
  constructor(cells: number, expected: number) {
    const entries = Math.ceil(CELLS_OF_EDGE * expected);
    this.edge = new IntColumn(0, entries);
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

  /** Adds an edge to the first `count` of some cells. */
  add(edge: number, cells: Int32Array, count: number): void {
    this.edge.reserve(this.#count + count);
    this.next.reserve(this.#count + count);
    const edges = this.edge.items;
    const nexts = this.next.items;
    const first = this.#first;
    for (let i = 0; i < count; i++) {
      const cell = cells[i] ?? 0;
      let entry = this.#free;
      if (entry === NONE) entry = this.#count++;
      else this.#free = nexts[entry] ?? NONE;
      edges[entry] = edge;
      nexts[entry] = (first[cell] ?? 0) - 1;
      first[cell] = entry + 1;
    }
  }

  /** Takes an edge out of the first `count` of some cells. */
  remove(edge: number, cells: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) this.#removeFrom(cells[i] ?? 0, edge);
  }

  #removeFrom(cell: number, edge: number): void {
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
