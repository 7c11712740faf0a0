import { CellGrid } from '../../arrangement/cell-grid.ts';
import type { GridBox } from '../../grid.ts';
import type { DrawnRings } from './drawn-rings.ts';

const NONE = -1;

/** The edges of drawn rings by the cells that they come near to. */
export class EdgeCells {
  readonly grid: CellGrid;
  readonly #firstInCell: Int32Array;
  #edges: Int32Array;
  #next: Int32Array;
  #entries = 0;

  /**
   * Enters all edges, and calls for each pair of them that have a cell in common and whose boxes meet; a pair with
   * several cells in common comes up several times.
   */
  constructor(drawn: DrawnRings, box: GridBox, visit: (edge: number, other: number) => void) {
    const { x, y, low, high, edgeCount } = drawn;
    this.grid = new CellGrid(box, edgeCount);
    this.#firstInCell = new Int32Array(this.grid.columns * this.grid.rows).fill(NONE);
    this.#edges = new Int32Array(2 * edgeCount + 16);
    this.#next = new Int32Array(2 * edgeCount + 16);
    for (let edge = 0; edge < edgeCount; edge++) {
      const a = low[edge] ?? 0;
      const b = high[edge] ?? 0;
      const ax = x[a] ?? 0;
      const ay = y[a] ?? 0;
      const bx = x[b] ?? 0;
      const by = y[b] ?? 0;
      const minX = ax < bx ? ax : bx;
      const maxX = ax < bx ? bx : ax;
      const minY = ay < by ? ay : by;
      const maxY = ay < by ? by : ay;
      const count = this.grid.cellsAlong(ax, ay, bx, by);
      const { found } = this.grid;
      for (let i = 0; i < count; i++) {
        const cell = found[i] ?? 0;
        for (let entry = this.firstIn(cell); entry !== NONE; entry = this.after(entry)) {
          const other = this.edgeOf(entry);
          const c = low[other] ?? 0;
          const d = high[other] ?? 0;
          if (a === c || b === d || a === d || b === c) continue;
          const cx = x[c] ?? 0;
          const dx = x[d] ?? 0;
          if ((cx < minX && dx < minX) || (cx > maxX && dx > maxX)) continue;
          const cy = y[c] ?? 0;
          const dy = y[d] ?? 0;
          if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
          visit(edge, other);
        }
        this.#enter(cell, edge);
      }
    }
  }

  /** The first entry of a cell, or -1. */
  firstIn(cell: number): number {
    return this.#firstInCell[cell] ?? NONE;
  }

  /** The entry that follows in the same cell, or -1. */
  after(entry: number): number {
    return this.#next[entry] ?? NONE;
  }

  edgeOf(entry: number): number {
    return this.#edges[entry] ?? NONE;
  }

  #enter(cell: number, edge: number): void {
    if (this.#entries === this.#edges.length) {
      this.#edges = doubled(this.#edges);
      this.#next = doubled(this.#next);
    }
    this.#edges[this.#entries] = edge;
    this.#next[this.#entries] = this.firstIn(cell);
    this.#firstInCell[cell] = this.#entries++;
  }
}

function doubled(items: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * items.length);
  grown.set(items);
  return grown;
}
