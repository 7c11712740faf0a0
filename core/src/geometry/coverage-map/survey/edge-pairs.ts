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
    let folds = this.#runs.folds[run] ?? 0;
    if ((folds & 1) === 1 && this.#isClosedBy(end, first)) {
      folds &= ~1;
      this.#compareSide(first, first + 2, end - 1);
    }
    while (folds !== 0) {
      const edge = first + 31 - Math.clz32(folds);
      folds &= ~(1 << (edge - first));
      this.#compareEdge(edge, edge + 2, end);
    }
  }

  /** Of two runs of a ring that follow each other, the edges at which they do so meet as they should. */
  #compareRuns(run: number, otherRun: number): void {
    const { x, y } = this.#drawn;
    const { boxes } = this.#runs;
    const scale = this.#scale;
    const at = 4 * nodeOf(otherRun, otherRun + 1);
    const west = (boxes[at] ?? 0) >> scale;
    const south = (boxes[at + 1] ?? 0) >> scale;
    const east = (boxes[at + 2] ?? 0) >> scale;
    const north = (boxes[at + 3] ?? 0) >> scale;
    const otherFirst = this.#runs.firstOf(otherRun);
    const otherEnd = this.#runs.endOf(otherRun);
    let first = this.#runs.firstOf(run);
    let end = this.#runs.endOf(run);
    if (this.#isClosedBy(otherEnd, first)) this.#compareSide(first++, otherFirst, otherEnd - 1);
    if (end === otherFirst) this.#compareSide(--end, otherFirst + 1, otherEnd);
    let fromX = (x[first] ?? 0) >> scale;
    let fromY = (y[first] ?? 0) >> scale;
    for (let edge = first; edge < end; edge++) {
      const toX = (x[edge + 1] ?? 0) >> scale;
      const toY = (y[edge + 1] ?? 0) >> scale;
      const beside = signBeside(west, east, fromX, toX) | signBeside(south, north, fromY, toY);
      fromX = toX;
      fromY = toY;
      if (beside >= 0) this.#compareEdge(edge, otherFirst, otherEnd);
    }
  }

  /** Whether a ring ends at a place and begins at the other one. */
  #isClosedBy(end: Place, start: Place): boolean {
    const ring = this.#drawn.ringAt[start] ?? 0;
    return end === this.#drawn.endOf(ring) && start === this.#drawn.startOf(ring);
  }

  #compareSide(edge: Place, first: Place, end: Place): void {
    const { x, y } = this.#drawn;
    const scale = this.#scale;
    let west = (x[first] ?? 0) >> scale;
    let south = (y[first] ?? 0) >> scale;
    let east = west;
    let north = south;
    for (let place = first + 1; place <= end; place++) {
      const placeX = (x[place] ?? 0) >> scale;
      const placeY = (y[place] ?? 0) >> scale;
      west = lesser(west, placeX);
      east = greater(east, placeX);
      south = lesser(south, placeY);
      north = greater(north, placeY);
    }
    const besideX = signBeside(west, east, (x[edge] ?? 0) >> scale, (x[edge + 1] ?? 0) >> scale);
    const besideY = signBeside(south, north, (y[edge] ?? 0) >> scale, (y[edge + 1] ?? 0) >> scale);
    if ((besideX | besideY) >= 0) this.#compareEdge(edge, first, end);
  }

  /** Visits the pairs of an edge and those of a run from one on to before another one. */
  #compareEdge(edge: Place, first: Place, end: Place): void {
    const { x, y } = this.#drawn;
    const scale = this.#scale;
    const ax = (x[edge] ?? 0) >> scale;
    const bx = (x[edge + 1] ?? 0) >> scale;
    const ay = (y[edge] ?? 0) >> scale;
    const by = (y[edge + 1] ?? 0) >> scale;
    const west = lesser(ax, bx);
    const east = greater(ax, bx);
    const south = lesser(ay, by);
    const north = greater(ay, by);
    this.#pairsLeft -= end - first;
    let fromX = (x[first] ?? 0) >> scale;
    let fromY = (y[first] ?? 0) >> scale;
    let met = 0;
    for (let other = first; other < end; other++) {
      const toX = (x[other + 1] ?? 0) >> scale;
      const toY = (y[other + 1] ?? 0) >> scale;
      const beside = signBeside(west, east, fromX, toX) | signBeside(south, north, fromY, toY);
      fromX = toX;
      fromY = toY;
      met = (met << 1) | (~beside >>> 31);
    }
    if (met !== 0) this.#visitMet(edge, end - 1, met);
  }

  #visitMet(edge: Place, last: Place, met: number): void {
    for (let bits = met; bits !== 0; bits &= bits - 1) {
      const other = last - (31 - Math.clz32(bits & -bits));
      if (this.#scale === 0 || this.#boxesMeet(edge, other)) this.#visit(edge, other);
    }
  }

  /** Exact, where what is shifted may only seem to meet. */
  #boxesMeet(edge: Place, other: Place): boolean {
    return boxesMeet(this.#drawn.boxAlong(edge, edge + 2), this.#drawn.boxAlong(other, other + 2));
  }
}
