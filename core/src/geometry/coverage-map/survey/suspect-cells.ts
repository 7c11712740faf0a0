import { CellGrid } from '../../arrangement/cell-grid.ts';
import type { GridBox } from '../../grid.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';
import type { RingsByCells } from './rings-by-cells.ts';
import type { RunBoxes } from './run-boxes.ts';
import type { TwinEdges } from './twin-edges.ts';

/** Boxes in which something may be amiss, and the box around all. */
interface Suspicion {
  readonly around: GridBox;
  readonly boxes: readonly GridBox[];
}

/**
 * The cells in which something may be amiss. In all others every place of the area lies in one territory, and no place
 * beyond it in any: where no ring winds otherwise than once or not at all, the windings of all territories less those of
 * the boundary are the windings of the edges that are not matched; and these wind around nothing outside their boxes.
 */
export class SuspectCells {
  readonly #drawn: DrawnRings;
  readonly #runs: RunBoxes;
  readonly #boxes: readonly GridBox[];
  readonly #grid: CellGrid;
  readonly #isSuspect: Uint8Array;

  constructor(drawn: DrawnRings, runs: RunBoxes, { around, boxes }: Suspicion) {
    this.#drawn = drawn;
    this.#runs = runs;
    this.#boxes = boxes;
    this.#grid = new CellGrid(around, drawn.placeCount);
    this.#isSuspect = new Uint8Array(this.#grid.columns * this.#grid.rows);
    for (const box of boxes) {
      const count = this.#grid.cellsIn(box);
      for (let i = 0; i < count; i++) this.#isSuspect[this.#grid.found[i] ?? 0] = 1;
    }
  }

  /** Whether a place lies in a suspect cell. */
  has(x: number, y: number): boolean {
    return this.#isSuspect[this.#grid.cellAt(x, y)] === 1;
  }

  /** All edges, by their first places, that come near to a suspect cell. */
  edgesWithin(rings: RingsByCells, twins: TwinEdges): Place[] {
    const isSeen = new Uint8Array(this.#drawn.placeCount);
    const found: Place[] = [];
    const visit = (edge: Place): void => {
      if (isSeen[edge] === 1 || !twins.isFirst(edge)) return;
      isSeen[edge] = 1;
      if (this.#comesNear(edge)) found.push(edge);
    };
    for (const box of this.#boxes) {
      const wide = this.#grid.aroundCellsIn(box);
      for (const ring of rings.near(wide)) this.#runs.visitNear(ring, wide, visit);
    }
    return found;
  }

  #comesNear(edge: Place): boolean {
    const count = this.#grid.cellsAlong(this.#drawn.x, this.#drawn.y, edge, edge + 1);
    const { found } = this.#grid;
    for (let i = 0; i < count; i++) if (this.#isSuspect[found[i] ?? 0] === 1) return true;
    return false;
  }
}
