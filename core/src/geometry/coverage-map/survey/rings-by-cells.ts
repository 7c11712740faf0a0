import { CellGrid } from '../../arrangement/cell-grid.ts';
import type { GridBox } from '../../grid.ts';
import { Int32List } from '../../int32-list.ts';
import type { RunBoxes } from './run-boxes.ts';

/** Wide cells, since each ring is entered in all that its box meets: the grid is as for so many times fewer edges. */
const RINGS_PER_EDGE = 12;
/** A ring in more cells than this is asked about every time instead. */
const MOST_CELLS = 64;

/** Finds the rings near a box among those that come near to its cells. */
export class RingsByCells {
  readonly #runs: RunBoxes;
  readonly #grid: CellGrid;
  /** By cell: one more than its first entry; 0 where there is none. */
  readonly #firsts: Int32Array;
  /** By entry: its ring, and one more than the entry after it in the same cell. */
  readonly #rings = new Int32List();
  readonly #nexts = new Int32List();
  readonly #wide: number[] = [];
  /** By ring: the last search that met it. */
  readonly #metIn: Int32Array;
  #search = 0;

  /** Knows all rings of a plan, most of which lie within a box. */
  constructor(runs: RunBoxes, ringCount: number, around: GridBox) {
    this.#runs = runs;
    this.#grid = new CellGrid(around, Math.ceil(ringCount / RINGS_PER_EDGE));
    this.#firsts = new Int32Array(this.#grid.columns * this.#grid.rows);
    this.#metIn = new Int32Array(ringCount);
    for (let ring = 0; ring < ringCount; ring++) if (!runs.isEmpty(ring)) this.#add(ring);
  }

  #add(ring: number): void {
    const count = this.#grid.cellsIn(this.#runs.boxOf(ring));
    if (count > MOST_CELLS) {
      this.#wide.push(ring);
      return;
    }
    for (let i = 0; i < count; i++) {
      const cell = this.#grid.found[i] ?? 0;
      this.#rings.push(ring);
      this.#nexts.push(this.#firsts[cell] ?? 0);
      this.#firsts[cell] = this.#rings.length;
    }
  }

  /** The rings whose boxes meet the one given. */
  near(box: GridBox): number[] {
    const found = this.#wide.filter((ring) => this.#runs.isNear(ring, box));
    const search = ++this.#search;
    const count = this.#grid.cellsIn(box);
    for (let i = 0; i < count; i++) {
      for (
        let entry = this.#firsts[this.#grid.found[i] ?? 0] ?? 0;
        entry > 0;
        entry = this.#nexts.at(entry - 1)
      ) {
        const ring = this.#rings.at(entry - 1);
        if (this.#metIn[ring] === search) continue;
        this.#metIn[ring] = search;
        if (this.#runs.isNear(ring, box)) found.push(ring);
      }
    }
    return found;
  }
}
