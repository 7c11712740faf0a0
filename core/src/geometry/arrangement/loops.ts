import { compareClockwise, type Point } from '../orientation.ts';
import { IntColumn } from './column.ts';
import type { RingSet } from './ring-sets.ts';
import { type Half, type Segments, UNLABELLED } from './segments.ts';

/** Into which kind of face a place with a label belongs; -1 for those that are not traced. */
export type KindOf = (label: RingSet) => number;

/** A closed walk of halves around faces of one kind, which lie on its left; it comes through no vertex twice. */
export interface Loop {
  readonly kind: number;
  readonly halves: readonly Half[];
}

/** The kind that a half has on its left, or -1 where it is no outline of a face that is traced. */
export function kindAlong(segments: Segments, half: Half, kindOf: KindOf): number {
  const left = segments.leftOf(half);
  if (left === UNLABELLED) return -1;
  const kind = kindOf(left);
  return kind < 0 || kind === kindOf(segments.rightOf(half)) ? -1 : kind;
}

/**
 * Traces the outlines of faces. Where faces of one kind touch in a vertex they stay apart: from several ways on, the
 * next one clockwise is taken.
 */
export class LoopTracer {
  readonly #segments: Segments;
  readonly #kindOf: KindOf;
  readonly #walkedIn: IntColumn;
  #run = 0;
  /** The last walk that came through a vertex. */
  readonly #passedIn: IntColumn;
  #walks = 0;
  #comesBack = false;

  constructor(segments: Segments, kindOf: KindOf) {
    this.#segments = segments;
    this.#kindOf = kindOf;
    this.#walkedIn = new IntColumn(0, 2 * segments.expected);
    this.#passedIn = new IntColumn(0, segments.expected);
  }

  /** The loops on which halves lie. All halves of such a loop are looked at once, whichever of them are given. */
  trace(halves: ArrayLike<Half>): Loop[] {
    this.#run++;
    this.#walkedIn.reserve(2 * this.#segments.count - 1);
    this.#passedIn.reserve(this.#segments.vertices.x.items.length - 1);
    const walkedIn = this.#walkedIn.items;
    const loops: Loop[] = [];
    for (let i = 0; i < halves.length; i++) {
      const half = halves[i] ?? 0;
      if (walkedIn[half] === this.#run) continue;
      const kind = kindAlong(this.#segments, half, this.#kindOf);
      if (kind < 0) continue;
      const walk = this.#walk(half, kind);
      if (!this.#comesBack) loops.push({ kind, halves: this.#fromFirstVertex(walk) });
      else
        for (const part of splitAtRepeats(this.#segments, walk))
          loops.push({ kind, halves: this.#fromFirstVertex(part) });
    }
    return loops;
  }

  /** Notes whether the walk comes through a vertex twice. */
  #walk(start: Half, kind: number): Half[] {
    const walkedIn = this.#walkedIn.items;
    const passedIn = this.#passedIn.items;
    const walk: Half[] = [];
    const number = ++this.#walks;
    this.#comesBack = false;
    let half = start;
    do {
      const vertex = this.#segments.originOf(half);
      if (passedIn[vertex] === number) this.#comesBack = true;
      passedIn[vertex] = number;
      walkedIn[half] = this.#run;
      walk.push(half);
      half = this.#next(half, kind);
    } while (half !== start);
    return walk;
  }

  /** The next half clockwise from the way back, among those with the same face on their left. */
  #next(half: Half, kind: number): Half {
    const corner = this.#segments.targetOf(half);
    const first = this.#segments.firstHalfAt(corner);
    const second = this.#segments.halfAfter(first);
    // Most corners have one way on.
    if (this.#segments.halfAfter(second) < 0) return first === (half ^ 1) ? second : first;
    let best = -1;
    for (let one = first; one >= 0; one = this.#segments.halfAfter(one)) {
      if (kindAlong(this.#segments, one, this.#kindOf) !== kind) continue;
      if (best < 0 || this.#isEarlier(half, one, best)) best = one;
    }
    if (best < 0) throw new Error('The outline of a face has no end');
    return best;
  }

  #isEarlier(arrived: Half, one: Half, other: Half): boolean {
    const centre = this.#pointAt(this.#segments.targetOf(arrived));
    const from = this.#pointAt(this.#segments.originOf(arrived));
    const [a, b] = [this.#segments.targetOf(one), this.#segments.targetOf(other)];
    return compareClockwise(centre, from, this.#pointAt(a), this.#pointAt(b)) < 0;
  }

  #pointAt(vertex: number): Point {
    const { x, y } = this.#segments.vertices;
    return { x: x.get(vertex), y: y.get(vertex) };
  }

  /** Begins a loop at its first vertex in the order of a sweep, wherever it was found. */
  #fromFirstVertex(halves: Half[]): Half[] {
    const { vertices } = this.#segments;
    let first = 0;
    let best = this.#segments.originOf(halves[0] ?? 0);
    for (let i = 1; i < halves.length; i++) {
      const one = this.#segments.originOf(halves[i] ?? 0);
      if (vertices.compare(one, best) >= 0) continue;
      first = i;
      best = one;
    }
    if (first === 0) return halves;
    const turned: Half[] = [];
    for (let i = first; i < halves.length; i++) turned.push(halves[i] ?? 0);
    for (let i = 0; i < first; i++) turned.push(halves[i] ?? 0);
    return turned;
  }
}

/** Cuts a walk into loops that come through no vertex twice. */
function splitAtRepeats(segments: Segments, walk: readonly Half[]): Half[][] {
  const loops: Half[][] = [];
  const path: Half[] = [];
  const places = new Map<number, number>();
  for (const half of walk) {
    const vertex = segments.originOf(half);
    const place = places.get(vertex);
    if (place !== undefined) {
      const loop = path.splice(place);
      loops.push(loop);
      for (const visited of loop) places.delete(segments.originOf(visited));
    }
    places.set(vertex, path.length);
    path.push(half);
  }
  return [...loops, path];
}
