import type { GridBox } from '../grid.ts';
import { CellGrid } from './cell-grid.ts';
import { IntColumn } from './column.ts';
import { crossingOf, hasBorderAlong, passageOf } from './crossing.ts';
import { NO_RINGS, type RingSet, RingSets } from './ring-sets.ts';
import { Segments } from './segments.ts';
import { Vertices } from './vertices.ts';

const NONE = -1;

/** More crossings than any plan has; a hostile one is told so instead of filling the memory. */
const MOST_CROSSINGS = 1_000_000;

/** The outlines cross each other more often than can be worked out. */
export class TooManyCrossingsError extends Error {
  constructor() {
    super(`The outlines cross each other more than ${MOST_CROSSINGS} times`);
  }
}

/**
 * The edges of all rings, cut where they meet into segments that have nothing but ends in common, and kept so while
 * edges come and go. The cutting is snap rounding with hot pixels (Hobby 1999): every end of an edge and every crossing,
 * rounded to integers, is a vertex, and an edge is bent to each vertex whose square of one unit it runs through. Which
 * segments there are depends on the edges alone, not on the order in which they came; so a change costs what lies
 * around it and leads to the same as starting afresh.
 */
export class Arrangement {
  readonly rings = new RingSets();
  readonly grid: CellGrid;
  readonly vertices: Vertices;
  readonly segments: Segments;
  /** The rings that have an edge, as it was drawn, between the ends of a segment. */
  readonly #drawn = new IntColumn(NO_RINGS);
  /** The vertices along the edges that are cut or bent, ends included. */
  readonly #cuts = new Map<number, readonly number[]>();
  readonly #firstInCell: Int32Array;
  readonly #entryEdge = new IntColumn();
  readonly #entryNext = new IntColumn(NONE);
  #entries = 0;
  /** The entries that are free, chained like those of a cell. */
  #freeEntry = NONE;
  /** The last search for crossings in which an edge was met. */
  readonly #metIn = new IntColumn();
  #search = 0;
  #crossings = 0;
  /** The edges to cut anew, each with its rings before. */
  #dirty: number[] = [];
  readonly #drawnBefore = new IntColumn(NONE);
  #touched: number[] = [];
  readonly #togglesBefore = new IntColumn(NONE);

  constructor(box: GridBox, expectedEdges: number) {
    this.grid = new CellGrid(box, expectedEdges / 2);
    // Most borders are shared: two edges drawn are one, and have a vertex.
    this.vertices = new Vertices(this.grid, expectedEdges / 2);
    this.segments = new Segments(this.vertices, expectedEdges / 2);
    this.#firstInCell = new Int32Array(this.grid.columns * this.grid.rows).fill(NONE);
  }

  /** Adds an edge of a ring between two vertices, or takes it away where the ring has it already. */
  toggle(ring: number, a: number, b: number): void {
    if (a === b) return;
    const edge = this.segments.between(a, b);
    this.#markDirty(edge);
    this.#drawn.set(edge, this.rings.difference(this.#drawn.get(edge), this.rings.single(ring)));
  }

  /**
   * Cuts what was toggled since the last time and tells which segments came, went or changed their rings.
   * Errors: `TooManyCrossingsError`.
   */
  settle(): number[] {
    const drawn = this.#dirty.slice();
    const isFirst = this.#entries === 0;
    for (const edge of drawn) if (this.#wasThere(edge) && !this.#isDrawn(edge)) this.#takeOut(edge);
    for (const edge of drawn) if (!this.#wasThere(edge) && this.#isDrawn(edge)) this.#putIn(edge);
    const changedVertices = this.vertices.settle();
    // At first all edges are to be cut anyway.
    if (!isFirst) for (const vertex of changedVertices) this.#markEdgesThrough(vertex);
    for (const edge of this.#dirty) this.#cutAnew(edge);
    this.#dirty = [];
    return this.#settleSegments();
  }

  /** The vertices along an edge, ends included. */
  verticesAlong(edge: number): readonly number[] {
    return this.#cuts.get(edge) ?? [this.segments.low.get(edge), this.segments.high.get(edge)];
  }

  /** Calls for each segment that there is of the edges that come near to a cell. */
  forSegmentsIn(cell: number, visit: (segment: number) => void): void {
    for (let entry = this.#firstIn(cell); entry !== NONE; entry = this.#entryNext.get(entry)) {
      const edge = this.#entryEdge.get(entry);
      const along = this.#cuts.get(edge);
      if (along === undefined) visit(edge);
      else forPieces(along, (a, b) => visit(this.segments.between(a, b)));
    }
  }

  #firstIn(cell: number): number {
    return this.#firstInCell[cell] ?? NONE;
  }

  #markDirty(edge: number): void {
    if (this.#drawnBefore.get(edge) !== NONE) return;
    this.#drawnBefore.set(edge, this.#drawn.get(edge));
    this.#dirty.push(edge);
  }

  #wasThere(edge: number): boolean {
    return this.#drawnBefore.get(edge) !== NO_RINGS;
  }

  #isDrawn(edge: number): boolean {
    return this.#drawn.get(edge) !== NO_RINGS;
  }

