import type { GridBox } from '../../grid.ts';
import type { RunBoxes } from './run-boxes.ts';

const ROWS_PER_ROOT = 2;

/** Finds the rings near a box among those that come through its rows. */
export class RingsByRows {
  readonly #runs: RunBoxes;
  /** The rings that come through each row, from south to north. */
  readonly #rows: number[][] = [];
  readonly #south: number;
  readonly #rowsPerUnit: number;

  /** Knows the first rings, so many of them. */
  constructor(runs: RunBoxes, rings: number) {
    this.#runs = runs;
    let south = Infinity;
    let north = -Infinity;
    for (let ring = 0; ring < rings; ring++) {
      south = Math.min(south, runs.southOf(ring));
      north = Math.max(north, runs.northOf(ring));
    }
    const count = Math.ceil(ROWS_PER_ROOT * Math.sqrt(rings));
    this.#south = south;
    this.#rowsPerUnit = count / (north - south + 1);
    for (let row = 0; row < count; row++) this.#rows.push([]);
    for (let ring = 0; ring < rings; ring++) {
      const last = this.#rowAt(runs.northOf(ring));
      for (let row = this.#rowAt(runs.southOf(ring)); row <= last; row++) this.#rows[row]?.push(ring);
    }
  }

  /** The rings whose boxes meet the one given. */
  near(box: GridBox): number[] {
    const first = this.#rowAt(box.minY);
    const last = this.#rowAt(box.maxY);
    const found: number[] = [];
    for (let row = first; row <= last; row++) {
      for (const ring of this.#rows[row] ?? []) {
        if (!this.#runs.isNear(ring, box)) continue;
        // A ring in several of the rows is found in the first of them.
        if (row === first || row === this.#rowAt(this.#runs.southOf(ring))) found.push(ring);
      }
    }
    return found;
  }

  #rowAt(y: number): number {
    const row = Math.floor((y - this.#south) * this.#rowsPerUnit);
    return row < 0 ? 0 : row >= this.#rows.length ? this.#rows.length - 1 : row;
  }
}
