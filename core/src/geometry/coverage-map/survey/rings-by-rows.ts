import { boxesMeet, type GridBox } from '../../grid.ts';
import type { RunBoxes } from './run-boxes.ts';

const ROWS_PER_ROOT = 2;

/** Finds the rings near a box among those that come through its rows. */
export class RingsByRows {
  readonly #boxes: GridBox[] = [];
  /** The rings that come through each row, from south to north. */
  readonly #rows: number[][] = [];
  readonly #south: number;
  readonly #rowsPerUnit: number;

  /** Knows the first rings, so many of them. */
  constructor(runs: RunBoxes, rings: number) {
    let [south, north] = [Infinity, -Infinity];
    for (let ring = 0; ring < rings; ring++) {
      const box = runs.boxOf(ring);
      south = Math.min(south, box.minY);
      north = Math.max(north, box.maxY);
      this.#boxes.push(box);
    }
    const count = Math.ceil(ROWS_PER_ROOT * Math.sqrt(rings));
    this.#south = south;
    this.#rowsPerUnit = count / (north - south + 1);
    for (let row = 0; row < count; row++) this.#rows.push([]);
    for (const [ring, { minY, maxY }] of this.#boxes.entries()) {
      const last = this.#rowAt(maxY);
      for (let row = this.#rowAt(minY); row <= last; row++) this.#rows[row]?.push(ring);
    }
  }

  /** The rings whose boxes meet the one given. */
  near(box: GridBox): number[] {
    const first = this.#rowAt(box.minY);
    const last = this.#rowAt(box.maxY);
    const found: number[] = [];
    for (let row = first; row <= last; row++) {
      for (const ring of this.#rows[row] ?? []) {
        const own = this.#boxes[ring];
        if (own === undefined || !boxesMeet(own, box)) continue;
        // A ring in several of the rows is found in the first of them.
        if (row === first || row === this.#rowAt(own.minY)) found.push(ring);
      }
    }
    return found;
  }

  #rowAt(y: number): number {
    const row = Math.floor((y - this.#south) * this.#rowsPerUnit);
    return row < 0 ? 0 : row >= this.#rows.length ? this.#rows.length - 1 : row;
  }
}