  #cellsAlong(edge: number): number {
    const { x, y } = this.vertices;
    const low = this.segments.low.get(edge);
    const high = this.segments.high.get(edge);
    return this.grid.cellsAlong(x.get(low), y.get(low), x.get(high), y.get(high));
  }

  #putIn(edge: number): void {
    const count = this.#cellsAlong(edge);
    const cells = this.grid.found;
    this.#crossings += this.#forCrossings(edge, count, (vertex) => this.vertices.use(vertex));
    if (this.#crossings > MOST_CROSSINGS) throw new TooManyCrossingsError();
    for (let i = 0; i < count; i++) this.#addEntry(cells[i] ?? 0, edge);
    this.vertices.use(this.segments.low.get(edge));
    this.vertices.use(this.segments.high.get(edge));
  }

  #takeOut(edge: number): void {
    const count = this.#cellsAlong(edge);
    const cells = this.grid.found;
    for (let i = 0; i < count; i++) this.#removeEntry(cells[i] ?? 0, edge);
    this.#crossings -= this.#forCrossings(edge, count, (vertex) => this.vertices.release(vertex));
    this.vertices.release(this.segments.low.get(edge));
    this.vertices.release(this.segments.high.get(edge));
  }

  /** Calls for each crossing of an edge with another in the cells found; returns their number. */
  #forCrossings(edge: number, count: number, visit: (vertex: number) => void): number {
    const cells = this.grid.found;
    let crossings = 0;
    this.#search++;
    for (let i = 0; i < count; i++) {
      for (let entry = this.#firstIn(cells[i] ?? 0); entry !== NONE; entry = this.#entryNext.get(entry)) {
        const other = this.#entryEdge.get(entry);
        // Two edges may share many cells, but are a pair once.
        if (this.#metIn.get(other) === this.#search) continue;
        if (count > 1) this.#metIn.set(other, this.#search);
        const crossing = crossingOf(this.segments, edge, other);
        if (crossing === null) continue;
        crossings++;
        visit(this.vertices.at(crossing.x, crossing.y));
      }
    }
    return crossings;
  }

  #addEntry(cell: number, edge: number): void {
    let entry = this.#freeEntry;
    if (entry === NONE) entry = this.#entries++;
    else this.#freeEntry = this.#entryNext.get(entry);
    this.#entryEdge.set(entry, edge);
    this.#entryNext.set(entry, this.#firstIn(cell));
    this.#firstInCell[cell] = entry;
  }

  #removeEntry(cell: number, edge: number): void {
    let before = NONE;
    let entry = this.#firstIn(cell);
    while (this.#entryEdge.get(entry) !== edge) {
      before = entry;
      entry = this.#entryNext.get(entry);
    }
    const next = this.#entryNext.get(entry);
    if (before === NONE) this.#firstInCell[cell] = next;
    else this.#entryNext.set(before, next);
    this.#entryNext.set(entry, this.#freeEntry);
    this.#freeEntry = entry;
  }

  #markEdgesThrough(vertex: number): void {
    const cell = this.grid.cellAt(this.vertices.x.get(vertex), this.vertices.y.get(vertex));
    for (let entry = this.#firstIn(cell); entry !== NONE; entry = this.#entryNext.get(entry)) {
      const edge = this.#entryEdge.get(entry);
      if (this.#drawnBefore.get(edge) === NONE && passageOf(this.segments, edge, vertex) !== 'outside')
        this.#markDirty(edge);
    }
  }

  #cutAnew(edge: number): void {
    this.#flipPieces(edge, this.#drawnBefore.get(edge));
    this.#drawnBefore.set(edge, NONE);
    this.#cuts.delete(edge);
    if (!this.#isDrawn(edge)) return;
    const through = this.#verticesThrough(edge);
    if (through !== null) {
      this.#cuts.set(edge, [this.segments.low.get(edge), ...through, this.segments.high.get(edge)]);
    }
    this.#flipPieces(edge, this.#drawn.get(edge));
  }

  /** The vertices whose squares the edge runs through, from its low to its high end; null where there are none. */
  #verticesThrough(edge: number): number[] | null {
    const count = this.#cellsAlong(edge);
    let through: number[] | null = null;
    for (let i = 0; i < count; i++) {
      let vertex = this.vertices.firstIn(this.grid.found[i] ?? 0);
      for (; vertex !== NONE; vertex = this.vertices.after(vertex)) {
        if (!this.#isDrawnTo(edge, vertex)) continue;
        through ??= [];
        through.push(vertex);
      }
    }
    return through === null || through.length < 2 ? through : through.sort(this.#orderAlong(edge));
  }

  /** Along the border of a square an edge is drawn to the vertex if it crosses another there, as rounding told. */
  #isDrawnTo(edge: number, vertex: number): boolean {
    const passage = passageOf(this.segments, edge, vertex);
    if (passage !== 'along its border') return passage === 'through';
    if (hasBorderAlong(this.segments, edge, vertex)) return true;
    const [x, y] = [this.vertices.x.get(vertex), this.vertices.y.get(vertex)];
    for (
      let entry = this.#firstIn(this.grid.cellAt(x, y));
      entry !== NONE;
      entry = this.#entryNext.get(entry)
    ) {
      const crossing = crossingOf(this.segments, edge, this.#entryEdge.get(entry));
      if (crossing !== null && crossing.x === x && crossing.y === y) return true;
    }
    return false;
  }

  #orderAlong(edge: number): (a: number, b: number) => number {
    const { x, y } = this.vertices;
    const [low, high] = [this.segments.low.get(edge), this.segments.high.get(edge)];
    const [dx, dy] = [x.get(high) - x.get(low), y.get(high) - y.get(low)];
    return (a, b) => (x.get(a) - x.get(b)) * dx + (y.get(a) - y.get(b)) * dy || this.vertices.compare(a, b);
  }

  #flipPieces(edge: number, rings: RingSet): void {
    if (rings === NO_RINGS) return;
    const along = this.#cuts.get(edge);
    if (along === undefined) this.#flip(edge, rings);
    else forPieces(along, (a, b) => this.#flip(this.segments.between(a, b), rings));
  }

  #flip(segment: number, rings: RingSet): void {
    const toggles = this.segments.toggles.get(segment);
    if (this.#togglesBefore.get(segment) === NONE) {
      this.#togglesBefore.set(segment, toggles);
      this.#touched.push(segment);
    }
    this.segments.toggles.set(segment, this.rings.difference(toggles, rings));
  }

  #settleSegments(): number[] {
    const changed = this.#touched.filter((segment) => {
      const before = this.#togglesBefore.get(segment);
      const now = this.segments.toggles.get(segment);
      this.#togglesBefore.set(segment, NONE);
      if (before === NO_RINGS && now !== NO_RINGS) this.segments.attach(segment);
      if (before !== NO_RINGS && now === NO_RINGS) this.segments.detach(segment);
      return before !== now;
    });
    this.#touched = [];
    return changed;
  }
}

function forPieces(along: readonly number[], visit: (a: number, b: number) => void): void {
  for (let i = 1; i < along.length; i++) visit(along[i - 1] ?? 0, along[i] ?? 0);
}
