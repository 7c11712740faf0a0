import type { FineGrid } from '../fine-grid.ts';
import type { GridRing } from '../grid.ts';
import { Int32List } from '../int32-list.ts';
import type { CellGrid } from './cell-grid.ts';
import { type FloatColumn, IntColumn } from './column.ts';
import { PairIndex } from './pair-index.ts';

const NONE = -1;

/**
 * The points at which edges are cut: ends of edges and rounded crossings. A vertex stays known when nothing uses it any
 * more, but only one in use draws edges to itself.
 */
export class Vertices {
  readonly x: FloatColumn;
  readonly y: FloatColumn;
  readonly #rows: PairIndex;
  /** How many edges end here and how many pairs of edges cross here. */
  readonly #uses: IntColumn;
  readonly #grid: CellGrid;
  /** One more than the first vertex in use in each cell; 0 where there is none, as in memory that was never written to. */
  readonly #firstInCell: Int32Array;
  readonly #nextInCell: IntColumn;
  /** Those whose use began or ended since the last `settle`, some of them more than once. */
  readonly #touched: Int32List;
  /** 1 for those that the last `settle` took into the grid. */
  readonly #isEntered: IntColumn;

  constructor(grid: CellGrid, expected: number) {
    this.#grid = grid;
    this.#rows = new PairIndex(expected);
    this.x = this.#rows.firsts;
    this.y = this.#rows.seconds;
    this.#uses = new IntColumn(0, expected);
    this.#touched = new Int32List(expected);
    this.#nextInCell = new IntColumn(0, expected);
    this.#isEntered = new IntColumn(0, expected);
    this.#firstInCell = new Int32Array(grid.columns * grid.rows);
  }

  /** The vertex at a place, made where there is none. */
  at(x: number, y: number): number {
    return this.#rows.rowOf(x, y);
  }

  /** The vertices at the points of a ring, made where there are none. */
  allAt(points: GridRing, { originX, originY, steps }: FineGrid): Int32Array {
    return this.#rows.rowsOf(points, { firstZero: originX, secondZero: originY, factor: steps });
  }

  /** Counts one more use of each vertex told; those told twice have two. */
  use(vertices: Int32Array): void {
    this.#reserve();
    const uses = this.#uses.items;
    for (let i = 0; i < vertices.length; i++) {
      const vertex = vertices[i] ?? 0;
      const count = uses[vertex] ?? 0;
      if (count === 0) this.#touched.push(vertex);
      uses[vertex] = count + 1;
    }
  }

  /** Counts one more use of both ends of each segment told. */
  useEnds(segments: Int32Array, lows: Int32Array, highs: Int32Array): void {
    this.#reserve();
    const uses = this.#uses.items;
    const touched = this.#touched;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      const low = lows[segment] ?? 0;
      const high = highs[segment] ?? 0;
      const ofLow = uses[low] ?? 0;
      if (ofLow === 0) touched.push(low);
      uses[low] = ofLow + 1;
      const ofHigh = uses[high] ?? 0;
      if (ofHigh === 0) touched.push(high);
      uses[high] = ofHigh + 1;
    }
  }

  /** Takes back what `use` counted. */
  release(vertices: Int32Array): void {
    this.#reserve();
    const uses = this.#uses.items;
    for (let i = 0; i < vertices.length; i++) {
      const vertex = vertices[i] ?? 0;
      const count = uses[vertex] ?? 0;
      if (count === 1) this.#touched.push(vertex);
      uses[vertex] = count - 1;
    }
  }

  /** Takes the vertices that came into use into the grid, and the others out; returns both together. */
  settle(): Int32Array {
    this.#reserve();
    const touched = this.#touched;
    const changed = new Int32List(touched.length);
    const uses = this.#uses.items;
    const isEntered = this.#isEntered.items;
    for (let i = 0; i < touched.length; i++) {
      const vertex = touched.at(i);
      const isUsed = uses[vertex] === 0 ? 0 : 1;
      if (isEntered[vertex] === isUsed) continue;
      isEntered[vertex] = isUsed;
      changed.push(vertex);
      if (isUsed === 0) this.#leave(vertex);
    }
    touched.length = 0;
    this.#enterUsed(changed.values());
    return changed.values();
  }

  /** The first vertex in use in a cell, or -1. */
  firstIn(cell: number): number {
    return (this.#firstInCell[cell] ?? 0) - 1;
  }

  /** The vertex in use that follows in the same cell, or -1. */
  after(vertex: number): number {
    return this.#nextInCell.get(vertex);
  }

  /** The order of a sweep: from west to east, then from south to north. */
  compare(a: number, b: number): number {
    return this.x.get(a) - this.x.get(b) || this.y.get(a) - this.y.get(b);
  }

  /** Makes room for all vertices in the columns that are kept beside their places. */
  #reserve(): void {
    const room = this.x.items.length - 1;
    this.#uses.reserve(room);
    this.#isEntered.reserve(room);
    this.#nextInCell.reserve(room);
  }

  #enterUsed(vertices: Int32Array): void {
    const grid = this.#grid;
    const x = this.x.items;
    const y = this.y.items;
    const uses = this.#uses.items;
    const next = this.#nextInCell.items;
    const first = this.#firstInCell;
    for (let i = 0; i < vertices.length; i++) {
      const vertex = vertices[i] ?? 0;
      if (uses[vertex] === 0) continue;
      const cell = grid.cellAt(x[vertex] ?? 0, y[vertex] ?? 0);
      next[vertex] = (first[cell] ?? 0) - 1;
      first[cell] = vertex + 1;
    }
  }

  #leave(vertex: number): void {
    const cell = this.#grid.cellAt(this.x.get(vertex), this.y.get(vertex));
    let before = NONE;
    for (let other = this.firstIn(cell); other !== vertex; other = this.after(other)) before = other;
    if (before === NONE) this.#firstInCell[cell] = this.after(vertex) + 1;
    else this.#nextInCell.set(before, this.after(vertex));
  }
}
