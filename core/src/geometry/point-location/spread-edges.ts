import { Int32List } from '../int32-list.ts';

/** A square part of a grid: south-western corner and width, which is a power of two. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Squares side by side, row by row from the south-western one on. */
export interface SquareGrid extends Square {
  readonly columns: number;
  readonly rows: number;
}

/** The edges of each square: those of square i stand in `edges` from `starts[i]` to `starts[i + 1]`. */
export interface SpreadEdges {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

/**
 * Tells for each square the edges that come into it, its borders included. Some that pass within a unit of it may be
 * among them.
 */
export function spreadEdges(ends: Int32Array, chosen: Int32Array, grid: SquareGrid): SpreadEdges {
  const squares = new Int32List();
  const visitors = new Int32List();
  for (const edge of chosen) {
    listSquares(ends, 4 * edge, grid, squares);
    while (visitors.length < squares.length) visitors.push(edge);
  }
  return sortedBySquare(squares, visitors, grid.columns * grid.rows);
}

function listSquares(ends: Int32Array, at: number, grid: SquareGrid, squares: Int32List): void {
  const lowX = ends[at] ?? 0;
  const lowY = ends[at + 1] ?? 0;
  const highX = ends[at + 2] ?? 0;
  const highY = ends[at + 3] ?? 0;
  const slope = lowY === highY ? 0 : (highX - lowX) / (highY - lowY);
  const fromRow = Math.max(0, Math.floor((lowY - grid.y) / grid.size));
  const toRow = Math.min(grid.rows - 1, Math.floor((highY - grid.y) / grid.size));
  for (let row = fromRow; row <= toRow; row++) {
    const south = grid.y + row * grid.size;
    const enterX = south <= lowY ? lowX : lowX + (south - lowY) * slope;
    const leaveX = south + grid.size >= highY ? highX : lowX + (south + grid.size - lowY) * slope;
    // The unit to either side makes up for rounding, and brings in what lies on the eastern border.
    const west = Math.min(enterX, leaveX) - 1 - grid.x;
    const east = Math.max(enterX, leaveX) + 1 - grid.x;
    const fromColumn = Math.max(0, Math.floor(west / grid.size));
    const toColumn = Math.min(grid.columns - 1, Math.floor(east / grid.size));
    for (let column = fromColumn; column <= toColumn; column++) squares.push(row * grid.columns + column);
  }
}

/** Counting sort. */
function sortedBySquare(squares: Int32List, visitors: Int32List, squareCount: number): SpreadEdges {
  const starts = new Int32Array(squareCount + 1);
  for (let i = 0; i < squares.length; i++) {
    const next = (squares.data[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let i = 1; i <= squareCount; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const edges = new Int32Array(squares.length);
  const free = starts.slice();
  for (let i = 0; i < squares.length; i++) {
    const square = squares.data[i] ?? 0;
    const at = free[square] ?? 0;
    edges[at] = visitors.data[i] ?? 0;
    free[square] = at + 1;
  }
  return { starts, edges };
}
