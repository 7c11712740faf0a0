import type { GridBox } from '../grid.ts';

/** Cells for each edge expected. Borders fill few of them: with three, an edge shares its cells with a handful of others. */
const CELLS_PER_EDGE = 3;
const MOST_CELLS = 2 ** 23;
/** No cell is narrower, so that the margins below stay small beside it. */
const NARROWEST_CELL = 64;
/** An edge belongs to all cells it comes this near to: more than rounding can move anything. */
const MARGIN = 2;

/**
 * A uniform grid of cells over a box. Cells at its rim go on to infinity, so that every place has a cell.
 */
export class CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** The cells found by the last call of `cellsAlong` or `cellsIn`. */
  found: Int32Array = new Int32Array(64);
  readonly #west: number;
  readonly #south: number;
  readonly #width: number;
  readonly #height: number;
  readonly #columnsPerUnit: number;
  readonly #rowsPerUnit: number;

  constructor(box: GridBox, edges: number) {
    const [width, height] = [Math.max(1, box.maxX - box.minX), Math.max(1, box.maxY - box.minY)];
    const cells = Math.min(MOST_CELLS, Math.max(1, CELLS_PER_EDGE * edges));
    const side = Math.max(NARROWEST_CELL, Math.sqrt((width * height) / cells));
    this.columns = Math.max(1, Math.min(cells, Math.ceil(width / side)));
    this.rows = Math.max(1, Math.min(cells, Math.ceil(height / side)));
    this.#west = box.minX;
    this.#south = box.minY;
    this.#width = width / this.columns;
    this.#height = height / this.rows;
    this.#columnsPerUnit = this.columns / width;
    this.#rowsPerUnit = this.rows / height;
  }

  columnAt(x: number): number {
    const column = (x - this.#west) * this.#columnsPerUnit;
    return column < 0 ? 0 : column >= this.columns ? this.columns - 1 : column | 0;
  }

  rowAt(y: number): number {
    const row = (y - this.#south) * this.#rowsPerUnit;
    return row < 0 ? 0 : row >= this.rows ? this.rows - 1 : row | 0;
  }

  cellAt(x: number, y: number): number {
    return this.rowAt(y) * this.columns + this.columnAt(x);
  }

  /** Where a column begins in the west. */
  westOf(column: number): number {
    return this.#west + column * this.#width;
  }

  /**
   * Puts the cells that an edge comes near to into `found` and returns their number. The edge is told by the numbers of
   * its ends: doubles that are handed on are put on the heap, each of them.
   */
  cellsAlong(x: ArrayLike<number>, y: ArrayLike<number>, a: number, b: number): number {
    const ay = y[a] ?? 0;
    const by = y[b] ?? 0;
    const row = this.rowAt((ay < by ? ay : by) - MARGIN);
    if (row !== this.rowAt((ay < by ? by : ay) + MARGIN)) return this.#cellsAcrossRows(x, y, a, b);
    const ax = x[a] ?? 0;
    const bx = x[b] ?? 0;
    // One cell is so common that it is kept short, for the engine to put it where it is called.
    const first = this.columnAt((ax < bx ? ax : bx) - MARGIN);
    const last = this.columnAt((ax < bx ? bx : ax) + MARGIN);
    if (first !== last) return this.#addRow(row, first, last, 0);
    this.found[0] = row * this.columns + first;
    return 1;
  }

  /** Puts the cells that a box touches into `found` and returns their number. */
  cellsIn({ minX, minY, maxX, maxY }: GridBox): number {
    const first = this.columnAt(minX - MARGIN);
    const last = this.columnAt(maxX + MARGIN);
    const lastRow = this.rowAt(maxY + MARGIN);
    let count = 0;
    for (let row = this.rowAt(minY - MARGIN); row <= lastRow; row++)
      count = this.#addRow(row, first, last, count);
    return count;
  }

  /** A box that has all edges in it which come near to a cell that a box touches, or touches these edges. */
  aroundCellsIn({ minX, minY, maxX, maxY }: GridBox): GridBox {
    const [acrossX, acrossY] = [this.#width + 2 * MARGIN, this.#height + 2 * MARGIN];
    return { minX: minX - acrossX, minY: minY - acrossY, maxX: maxX + acrossX, maxY: maxY + acrossY };
  }

  #cellsAcrossRows(x: ArrayLike<number>, y: ArrayLike<number>, a: number, b: number): number {
    const ax = x[a] ?? 0;
    const ay = y[a] ?? 0;
    const bx = x[b] ?? 0;
    const by = y[b] ?? 0;
    const minY = Math.min(ay, by);
    const maxY = Math.max(ay, by);
    const lastRow = this.rowAt(maxY + MARGIN);
    const slope = by === ay ? 0 : (bx - ax) / (by - ay);
    let count = 0;
    for (let row = this.rowAt(minY - MARGIN); row <= lastRow; row++) {
      const south = row === 0 ? -Infinity : this.#south + row * this.#height - MARGIN;
      const north = row === this.rows - 1 ? Infinity : this.#south + (row + 1) * this.#height + MARGIN;
      // A level edge has no slope and may lie in two rows: it then takes its whole width in each.
      const from = slope === 0 ? ax : ax + slope * (Math.max(minY, Math.min(maxY, south)) - ay);
      const to = slope === 0 ? bx : ax + slope * (Math.max(minY, Math.min(maxY, north)) - ay);
      const first = this.columnAt(Math.min(from, to) - MARGIN);
      count = this.#addRow(row, first, this.columnAt(Math.max(from, to) + MARGIN), count);
    }
    return count;
  }

  #addRow(row: number, first: number, last: number, count: number): number {
    if (count + last - first >= this.found.length) this.#grow(count + last - first + 1);
    const offset = row * this.columns;
    let next = count;
    for (let column = first; column <= last; column++) this.found[next++] = offset + column;
    return next;
  }

  #grow(least: number): void {
    const grown = new Int32Array(Math.max(least, 2 * this.found.length));
    grown.set(this.found);
    this.found = grown;
  }
}
