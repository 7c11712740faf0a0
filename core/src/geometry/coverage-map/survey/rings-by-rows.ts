import type { GridBox } from '../../grid.ts';
import type { Place } from './drawn-rings.ts';
import { nodeOf, type RunBoxes } from './run-boxes.ts';

/** Finds edges near a box: of the rings in the rows of the box those whose runs meet it. */
export class RingsByRows {
  readonly #runs: RunBoxes;
  /** The rings that come through each row, from south to north. */
  readonly #rows: number[][] = [];
  #south = Infinity;
  #rowsPerUnit = 0;

  /** Knows the first rings, so many of them. */
  constructor(runs: RunBoxes, rings: number) {
    this.#runs = runs;
    let north = -Infinity;
    for (let ring = 0; ring < rings; ring++) {
      this.#south = Math.min(this.#south, this.#southOf(ring));
      north = Math.max(north, this.#northOf(ring));
    }
    const count = Math.ceil(Math.sqrt(rings));
    this.#rowsPerUnit = count / (north - this.#south + 1);
    for (let row = 0; row < count; row++) this.#rows.push([]);
    for (let ring = 0; ring < rings; ring++) {
      const last = this.#rowAt(this.#northOf(ring));
      for (let row = this.#rowAt(this.#southOf(ring)); row <= last; row++) this.#rows[row]?.push(ring);
    }
  }

  /** Calls once for each edge of a run whose box meets this one. */
  visitNear(box: GridBox, visit: (edge: Place) => void): void {
    const first = this.#rowAt(box.minY);
    const last = this.#rowAt(box.maxY);
    for (let row = first; row <= last; row++) {
      for (const ring of this.#rows[row] ?? []) {
        const isFirst = row === first || row === this.#rowAt(this.#southOf(ring));
        if (isFirst) this.#runs.visitNear(ring, box, visit);
      }
    }
  }

  #rowAt(y: number): number {
    const row = Math.floor((y - this.#south) * this.#rowsPerUnit);
    return row < 0 ? 0 : row >= this.#rows.length ? this.#rows.length - 1 : row;
  }

  /** Infinite for a ring without edges, so that it is in no row. */
  #southOf(ring: number): number {
    const [from, to] = [this.#runs.startOf(ring), this.#runs.startOf(ring + 1)];
    return from === to ? Infinity : (this.#runs.boxes[4 * nodeOf(from, to) + 1] ?? 0);
  }

  #northOf(ring: number): number {
    const [from, to] = [this.#runs.startOf(ring), this.#runs.startOf(ring + 1)];
    return from === to ? -Infinity : (this.#runs.boxes[4 * nodeOf(from, to) + 3] ?? 0);
  }
}
