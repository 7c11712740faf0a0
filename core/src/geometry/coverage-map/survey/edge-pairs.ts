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
      const end = this.#runs.endOf(from);
      // An edge and the next one meet as they should.
      for (let edge = this.#runs.firstOf(from); edge < end; edge++) this.#compare(edge, edge + 2, end);
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
    if (count === 1 && otherCount === 1) this.#betweenRuns(from, otherFrom);
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

  #betweenRuns(run: number, other: number): void {
    const { x, y } = this.#drawn;
    const at = 4 * nodeOf(other, other + 1);
    const west = this.#runs.boxes[at] ?? 0;
    const south = this.#runs.boxes[at + 1] ?? 0;
    const east = this.#runs.boxes[at + 2] ?? 0;
    const north = this.#runs.boxes[at + 3] ?? 0;
    const from = this.#runs.firstOf(other);
    const to = this.#runs.endOf(other);
    const end = this.#runs.endOf(run);
    for (let edge = this.#runs.firstOf(run); edge < end; edge++) {
      const ax = x[edge] ?? 0;
      const bx = x[edge + 1] ?? 0;
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      const ay = y[edge] ?? 0;
      const by = y[edge + 1] ?? 0;
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      this.#compare(edge, from, to);
    }
  }

  /** Visits an edge with those of others, from one on to before another one, whose boxes meet its own. */
  #compare(edge: Place, from: Place, to: Place): void {
    const { x, y } = this.#drawn;
    const ax = x[edge] ?? 0;
    const ay = y[edge] ?? 0;
    const bx = x[edge + 1] ?? 0;
    const by = y[edge + 1] ?? 0;
    const minX = ax < bx ? ax : bx;
    const maxX = ax < bx ? bx : ax;
    const minY = ay < by ? ay : by;
    const maxY = ay < by ? by : ay;
    this.#pairsLeft -= to - from;
    let cx = x[from] ?? 0;
    let cy = y[from] ?? 0;
    for (let other = from; other < to; other++) {
      const dx = x[other + 1] ?? 0;
      const dy = y[other + 1] ?? 0;
      const isBesideX = (cx < minX && dx < minX) || (cx > maxX && dx > maxX);
      const isBesideY = (cy < minY && dy < minY) || (cy > maxY && dy > maxY);
      if (!isBesideX && !isBesideY) this.#visit(edge, other);
      cx = dx;
      cy = dy;
    }
  }
}
