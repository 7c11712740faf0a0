import { boxOf, type GridBox } from '../grid.ts';
import { Int32List } from '../int32-list.ts';
import { Covering } from './covering.ts';
import { crossesMeridian, crossesWestward, isSouthOf } from './edge-tests.ts';
import { LeafWriter } from './leaf-writer.ts';
import type { OwnedPolygons } from './owned-polygons.ts';
import { collectEdges, type SourceEdges } from './source-edges.ts';
import { type Square, type SquareGrid, spreadEdges } from './spread-edges.ts';

// Measured with `bench/point-location.ts`: finer grids leave fewer edges to a square and fit the caches less.
/** Edges for each square of the outer grid. */
const EDGES_PER_SQUARE = 1;
/** A square with more edges gets a grid of its own, with a square for so many edges. */
const MAX_EDGES = 6;
const EDGES_PER_INNER_SQUARE = 0.5;
/** Where very many edges end in one point no grid is fine enough. */
const MAX_DEPTH = 4;
const MAX_SIDE_BITS = 5;

/**
 * The index as one list of integers, and its outer grid, which begins the list. A square is told by one integer: an
 * answer, or, below 0, the complement of where its leaf or its own grid begins.
 */
export interface BuiltIndex {
  readonly store: Int32Array;
  readonly grid: SquareGrid;
  /** Around all edges; empty without any. */
  readonly box: GridBox;
}

/** Builds the index over polygons whose coordinates fit 32 bits. */
export function buildIndex(owned: OwnedPolygons): BuiltIndex {
  const source = collectEdges(owned.polygons);
  const box = boxOf(source.ends.subarray(0, 4 * source.count));
  const grid = outerGrid(box, source.count);
  const builder = new IndexBuilder(owned, source);
  const all = Int32Array.from({ length: source.count }, (_, edge) => edge);
  builder.writeGrid(grid, all, { at: builder.store.reserve(grid.columns * grid.rows), depth: 0 });
  return { store: builder.store.data.slice(0, builder.store.length), grid, box };
}

function outerGrid(box: GridBox, edges: number): SquareGrid {
  const [width, height] = [Math.max(0, box.maxX - box.minX) + 1, Math.max(0, box.maxY - box.minY) + 1];
  const place = edges === 0 ? { x: 0, y: 0 } : { x: box.minX, y: box.minY };
  for (let size = 1; ; size *= 2) {
    const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
    if (columns * rows <= 64 + edges / EDGES_PER_SQUARE) return { ...place, size, columns, rows };
  }
}

interface Placement {
  /** Where in the store the squares begin. */
  readonly at: number;
  readonly depth: number;
}

/**
 * Writes grids and leaves while walking over the plane: along each row of squares from east to west, from south-eastern
 * corner to south-eastern corner.
 */
class IndexBuilder {
  readonly store = new Int32List();
  private readonly owned: OwnedPolygons;
  private readonly source: SourceEdges;
  private readonly here: Covering;
  private readonly leaves: LeafWriter;

  constructor(owned: OwnedPolygons, source: SourceEdges) {
    this.owned = owned;
    this.source = source;
    this.here = new Covering(source);
    this.leaves = new LeafWriter(owned, source);
  }

  /** Writes the squares of a grid. The walk begins and ends at the grid's south-eastern corner. */
  writeGrid(grid: SquareGrid, edges: Int32Array, { at, depth }: Placement): void {
    const spread = spreadEdges(this.source.ends, edges, grid);
    const eastX = grid.x + grid.columns * grid.size;
    const eastern = edges.filter((edge) => crossesMeridian(this.source.ends, 4 * edge, eastX));
    const { steps } = this.here;
    for (let row = 0; row < grid.rows; row++) {
      const y = grid.y + row * grid.size;
      this.walkNorth(eastern, eastX, { fromY: grid.y, toY: y });
      let answer = this.answerHere();
      for (let column = grid.columns - 1; column >= 0; column--) {
        const square = { x: grid.x + column * grid.size, y, size: grid.size };
        const number = row * grid.columns + column;
        const local = spread.edges.subarray(spread.starts[number], spread.starts[number + 1]);
        const code = local.length === 0 ? answer : this.writeSquare(square, local, depth);
        this.store.data[at + number] = code;
        if (local.length > 0 && this.walkWest(local, square)) answer = this.answerHere();
      }
      this.here.goBack(steps);
    }
  }

  /** Along a meridian that the edges cross. */
  private walkNorth(edges: Int32Array, x: number, { fromY, toY }: { fromY: number; toY: number }): void {
    const { ends } = this.source;
    for (const edge of edges) {
      if (isSouthOf(ends, 4 * edge, x, toY) && !isSouthOf(ends, 4 * edge, x, fromY)) this.here.cross(edge);
    }
  }

  /** From a square's south-eastern corner to its south-western one; whether an edge was crossed. */
  private walkWest(edges: Int32Array, { x, y, size }: Square): boolean {
    const { steps } = this.here;
    const way = { westX: x, eastX: x + size, y };
    for (const edge of edges) {
      if (crossesWestward(this.source.ends, 4 * edge, way)) this.here.cross(edge);
    }
    return this.here.steps > steps;
  }

  /** Writes what a square needs beyond its own integer, and returns that. The walk is at its south-eastern corner. */
  private writeSquare(square: Square, edges: Int32Array, depth: number): number {
    const sideBits = Math.min(sideBitsFor(edges.length), Math.log2(square.size));
    if (sideBits === 0 || depth === MAX_DEPTH) {
      const leaf = this.leaves.write(this.store, this.here, { square, edges });
      return leaf < 0 ? this.answerHere() : ~leaf;
    }
    const side = 2 ** sideBits;
    const grid = { x: square.x, y: square.y, size: square.size / side, columns: side, rows: side };
    const start = this.store.reserve(2 + side * side);
    this.store.data.set([sideBits, Math.log2(grid.size)], start);
    this.writeGrid(grid, edges, { at: start + 2, depth: depth + 1 });
    return ~start;
  }

  private answerHere(): number {
    return this.owned.answerFor(Array.from(this.here.all(), (polygon) => this.owned.ownerOf(polygon)));
  }
}

/** How often to halve a square with so many edges: 0 when it can stay whole. */
function sideBitsFor(edges: number): number {
  if (edges <= MAX_EDGES) return 0;
  return Math.min(MAX_SIDE_BITS, Math.max(1, Math.round(Math.log2(edges / EDGES_PER_INNER_SQUARE) / 2)));
}
