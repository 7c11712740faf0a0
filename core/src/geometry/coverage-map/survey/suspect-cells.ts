import { orient2d } from 'robust-predicates';
import type { GridBox } from '../../grid.ts';
import type { DrawnRings } from './drawn-rings.ts';
import { EdgeCells } from './edge-cells.ts';
import { RingLoops } from './ring-loops.ts';
import { RingsAround } from './rings-around.ts';
import { UnmatchedEdges } from './unmatched-edges.ts';

const NONE = -1;

/**
 * The cells in which something may be amiss. In all others every place of the area lies in one territory, and no place
 * beyond it in any: where no ring winds otherwise than once or not at all, the windings of all territories less those of
 * the boundary are the windings of the edges that are not matched; and these wind around nothing outside their boxes.
 */
export class SuspectCells {
  readonly cells: EdgeCells;
  readonly edges: UnmatchedEdges;
  readonly around: RingsAround;
  readonly #drawn: DrawnRings;
  readonly #isSuspect: Uint8Array;
  readonly #suspects: number[] = [];

  constructor(drawn: DrawnRings, box: GridBox) {
    this.#drawn = drawn;
    const loops = new RingLoops(drawn);
    const boxes: GridBox[] = [];
    this.cells = new EdgeCells(drawn, box, (edge, other) => this.#compare(edge, other, loops, boxes));
    this.edges = new UnmatchedEdges(drawn, (ring) => loops.orientationOf(ring));
    this.around = new RingsAround(drawn, this.cells);
    boxes.push(
      ...loops.boxes(),
      ...this.edges.boxes(),
      ...this.#boxesOfHoles(),
      ...this.#boxesOfNestedBoundaries(),
    );
    const { grid } = this.cells;
    this.#isSuspect = new Uint8Array(grid.columns * grid.rows);
    for (const one of boxes) this.#mark(one);
  }

  /** Whether a place lies in a suspect cell. */
  has(x: number, y: number): boolean {
    return this.#isSuspect[this.cells.grid.cellAt(x, y)] === 1;
  }

  /** All edges that come near to a suspect cell. */
  edgesWithin(): number[] {
    const isFound = new Uint8Array(this.#drawn.edgeCount);
    const found: number[] = [];
    for (const cell of this.#suspects) {
      for (let entry = this.cells.firstIn(cell); entry !== NONE; entry = this.cells.after(entry)) {
        const edge = this.cells.edgeOf(entry);
        if (isFound[edge] === 1) continue;
        isFound[edge] = 1;
        found.push(edge);
      }
    }
    return found;
  }

  #mark(box: GridBox): void {
    const { grid } = this.cells;
    const count = grid.cellsIn(box);
    for (let i = 0; i < count; i++) {
      const cell = grid.found[i] ?? 0;
      if (this.#isSuspect[cell] === 1) continue;
      this.#isSuspect[cell] = 1;
      this.#suspects.push(cell);
    }
  }

  /** Notes where two edges of one ring meet, and which rings of the boundary do. */
  #compare(edge: number, other: number, loops: RingLoops, boxes: GridBox[]): void {
    const { first, second } = this.#drawn;
    this.#compareAt(first[edge] ?? NONE, first[other] ?? NONE, loops, boxes);
    this.#compareAt(first[edge] ?? NONE, second[other] ?? NONE, loops, boxes);
    this.#compareAt(second[edge] ?? NONE, first[other] ?? NONE, loops, boxes);
    this.#compareAt(second[edge] ?? NONE, second[other] ?? NONE, loops, boxes);
  }

  #compareAt(place: number, other: number, loops: RingLoops, boxes: GridBox[]): void {
    if (place === NONE || other === NONE) return;
    const { ringAt, boundaryRings } = this.#drawn;
    const ring = ringAt[place] ?? 0;
    const otherRing = ringAt[other] ?? 0;
    if (ring === otherRing) {
      if (this.#meet(place, other)) loops.add(place, other);
    } else if (ring < boundaryRings && otherRing < boundaryRings && this.#meet(place, other)) {
      boxes.push(this.#drawn.boxOf(ring), this.#drawn.boxOf(otherRing));
    }
  }

  /** Whether two edges whose boxes meet have a point in common. */
  #meet(place: number, other: number): boolean {
    const { x, y, vertexAt } = this.#drawn;
    const a = vertexAt[place] ?? 0;
    const b = this.#drawn.vertexAfter(place);
    const c = vertexAt[other] ?? 0;
    const d = this.#drawn.vertexAfter(other);
    const ax = x[a] ?? 0;
    const ay = y[a] ?? 0;
    const bx = x[b] ?? 0;
    const by = y[b] ?? 0;
    const cx = x[c] ?? 0;
    const cy = y[c] ?? 0;
    const dx = x[d] ?? 0;
    const dy = y[d] ?? 0;
    if (orient2d(ax, ay, bx, by, cx, cy) * Math.sign(orient2d(ax, ay, bx, by, dx, dy)) > 0) return false;
    return orient2d(cx, cy, dx, dy, ax, ay) * Math.sign(orient2d(cx, cy, dx, dy, bx, by)) <= 0;
  }

  #boxesOfHoles(): GridBox[] {
    return this.#drawn.rings.flatMap(({ isHole }, ring) => (isHole ? [this.#drawn.boxOf(ring)] : []));
  }

  /** The parts of the boundary that touch or lie within another one. */
  #boxesOfNestedBoundaries(): GridBox[] {
    const { boundaryRings, x, y, vertexAt } = this.#drawn;
    if (boundaryRings < 2) return [];
    const ringOf = new Map<number, number>();
    return Array.from({ length: boundaryRings }, (_, ring) => ring).flatMap((ring) => {
      const [start, end] = [this.#drawn.startOf(ring), this.#drawn.endOf(ring)];
      if (start === end) return [];
      const boxes: GridBox[] = [];
      for (let place = start; place < end; place++) {
        const vertex = vertexAt[place] ?? 0;
        const known = ringOf.get(vertex) ?? ring;
        if (known !== ring) boxes.push(this.#drawn.boxOf(known), this.#drawn.boxOf(ring));
        ringOf.set(vertex, ring);
      }
      const first = vertexAt[start] ?? 0;
      const around = this.around.westOf({ x: x[first] ?? 0, y: y[first] ?? 0 }, () => false);
      if (around.some((other) => other !== ring && other < boundaryRings))
        boxes.push(this.#drawn.boxOf(ring));
      return boxes;
    });
  }
}
