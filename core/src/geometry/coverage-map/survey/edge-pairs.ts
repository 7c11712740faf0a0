import { boxesMeet } from '../../grid.ts';
import { greater, lesser, signBeside } from '../../without-branches.ts';
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
  /** By how many bits the coordinates at hand are shifted, so that none lie 2^31 apart. */
  #scale = 0;

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
    this.#scale = this.#drawn.isWide[ring] ?? 0;
    if (from < to) this.#within(from, to);
  }

  /** Visits the pairs of an edge of one ring and an edge of another. */
  visitBetween(ring: number, other: number): void {
    const [from, to] = [this.#runs.startOf(ring), this.#runs.startOf(ring + 1)];
    const [otherFrom, otherTo] = [this.#runs.startOf(other), this.#runs.startOf(other + 1)];
    this.#scale = 1;
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

  #compareWithin(run: number): void {
    const first = this.#runs.firstOf(run);
    const end = this.#runs.endOf(run);
    for (let bits = this.#runs.folds[run] ?? 0; bits !== 0; bits &= bits - 1) {
      const edge = first + lowestBit(bits);
      const isMetByLast = edge === first && this.#isClosedBy(end, first);
      this.#compareEdge(edge, edge + 2, isMetByLast ? end - 1 : end);
    }
  }

  /** Of two runs of a ring that follow each other, the edges at which they do so meet as they should. */
  #compareRuns(run: number, otherRun: number): void {
    const { boxes } = this.#runs;
    const otherFirst = this.#runs.firstOf(otherRun);
    const otherEnd = this.#runs.endOf(otherRun);
    let first = this.#runs.firstOf(run);
    let end = this.#runs.endOf(run);
    if (this.#isClosedBy(otherEnd, first)) this.#compareEdge(first++, otherFirst, otherEnd - 1);
    if (end === otherFirst) this.#compareEdge(--end, otherFirst + 1, otherEnd);
    const scale = this.#scale;
    const at = 4 * nodeOf(otherRun, otherRun + 1);
    const west = (boxes[at] ?? 0) >> scale;
    const south = (boxes[at + 1] ?? 0) >> scale;
    const east = (boxes[at + 2] ?? 0) >> scale;
    const north = (boxes[at + 3] ?? 0) >> scale;
    for (let bits = this.#near(first, end, west, south, east, north); bits !== 0; bits &= bits - 1)
      this.#compareEdge(end - 1 - lowestBit(bits), otherFirst, otherEnd);
  }

  /** Whether a ring ends at a place and begins at the other one. */
  #isClosedBy(end: Place, start: Place): boolean {
    const ring = this.#drawn.ringAt[start] ?? 0;
    return end === this.#drawn.endOf(ring) && start === this.#drawn.startOf(ring);
  }

  /** Visits the pairs of an edge and those of a run from one on to before another one. */
  #compareEdge(edge: Place, first: Place, end: Place): void {
    const { x, y } = this.#drawn;
    const scale = this.#scale;
    const ax = (x[edge] ?? 0) >> scale;
    const bx = (x[edge + 1] ?? 0) >> scale;
    const ay = (y[edge] ?? 0) >> scale;
    const by = (y[edge + 1] ?? 0) >> scale;
    this.#pairsLeft -= end - first;
    const near = this.#near(first, end, lesser(ax, bx), lesser(ay, by), greater(ax, bx), greater(ay, by));
    for (let bits = near; bits !== 0; bits &= bits - 1) {
      const other = end - 1 - lowestBit(bits);
      if (scale === 0 || this.#boxesMeet(edge, other)) this.#visit(edge, other);
    }
  }

  /**
   * A bit for each edge of a run from one on to before another one, the last one's lowest: 1 where its box meets the one given,
   * each number of which is an argument, since an object for each box would cost as much as all else.
   */
  #near(first: Place, end: Place, west: number, south: number, east: number, north: number): number {
    const { x, y } = this.#drawn;
    const scale = this.#scale;
    let fromX = (x[first] ?? 0) >> scale;
    let fromY = (y[first] ?? 0) >> scale;
    let near = 0;
    for (let edge = first; edge < end; edge++) {
      const toX = (x[edge + 1] ?? 0) >> scale;
      const toY = (y[edge + 1] ?? 0) >> scale;
      const beside = signBeside(west, east, fromX, toX) | signBeside(south, north, fromY, toY);
      fromX = toX;
      fromY = toY;
      near = (near << 1) | (~beside >>> 31);
    }
    return near;
  }

  /** Exact, where what is shifted may only seem to meet. */
  #boxesMeet(edge: Place, other: Place): boolean {
    return boxesMeet(this.#drawn.boxAlong(edge, edge + 2), this.#drawn.boxAlong(other, other + 2));
  }
}

/** The place of the lowest bit that is 1. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
