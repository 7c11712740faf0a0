import { CellGrid } from '../../arrangement/cell-grid.ts';
import { CellLists } from '../../arrangement/cell-lists.ts';
import type { GridBox } from '../../grid.ts';
import type { RunBoxes } from './run-boxes.ts';

/** Wide cells, since each ring is entered in all that its box meets: the grid is as for so many times fewer edges. */
const RINGS_PER_EDGE = 12;
/** A ring in more cells than this is asked about every time instead. */
const MOST_CELLS = 64;

/** Finds the rings near a box among those that come near to its cells. */
export class RingsByCells {
  readonly #runs: RunBoxes;
  readonly #grid: CellGrid;
  readonly #lists: CellLists;
  /** The rings in none of them. */
  readonly #wide: number[] = [];
  /** By ring: the last search that met it. */
  readonly #metIn: Int32Array;
  #search = 0;

  /** Knows all rings of a plan, most of which lie within a box. */
  constructor(runs: RunBoxes, ringCount: number, around: GridBox) {
    this.#runs = runs;
    this.#grid = new CellGrid(around, Math.ceil(ringCount / RINGS_PER_EDGE));
    this.#lists = new CellLists(this.#grid.columns * this.#grid.rows, 2 * ringCount);
    this.#metIn = new Int32Array(ringCount);
    for (let ring = 0; ring < ringCount; ring++) if (!runs.isEmpty(ring)) this.#add(ring);
  }

  #add(ring: number): void {
    const count = this.#grid.cellsIn(this.#runs.boxOf(ring));
    if (count > MOST_CELLS) this.#wide.push(ring);
    else this.#lists.add(ring, this.#grid.found, count);
  }

  /** The rings whose boxes meet the one given. */
  near(box: GridBox): number[] {
    const found = this.#wide.filter((ring) => this.#runs.isNear(ring, box));
    const search = ++this.#search;
    const count = this.#grid.cellsIn(box);
    const { member: rings, next } = this.#lists;
    for (let i = 0; i < count; i++) {
      const first = this.#lists.firstIn(this.#grid.found[i] ?? 0);
      for (let entry = first; entry >= 0; entry = next.get(entry)) {
        const ring = rings.get(entry);
        if (this.#metIn[ring] === search) continue;
        this.#metIn[ring] = search;
        if (this.#runs.isNear(ring, box)) found.push(ring);
      }
    }
    return found;
  }
}
