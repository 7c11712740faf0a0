import type { Point } from '../orientation.ts';
import { IntColumn } from './column.ts';
import { NO_RINGS } from './ring-sets.ts';
import type { Vertices } from './vertices.ts';

const NONE = -1;

/** A segment seen from one of its ends: twice the segment, one more where it starts from the high end. */
export type Half = number;

/** A segment whose sides are not known (yet). */
export const UNLABELLED = -1;

/**
 * Straight pieces between two vertices, each once, from its low to its high end in the order of a sweep. North of a
 * segment is the side on its left; west for one that runs due north.
 */
export class Segments {
  readonly vertices: Vertices;
  readonly low: IntColumn;
  readonly high: IntColumn;
  /** The rings that one enters or leaves by crossing the segment; a segment of none is not there. */
  readonly toggles: IntColumn;
  /** The rings around the places next to the segment. */
  readonly north: IntColumn;
  readonly south: IntColumn;
  /** The segments with the same low end, chained: few start from one vertex. */
  readonly #firstFrom: IntColumn;
  readonly #nextFrom: IntColumn;
  /** The first half that leaves each vertex, and the half that follows each in no order among these; or -1. */
  readonly firstHalf: IntColumn;
  readonly nextHalf: IntColumn;
  /** How many there will be about; columns kept beside these are best made as long. */
  readonly expected: number;
  #count = 0;

  constructor(vertices: Vertices, expected: number) {
    this.vertices = vertices;
    this.expected = expected;
    this.low = new IntColumn(0, expected);
    this.high = new IntColumn(0, expected);
    this.toggles = new IntColumn(NO_RINGS, expected);
    this.north = new IntColumn(UNLABELLED, expected);
    this.south = new IntColumn(UNLABELLED, expected);
    this.#firstFrom = new IntColumn(NONE, expected);
    this.#nextFrom = new IntColumn(0, expected);
    this.firstHalf = new IntColumn(NONE, expected);
    this.nextHalf = new IntColumn(NONE, 2 * expected);
  }

  get count(): number {
    return this.#count;
  }

  /** The segment between two different vertices, made where there is none. */
  between(a: number, b: number): number {
    const isInOrder = this.vertices.compare(a, b) < 0;
    const low = isInOrder ? a : b;
    const high = isInOrder ? b : a;
    const first = this.#firstFrom.get(low);
    for (let known = first; known !== NONE; known = this.#nextFrom.get(known)) {
      if (this.high.get(known) === high) return known;
    }
    const segment = this.#count++;
    this.low.set(segment, low);
    this.high.set(segment, high);
    this.#nextFrom.set(segment, first);
    this.#firstFrom.set(low, segment);
    return segment;
  }

  /** The segments between vertices that follow each other in a circle, as `between` tells each; -1 for a vertex and itself. */
  allAround(circle: Int32Array): Int32Array {
    const found = new Int32Array(circle.length);
    this.#firstFrom.reserve(this.vertices.x.items.length - 1);
    let lows = this.low.items;
    let highs = this.high.items;
    let nexts = this.#nextFrom.items;
    const firsts = this.#firstFrom.items;
    const x = this.vertices.x.items;
    const y = this.vertices.y.items;
    let count = this.#count;
    let from = circle[circle.length - 1] ?? 0;
    for (let i = 0; i < circle.length; i++) {
      const to = circle[i] ?? 0;
      const fromX = x[from] ?? 0;
      const toX = x[to] ?? 0;
      const isInOrder = fromX < toX || (fromX === toX && (y[from] ?? 0) < (y[to] ?? 0));
      const low = isInOrder ? from : to;
      const high = isInOrder ? to : from;
      let known = firsts[low] ?? NONE;
      while (known !== NONE && highs[known] !== high) known = nexts[known] ?? NONE;
      if (known === NONE && low !== high) {
        known = count++;
        if (known >= lows.length) {
          this.low.reserve(known);
          this.high.reserve(known);
          this.#nextFrom.reserve(known);
          lows = this.low.items;
          highs = this.high.items;
          nexts = this.#nextFrom.items;
        }
        lows[known] = low;
        highs[known] = high;
        nexts[known] = firsts[low] ?? NONE;
        firsts[low] = known;
      }
      found[i] = known;
      from = to;
    }
    this.#count = count;
    return found;
  }

  /** The two ends of each of several segments. */
  endsOf(segments: Int32Array): Int32Array {
    const ends = new Int32Array(2 * segments.length);
    const lows = this.low.items;
    const highs = this.high.items;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      ends[2 * i] = lows[segment] ?? 0;
      ends[2 * i + 1] = highs[segment] ?? 0;
    }
    return ends;
  }

  isThere(segment: number): boolean {
    return this.toggles.get(segment) !== NO_RINGS;
  }

  originOf(half: Half): number {
    return half & 1 ? this.high.get(half >> 1) : this.low.get(half >> 1);
  }

  targetOf(half: Half): number {
    return half & 1 ? this.low.get(half >> 1) : this.high.get(half >> 1);
  }

  leftOf(half: Half): number {
    return half & 1 ? this.south.get(half >> 1) : this.north.get(half >> 1);
  }

  rightOf(half: Half): number {
    return half & 1 ? this.north.get(half >> 1) : this.south.get(half >> 1);
  }

  /** Where halves start from. */
  pointsOf(halves: readonly Half[]): Point[] {
    const x = this.vertices.x.items;
    const y = this.vertices.y.items;
    const points: Point[] = [];
    for (let i = 0; i < halves.length; i++) {
      const origin = this.originOf(halves[i] ?? 0);
      points.push({ x: x[origin] ?? 0, y: y[origin] ?? 0 });
    }
    return points;
  }

  /** The first half that leaves a vertex, or -1. */
  firstHalfAt(vertex: number): Half {
    return this.firstHalf.get(vertex);
  }

  /** The half that follows among those that leave the same vertex, in no order, or -1. */
  halfAfter(half: Half): Half {
    return this.nextHalf.get(half);
  }

  /** Makes segments known to their ends. */
  attach(segments: Int32Array): void {
    this.firstHalf.reserve(this.vertices.x.items.length - 1);
    this.nextHalf.reserve(2 * this.#count - 1);
    const lows = this.low.items;
    const highs = this.high.items;
    const firsts = this.firstHalf.items;
    const nexts = this.nextHalf.items;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      const low = lows[segment] ?? 0;
      const high = highs[segment] ?? 0;
      nexts[2 * segment] = firsts[low] ?? NONE;
      firsts[low] = 2 * segment;
      nexts[2 * segment + 1] = firsts[high] ?? NONE;
      firsts[high] = 2 * segment + 1;
    }
  }

  detach(segment: number): void {
    for (const half of [2 * segment, 2 * segment + 1]) {
      const vertex = this.originOf(half);
      let before = NONE;
      for (let other = this.firstHalfAt(vertex); other !== half; other = this.halfAfter(other))
        before = other;
      if (before === NONE) this.firstHalf.set(vertex, this.halfAfter(half));
      else this.nextHalf.set(before, this.halfAfter(half));
    }
  }
}
