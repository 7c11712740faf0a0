import type { GridBox } from '../../grid.ts';
import { greater, lesser, signBeside } from '../../without-branches.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';

/**
 * So many edges that follow each other are a run: fewer take more boxes, more are compared with each other one by one. Bits of
 * an integer stand for them, so there can be no more than 31.
 */
const RUN = 12;

/**
 * The edges of rings in runs, with the box around each run, around each two runs that follow each other, and so on up to
 * the whole ring: a tree by which those edges are found whose boxes meet.
 */
export class RunBoxes {
  readonly #drawn: DrawnRings;
  /** The first run of each ring, and one beyond the last. */
  readonly #starts: Int32Array;
  /** By run: the place of its first edge. */
  readonly #places: Int32Array;
  /** By node: west, south, east, north. */
  readonly boxes: Int32Array;
  /** By run, a bit for each edge from the first on: 1 where its box meets that of the edges of the run after the next one. */
  readonly folds: Int32Array;

  constructor(drawn: DrawnRings) {
    this.#drawn = drawn;
    const { ringCount } = drawn;
    this.#starts = new Int32Array(ringCount + 1);
    for (let ring = 0; ring < ringCount; ring++) {
      const runs = Math.ceil((drawn.endOf(ring) - drawn.startOf(ring)) / RUN);
      this.#starts[ring + 1] = this.startOf(ring) + runs;
    }
    const count = this.startOf(ringCount);
    this.#places = new Int32Array(count);
    this.boxes = new Int32Array(8 * count);
    this.folds = new Int32Array(count);
    for (let ring = 0; ring < ringCount; ring++) this.#addRing(ring);
  }

