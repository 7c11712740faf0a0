import type { GridBox } from '../../grid.ts';
import type { RunBoxes } from './run-boxes.ts';

const ROWS_PER_ROOT = 2;

/** Finds the rings near a box among those that come through its rows. */
export class RingsByRows {
  readonly #runs: RunBoxes;
  /** The rings that come through each row, from south to north, one row after the other. */
  readonly #rings: Int32Array;
  /** Where each row begins among them, and one beyond the last. */
  readonly #starts: Int32Array;
  readonly #south: number;
  readonly #rowsPerUnit: number;

  /** Knows the first rings, so many of them, most of which lie within a box. */
  constructor(runs: RunBoxes, rings: number, { minY: south, maxY: north }: GridBox) {
    this.#runs = runs;
    const count = Math.ceil(ROWS_PER_ROOT * Math.sqrt(rings));
    this.#south = south;
    this.#rowsPerUnit = count / (north - south + 1);
    this.#starts = new Int32Array(count + 1);
    const firsts = new Int32Array(rings);
    const lasts = new Int32Array(rings);
    for (let ring = 0; ring < rings; ring++) {
      firsts[ring] = this.#rowAt(runs.southOf(ring));
      lasts[ring] = this.#rowAt(runs.northOf(ring));
    }
    this.#rings = this.#sortByRows(firsts, lasts);
  }

  /** Counts the rings of each row, so that each gets its place; the starts of rows follow from that. */
  #sortByRows(firsts: Int32Array, lasts: Int32Array): Int32Array {
    const starts = this.#starts;
    for (let ring = 0; ring < firsts.length; ring++)
      for (let row = firsts[ring] ?? 0; row <= (lasts[ring] ?? 0); row++)
        starts[row] = (starts[row] ?? 0) + 1;
    let end = 0;
    for (let row = 0; row < starts.length; row++) {
      end += starts[row] ?? 0;
      starts[row] = end;
    }
    const sorted = new Int32Array(end);
    for (let ring = firsts.length - 1; ring >= 0; ring--) {
      for (let row = firsts[ring] ?? 0; row <= (lasts[ring] ?? 0); row++) {
        const place = (starts[row] ?? 0) - 1;
        starts[row] = place;
        sorted[place] = ring;
      }
    }
    return sorted;
  }

  /** The rings whose boxes meet the one given. */
  near(box: GridBox): number[] {
    const first = this.#rowAt(box.minY);
    const last = this.#rowAt(box.maxY);
    const found: number[] = [];
    for (let row = first; row <= last; row++) {
      const end = this.#starts[row + 1] ?? 0;
      for (let place = this.#starts[row] ?? 0; place < end; place++) {
        const ring = this.#rings[place] ?? 0;
        if (!this.#runs.isNear(ring, box)) continue;
        // A ring in several of the rows is found in the first of them.
        if (row === first || row === this.#rowAt(this.#runs.southOf(ring))) found.push(ring);
      }
    }
    return found;
  }

  #rowAt(y: number): number {
    const row = Math.floor((y - this.#south) * this.#rowsPerUnit);
    return row < 0 ? 0 : row >= this.#starts.length - 1 ? this.#starts.length - 2 : row;
  }
}
