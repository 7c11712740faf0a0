import type { GridBox } from '../grid.ts';
import { Int32List } from '../int32-list.ts';
import { CellGrid } from './cell-grid.ts';
import { CellLists } from './cell-lists.ts';
import { IntColumn } from './column.ts';
import { crossingOf, hasBorderAlong, passageOf } from './crossing.ts';
import { NO_RINGS, type RingSet, RingSets } from './ring-sets.ts';
import { Segments } from './segments.ts';
import { Vertices } from './vertices.ts';

const NONE = -1;

/** Segments to come of each edge drawn: most borders are shared, so that two edges are one; some are cut. */
const SEGMENTS_PER_EDGE = 0.6;
/** Room for so many times as many, or a plan of a few more would have all columns grow. */
const ROOM = 1.1;

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
  readonly #drawn: IntColumn;
  /** The vertices along the edges that are cut or bent, ends included. */
  readonly #cuts = new Map<number, readonly number[]>();
  readonly #nearby: CellLists;
  /** 1 for edges that may run through vertices between their ends. */
  readonly #isCrowded: IntColumn;
  /** The last search for crossings in which an edge was met. */
  readonly #metIn: IntColumn;
  #search = 0;
  #crossings = 0;
  /** The edges to cut anew, each with its rings before. */
  readonly #dirty: Int32List;
  readonly #drawnBefore: IntColumn;
  readonly #touched: Int32List;
  readonly #togglesBefore: IntColumn;
  /** Where edges at work cross others, once for each pair. */
  readonly #crossed = new Int32List();

  constructor(box: GridBox, expectedEdges: number) {
    const expected = Math.ceil(expectedEdges * SEGMENTS_PER_EDGE);
    this.grid = new CellGrid(box, expected);
    const room = Math.ceil(expected * ROOM);
    this.vertices = new Vertices(this.grid, room);
    this.segments = new Segments(this.vertices, room);
    this.#drawn = new IntColumn(NO_RINGS, room);
    this.#nearby = new CellLists(this.grid.columns * this.grid.rows, room);
    this.#isCrowded = new IntColumn(0, room);
    this.#metIn = new IntColumn(0, room);
    this.#dirty = new Int32List(room);
    this.#drawnBefore = new IntColumn(NONE, room);
    this.#touched = new Int32List(room);
    this.#togglesBefore = new IntColumn(NONE, room);
  }

  /** Adds an edge of a ring between two vertices, or takes it away where the ring has it already. */
  toggle(ring: number, a: number, b: number): void {
    if (a === b) return;
    const edge = this.segments.between(a, b);
    this.#markDirty(edge);
    this.#drawn.set(edge, this.rings.difference(this.#drawn.get(edge), this.rings.single(ring)));
  }

  /** As `toggle`, for all edges of a ring that goes around vertices. */
  toggleAround(ring: number, vertices: Int32Array): void {
    const edges = this.segments.allAround(vertices);
    const single = this.rings.single(ring);
    this.#drawn.reserve(this.segments.count);
    this.#drawnBefore.reserve(this.segments.count);
    const drawn = this.#drawn.items;
    const drawnBefore = this.#drawnBefore.items;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] ?? NONE;
      if (edge === NONE) continue;
      const before = drawn[edge] ?? NO_RINGS;
      if (drawnBefore[edge] === NONE) {
        drawnBefore[edge] = before;
        this.#dirty.push(edge);
      }
      drawn[edge] = this.rings.difference(before, single);
    }
  }

  /**
   * Cuts what was toggled since the last time and tells which segments came, went or changed their rings.
   * Errors: `TooManyCrossingsError`.
   */
  settle(): Int32Array {
    const isFirst = this.#nearby.isUnused;
    this.#crossed.length = 0;
    this.#isCrowded.reserve(this.segments.count);
    this.#metIn.reserve(this.segments.count);
    if (!isFirst) this.#takeOutGone();
    this.#putInNew(isFirst);
    const changedVertices = this.vertices.settle();
    // At first every edge was compared with all others, and so with their ends.
    const unmet = isFirst ? this.#crossed.values() : changedVertices;
    this.#markEdgesThrough(unmet);
    this.#cutDirty();
    return this.#settleSegments();
  }

  /** Whether a segment is an edge as it was drawn, and no piece of another one. */
  isDrawnAlone(segment: number): boolean {
    return !this.#cuts.has(segment) && this.#drawn.get(segment) === this.segments.toggles.get(segment);
  }

  /** The vertices along an edge, ends included. */
  verticesAlong(edge: number): readonly number[] {
    return this.#cuts.get(edge) ?? [this.segments.low.get(edge), this.segments.high.get(edge)];
  }

  /** Calls for each segment that there is of the edges that come near to a cell. */
  forSegmentsIn(cell: number, visit: (segment: number) => void): void {
    const { member: edges, next } = this.#nearby;
    for (let entry = this.#nearby.firstIn(cell); entry !== NONE; entry = next.get(entry)) {
      const edge = edges.get(entry);
      const along = this.#cuts.get(edge);
      if (along === undefined) visit(edge);
      else forPieces(along, (a, b) => visit(this.segments.between(a, b)));
    }
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
    return this.grid.cellsAlong(x.items, y.items, this.segments.low.get(edge), this.segments.high.get(edge));
  }

  #putInNew(isFirst: boolean): void {
    const came = new Int32List(this.#dirty.length);
    const dirty = this.#dirty.values();
    const drawn = this.#drawn.items;
    const drawnBefore = this.#drawnBefore.items;
    const low = this.segments.low.items;
    const high = this.segments.high.items;
    for (let i = 0; i < dirty.length; i++) {
      const edge = dirty[i] ?? 0;
      if (drawnBefore[edge] !== NO_RINGS || drawn[edge] === NO_RINGS) continue;
      came.push(edge);
      const { x, y } = this.vertices;
      const count = this.grid.cellsAlong(x.items, y.items, low[edge] ?? 0, high[edge] ?? 0);
      this.#findCrossings(edge, count);
      if (this.#crossings + this.#crossed.length > MOST_CROSSINGS) throw new TooManyCrossingsError();
      this.#nearby.add(edge, this.grid.found, count);
      if (!isFirst) this.#isCrowded.set(edge, 1);
    }
    this.#crossings += this.#crossed.length;
    this.vertices.use(this.#crossed.values());
    this.vertices.useEnds(came.values(), low, high);
  }

  #takeOutGone(): void {
    const gone = new Int32List();
    for (let i = 0; i < this.#dirty.length; i++) {
      const edge = this.#dirty.at(i);
      if (!this.#wasThere(edge) || this.#isDrawn(edge)) continue;
      gone.push(edge);
      const count = this.#cellsAlong(edge);
      this.#nearby.remove(edge, this.grid.found, count);
      this.#findCrossings(edge, count);
    }
    this.#crossings -= this.#crossed.length;
    this.vertices.release(this.#crossed.values());
    this.vertices.release(this.segments.endsOf(gone.values()));
    this.#crossed.length = 0;
  }

  /** Adds where an edge crosses others in the cells found to `crossed`, and marks those that come near to ends of others. */
  #findCrossings(edge: number, count: number): void {
    const { found } = this.grid;
    const edges = this.#nearby.member.items;
    const next = this.#nearby.next.items;
    const low = this.segments.low.items;
    const high = this.segments.high.items;
    const x = this.vertices.x.items;
    const y = this.vertices.y.items;
    const isCrowded = this.#isCrowded.items;
    const a = low[edge] ?? 0;
    const b = high[edge] ?? 0;
    const ax = x[a] ?? 0;
    const bx = x[b] ?? 0;
    const ay = y[a] ?? 0;
    const by = y[b] ?? 0;
    const south = ay < by ? ay : by;
    const north = ay < by ? by : ay;
    const search = ++this.#search;
    const metIn = this.#metIn.items;
    for (let i = 0; i < count; i++) {
      for (let entry = this.#nearby.firstIn(found[i] ?? 0); entry !== NONE; entry = next[entry] ?? NONE) {
        const other = edges[entry] ?? 0;
        // Most edges of the cells lie beside this one; to tell so here costs a fraction of asking each.
        const c = low[other] ?? 0;
        const cx = x[c] ?? 0;
        if (cx > bx) continue;
        const d = high[other] ?? 0;
        const dx = x[d] ?? 0;
        if (dx < ax) continue;
        // One that begins where this one ends, neither running due north, has nothing else in common with it.
        if ((c === b || d === a) && ax < bx && cx < dx) continue;
        const cy = y[c] ?? 0;
        const dy = y[d] ?? 0;
        if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
        // Two edges may share many cells, but are a pair once.
        if (count > 1) {
          if (metIn[other] === search) continue;
          metIn[other] = search;
        }
        const hasC = cx >= ax && cy >= south && cy <= north && c !== a && c !== b;
        const hasD = dx <= bx && dy >= south && dy <= north && d !== a && d !== b;
        if ((hasC && this.#comesTo(edge, c)) || (hasD && this.#comesTo(edge, d))) isCrowded[edge] = 1;
        const otherSouth = cy < dy ? cy : dy;
        const otherNorth = cy < dy ? dy : cy;
        const isAIn = ax >= cx && ay >= otherSouth && ay <= otherNorth && a !== c && a !== d;
        const isBIn = bx <= dx && by >= otherSouth && by <= otherNorth && b !== c && b !== d;
        if ((isAIn && this.#comesTo(other, a)) || (isBIn && this.#comesTo(other, b))) isCrowded[other] = 1;
        // Those that follow each other, as most that come so near, have an end in common and do not cross.
        if (a === c || b === d || a === d || b === c) continue;
        const crossing = crossingOf(this.segments, edge, other);
        if (crossing === null) continue;
        this.#crossed.push(this.vertices.at(crossing.x, crossing.y));
      }
    }
  }

  #markEdgesThrough(vertices: Int32Array): void {
    const x = this.vertices.x.items;
    const y = this.vertices.y.items;
    const edges = this.#nearby.member.items;
    const next = this.#nearby.next.items;
    for (let i = 0; i < vertices.length; i++) {
      const vertex = vertices[i] ?? 0;
      const cell = this.grid.cellAt(x[vertex] ?? 0, y[vertex] ?? 0);
      for (let entry = this.#nearby.firstIn(cell); entry !== NONE; entry = next[entry] ?? NONE) {
        const edge = edges[entry] ?? 0;
        if (!this.#comesTo(edge, vertex)) continue;
        this.#isCrowded.set(edge, 1);
        this.#markDirty(edge);
      }
    }
  }

  /** Whether an edge runs through the square of a vertex between its ends, or along its border. */
  #comesTo(edge: number, vertex: number): boolean {
    return passageOf(this.segments, edge, vertex) !== 'outside';
  }

  #cutDirty(): void {
    const dirty = this.#dirty;
    const drawn = this.#drawn.items;
    const drawnBefore = this.#drawnBefore.items;
    const isCrowded = this.#isCrowded.items;
    for (let i = 0; i < dirty.length; i++) {
      const edge = dirty.at(i);
      const before = drawnBefore[edge] ?? NO_RINGS;
      drawnBefore[edge] = NONE;
      if (before !== NO_RINGS) {
        this.#flipPieces(edge, before);
        this.#cuts.delete(edge);
      }
      const rings = drawn[edge] ?? NO_RINGS;
      if (rings === NO_RINGS) continue;
      const through = isCrowded[edge] === 1 ? this.#verticesThrough(edge) : null;
      if (through === null) {
        this.#flip(edge, rings);
        continue;
      }
      this.#cuts.set(edge, [this.segments.low.get(edge), ...through, this.segments.high.get(edge)]);
      this.#flipPieces(edge, rings);
    }
    dirty.length = 0;
  }

  /** The vertices whose squares the edge runs through, from its low to its high end; null where there are none. */
  #verticesThrough(edge: number): number[] | null {
    const x = this.vertices.x.items;
    const y = this.vertices.y.items;
    const low = this.segments.low.get(edge);
    const high = this.segments.high.get(edge);
    const west = x[low] ?? 0;
    const east = x[high] ?? 0;
    const south = Math.min(y[low] ?? 0, y[high] ?? 0);
    const north = Math.max(y[low] ?? 0, y[high] ?? 0);
    const count = this.#cellsAlong(edge);
    const { found } = this.grid;
    let through: number[] | null = null;
    for (let i = 0; i < count; i++) {
      let vertex = this.vertices.firstIn(found[i] ?? 0);
      for (; vertex !== NONE; vertex = this.vertices.after(vertex)) {
        const vertexX = x[vertex] ?? 0;
        if (vertexX < west || vertexX > east) continue;
        const vertexY = y[vertex] ?? 0;
        if (vertexY < south || vertexY > north) continue;
        if (vertex === low || vertex === high || !this.#isDrawnTo(edge, vertex)) continue;
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
    const { member: edges, next } = this.#nearby;
    for (let entry = this.#nearby.firstIn(this.grid.cellAt(x, y)); entry !== NONE; entry = next.get(entry)) {
      const crossing = crossingOf(this.segments, edge, edges.get(entry));
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
    const along = this.#cuts.get(edge);
    if (along === undefined) this.#flip(edge, rings);
    else forPieces(along, (a, b) => this.#flip(this.segments.between(a, b), rings));
  }

  #flip(segment: number, rings: RingSet): void {
    const { toggles } = this.segments;
    toggles.reserve(segment);
    this.#togglesBefore.reserve(segment);
    const now = toggles.items;
    const before = this.#togglesBefore.items;
    const set = now[segment] ?? NO_RINGS;
    if (before[segment] === NONE) {
      before[segment] = set;
      this.#touched.push(segment);
    }
    now[segment] = this.rings.difference(set, rings);
  }

  #settleSegments(): Int32Array {
    const touched = this.#touched;
    const changed = new Int32List(touched.length);
    const came = new Int32List(touched.length);
    const toggles = this.segments.toggles.items;
    const togglesBefore = this.#togglesBefore.items;
    for (let i = 0; i < touched.length; i++) {
      const segment = touched.at(i);
      const before = togglesBefore[segment] ?? NONE;
      const now = toggles[segment] ?? NO_RINGS;
      togglesBefore[segment] = NONE;
      if (before === now) continue;
      changed.push(segment);
      if (before === NO_RINGS) came.push(segment);
      if (now === NO_RINGS) this.segments.detach(segment);
    }
    touched.length = 0;
    this.segments.attach(came.values());
    return changed.values();
  }
}

function forPieces(along: readonly number[], visit: (a: number, b: number) => void): void {
  for (let i = 1; i < along.length; i++) visit(along[i - 1] ?? 0, along[i] ?? 0);
}