  /** The box around a ring; empty (min > max) around one without edges. */
  boxOf(ring: number): GridBox {
    const [from, to] = [this.startOf(ring), this.startOf(ring + 1)];
    if (from === to) return { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
    const at = 4 * nodeOf(from, to);
    const { boxes } = this;
    return {
      minX: boxes[at] ?? 0,
      minY: boxes[at + 1] ?? 0,
      maxX: boxes[at + 2] ?? 0,
      maxY: boxes[at + 3] ?? 0,
    };
  }

  /** Whether a ring has no edges. */
  isEmpty(ring: number): boolean {
    return this.startOf(ring) === this.startOf(ring + 1);
  }

  /** Whether the box around a ring meets another one. */
  isNear(ring: number, box: GridBox): boolean {
    const [from, to] = [this.startOf(ring), this.startOf(ring + 1)];
    return from < to && this.#meets(nodeOf(from, to), box);
  }

  /** The box around all rings that are no holes; one point where there are none. */
  boxOfOutlines(): GridBox {
    const { boxes } = this;
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let ring = 0; ring < this.#drawn.ringCount; ring++) {
      const [from, to] = [this.startOf(ring), this.startOf(ring + 1)];
      if (from === to || this.#drawn.roles.isHole(ring)) continue;
      const at = 4 * nodeOf(from, to);
      minX = Math.min(minX, boxes[at] ?? 0);
      minY = Math.min(minY, boxes[at + 1] ?? 0);
      maxX = Math.max(maxX, boxes[at + 2] ?? 0);
      maxY = Math.max(maxY, boxes[at + 3] ?? 0);
    }
    return minX <= maxX ? { minX, minY, maxX, maxY } : { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  }

  /** Calls for each edge of a ring whose box meets the one given. */
  visitNear(ring: number, box: GridBox, visit: (edge: Place) => void): void {
    const [from, to] = [this.startOf(ring), this.startOf(ring + 1)];
    if (from < to) this.#near(from, to, box, visit);
  }

  #near(from: number, to: number, box: GridBox, visit: (edge: Place) => void): void {
    if (!this.#meets(nodeOf(from, to), box)) return;
    if (to - from === 1) {
      const end = this.endOf(from);
      for (let edge = this.#places[from] ?? 0; edge < end; edge++)
        if (this.#edgeMeets(edge, box)) visit(edge);
      return;
    }
    const middle = (from + to) >> 1;
    this.#near(from, middle, box, visit);
    this.#near(middle, to, box, visit);
  }

  #meets(node: number, { minX, minY, maxX, maxY }: GridBox): boolean {
    const { boxes } = this;
    const at = 4 * node;
    if ((boxes[at] ?? 0) > maxX || (boxes[at + 2] ?? 0) < minX) return false;
    return (boxes[at + 1] ?? 0) <= maxY && (boxes[at + 3] ?? 0) >= minY;
  }

  #edgeMeets(edge: Place, { minX, minY, maxX, maxY }: GridBox): boolean {
    const { x, y } = this.#drawn;
    const fromY = y[edge] ?? 0;
    const toY = y[edge + 1] ?? 0;
    if ((fromY < minY && toY < minY) || (fromY > maxY && toY > maxY)) return false;
    const fromX = x[edge] ?? 0;
    const toX = x[edge + 1] ?? 0;
    return !((fromX < minX && toX < minX) || (fromX > maxX && toX > maxX));
  }

  /** The first run of a ring; the runs of the next one follow. */
  startOf(ring: number): number {
    return this.#starts[ring] ?? 0;
  }

  #addRing(ring: number): void {
    const from = this.startOf(ring);
    const to = this.startOf(ring + 1);
    for (let run = from; run < to; run++) {
      this.#places[run] = this.#drawn.startOf(ring) + (run - from) * RUN;
      this.#boundRun(run);
    }
    if (to - from > 1) this.#boundRuns(from, to);
  }

  /** The place of the first edge of a run. */
  firstOf(run: number): Place {
    return this.#places[run] ?? 0;
  }

  /** One beyond the place of the last edge of a run. */
  endOf(run: number): Place {
    const place = this.#places[run] ?? 0;
    return Math.min(place + RUN, this.#drawn.endOf(this.#drawn.ringAt[place] ?? 0));
  }

  #boundRun(run: number): void {
    const first = this.#places[run] ?? 0;
    if (this.#drawn.isWide[this.#drawn.ringAt[first] ?? 0] === 1) this.#boundWideRun(run);
    else this.#boundNarrowRun(run);
  }

  /** From the last edge to the first: each is compared with the box around all that come after the next one. */
  #boundNarrowRun(run: number): void {
    const { x, y } = this.#drawn;
    const first = this.#places[run] ?? 0;
    const end = this.endOf(run);
    let west = x[end] ?? 0;
    let south = y[end] ?? 0;
    let east = west;
    let north = south;
    let toX = x[end - 1] ?? 0;
    let toY = y[end - 1] ?? 0;
    let startX = west;
    let startY = south;
    let folds = 0;
    for (let edge = end - 2; edge >= first; edge--) {
      west = lesser(west, startX);
      east = greater(east, startX);
      south = lesser(south, startY);
      north = greater(north, startY);
      const fromX = x[edge] ?? 0;
      const fromY = y[edge] ?? 0;
      const beside = signBeside(west, east, fromX, toX) | signBeside(south, north, fromY, toY);
      folds = (folds << 1) | (~beside >>> 31);
      startX = toX;
      startY = toY;
      toX = fromX;
      toY = fromY;
    }
    const at = 4 * nodeOf(run, run + 1);
    this.boxes[at] = lesser(west, lesser(startX, toX));
    this.boxes[at + 1] = lesser(south, lesser(startY, toY));
    this.boxes[at + 2] = greater(east, greater(startX, toX));
    this.boxes[at + 3] = greater(north, greater(startY, toY));
    this.folds[run] = folds & foldsOf(end - first);
  }

  #boundWideRun(run: number): void {
    const first = this.#places[run] ?? 0;
    const { minX, minY, maxX, maxY } = this.#drawn.boxAlong(first, this.endOf(run) + 1);
    this.boxes.set([minX, minY, maxX, maxY], 4 * nodeOf(run, run + 1));
    this.folds[run] = foldsOf(this.endOf(run) - first);
  }

  #boundRuns(from: number, to: number): void {
    const middle = (from + to) >> 1;
    if (middle - from > 1) this.#boundRuns(from, middle);
    if (to - middle > 1) this.#boundRuns(middle, to);
    const boxes = this.boxes;
    const at = 4 * nodeOf(from, to);
    const one = 4 * nodeOf(from, middle);
    const other = 4 * nodeOf(middle, to);
    boxes[at] = Math.min(boxes[one] ?? 0, boxes[other] ?? 0);
    boxes[at + 1] = Math.min(boxes[one + 1] ?? 0, boxes[other + 1] ?? 0);
    boxes[at + 2] = Math.max(boxes[one + 2] ?? 0, boxes[other + 2] ?? 0);
    boxes[at + 3] = Math.max(boxes[one + 3] ?? 0, boxes[other + 3] ?? 0);
  }
}

/** The number of the node of runs from one on to before another one: its middle tells it from all others. */
export function nodeOf(from: number, to: number): number {
  return to - from === 1 ? 2 * from : 2 * ((from + to) >> 1) + 1;
}

/** The bits of all edges of a run that have others after the next one. */
function foldsOf(edges: number): number {
  return (1 << Math.max(0, edges - 2)) - 1;
}
