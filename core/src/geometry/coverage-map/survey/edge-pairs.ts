import type { DrawnRings, Place } from './drawn-rings.ts';
import { nodeOf, type RunBoxes } from './run-boxes.ts';

/** Pairs of edges for each place that are compared at most; outlines that come near to themselves so often are hostile. */
const MOST_PAIRS_PER_PLACE = 100;

/** The pairs of edges whose boxes meet. */
export class EdgePairs {
  readonly #drawn: DrawnRings;
  readonly #runs: RunBoxes;
  readonly #visit: (edge: Place, other: Place) => void;
  #pairsLeft: number;

  /** `visit` is called for each pair of those asked for, but for those that follow each other. */
  constructor(drawn: DrawnRings, runs: RunBoxes, visit: (edge: Place, other: Place) => void) {
    this.#drawn = drawn;
    this.#runs = runs;
    this.#visit = visit;
    this.#pairsLeft = MOST_PAIRS_PER_PLACE * drawn.placeCount;
  }

  /** Whether there are more pairs than are compared. */
  get isGivenUp(): boolean {
    return this.#pairsLeft < 0;
  }

  /** Visits the pairs among the edges of a ring. */
  visitWithin(ring: number): void {
    const [from, to] = [this.#runs.startOf(ring), this.#runs.startOf(ring + 1)];
    if (from < to) this.#within(from, to);
  }

  /** Visits the pairs of an edge of one ring and an edge of another. */
  visitBetween(ring: number, other: number): void {
    const [from, to] = [this.#runs.startOf(ring), this.#runs.startOf(ring + 1)];
    const [otherFrom, otherTo] = [this.#runs.startOf(other), this.#runs.startOf(other + 1)];
    if (from < to && otherFrom < otherTo) this.#between(from, to, otherFrom, otherTo);
  }

  #within(from: number, to: number): void {
    if (to - from === 1) {
      this.#compareWithin(from);
      return;
    }
    const middle = (from + to) >> 1;
    this.#within(from, middle);
    this.#within(middle, to);
    this.#between(from, middle, middle, to);
  }

  #between(from: number, to: number, otherFrom: number, otherTo: number): void {
    const [count, otherCount] = [to - from, otherTo - otherFrom];
    if (this.#pairsLeft < 0 || !this.#nodesMeet(nodeOf(from, to), nodeOf(otherFrom, otherTo))) return;
    if (count === 1 && otherCount === 1) this.#compareRuns(from, otherFrom);
    else if (count >= otherCount) {
      const middle = (from + to) >> 1;
      this.#between(from, middle, otherFrom, otherTo);
      this.#between(middle, to, otherFrom, otherTo);
    } else {
      const middle = (otherFrom + otherTo) >> 1;
      this.#between(from, to, otherFrom, middle);
      this.#between(from, to, middle, otherTo);
    }
  }

  #nodesMeet(node: number, other: number): boolean {
    const boxes = this.#runs.boxes;
    const one = 4 * node;
    const two = 4 * other;
    return (
      (boxes[one] ?? 0) <= (boxes[two + 2] ?? 0) &&
      (boxes[two] ?? 0) <= (boxes[one + 2] ?? 0) &&
      (boxes[one + 1] ?? 0) <= (boxes[two + 3] ?? 0) &&
      (boxes[two + 1] ?? 0) <= (boxes[one + 3] ?? 0)
    );
  }

  /** From the last edge to the first: most lie beside the box around all that come after the next one. */
  #compareWithin(run: number): void {
    const { x, y } = this.#drawn;
    const first = this.#runs.firstOf(run);
    const end = this.#runs.endOf(run);
    let west = x[end] ?? 0;
    let south = y[end] ?? 0;
    let east = west;
    let north = south;
    // An edge and the next one of its run meet as they should: the first to compare with comes after that.
    for (let edge = end - 3; edge >= first; edge--) {
      const startX = x[edge + 2] ?? 0;
      const startY = y[edge + 2] ?? 0;
      if (startX < west) west = startX;
      else if (startX > east) east = startX;
      if (startY < south) south = startY;
      else if (startY > north) north = startY;
      const ax = x[edge] ?? 0;
      const bx = x[edge + 1] ?? 0;
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      const ay = y[edge] ?? 0;
      const by = y[edge + 1] ?? 0;
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      this.#compareEdge(edge, edge + 2, end);
    }
  }

  #compareRuns(run: number, otherRun: number): void {
    const { x, y } = this.#drawn;
    const { boxes } = this.#runs;
    const at = 4 * nodeOf(otherRun, otherRun + 1);
    const west = boxes[at] ?? 0;
    const south = boxes[at + 1] ?? 0;
    const east = boxes[at + 2] ?? 0;
    const north = boxes[at + 3] ?? 0;
    const first = this.#runs.firstOf(otherRun);
    const otherEnd = this.#runs.endOf(otherRun);
    const end = this.#runs.endOf(run);
    for (let edge = this.#runs.firstOf(run); edge < end; edge++) {
      const ax = x[edge] ?? 0;
      const bx = x[edge + 1] ?? 0;
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      const ay = y[edge] ?? 0;
      const by = y[edge + 1] ?? 0;
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      this.#compareEdge(edge, first, otherEnd);
    }
  }

  /** Visits the pairs of an edge and those of a run from one on to before another one. */
  #compareEdge(edge: Place, first: Place, end: Place): void {
    const { x, y } = this.#drawn;
    const ax = x[edge] ?? 0;
    const bx = x[edge + 1] ?? 0;
    const ay = y[edge] ?? 0;
    const by = y[edge + 1] ?? 0;
    const minX = ax < bx ? ax : bx;
    const maxX = ax < bx ? bx : ax;
    const minY = ay < by ? ay : by;
    const maxY = ay < by ? by : ay;
    this.#pairsLeft -= end - first;
    for (let other = first; other < end; other++) {
      const cx = x[other] ?? 0;
      const dx = x[other + 1] ?? 0;
      if ((cx < minX && dx < minX) || (cx > maxX && dx > maxX)) continue;
      const cy = y[other] ?? 0;
      const dy = y[other + 1] ?? 0;
      if ((cy < minY && dy < minY) || (cy > maxY && dy > maxY)) continue;
      this.#visit(edge, other);
    }
  }
}
