import type { GridBox } from '../../grid.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';

/** Loops of a ring are followed for so many times its points; one more tangled is given up. */
const MOST_ROUNDS = 8;

/**
 * The loops into which rings that meet themselves fall. Without the shorter loop at each meeting a ring is a simple
 * curve: outside the boxes of those loops it winds around every place once or not at all.
 */
export class RingLoops {
  readonly #drawn: DrawnRings;
  readonly #isInLoop: Uint8Array;
  /** By ring: how many places its loops had together, and the areas of their boxes. */
  readonly #followed: Float64Array;
  readonly #boxAreas: Float64Array;
  readonly #boxes: GridBox[] = [];

  constructor(drawn: DrawnRings) {
    this.#drawn = drawn;
    this.#isInLoop = new Uint8Array(drawn.vertexAt.length);
    this.#followed = new Float64Array(drawn.rings.length);
    this.#boxAreas = new Float64Array(drawn.rings.length);
    this.#addRepeats();
    // Only the first two uses of an edge are compared with others.
    for (const { place } of drawn.furtherUses) this.#followed[drawn.ringAt[place] ?? 0] = Infinity;
  }

  /** The edges, or the points, at two places of one ring meet. */
  add(one: Place, other: Place): void {
    const ring = this.#drawn.ringAt[one] ?? 0;
    const [start, end] = [this.#drawn.startOf(ring), this.#drawn.endOf(ring)];
    const [from, to] = one < other ? [one, other] : [other, one];
    const isInner = to - from <= (end - start) / 2;
    const length = isInner ? to - from : end - start - (to - from);
    this.#followed[ring] = (this.#followed[ring] ?? 0) + length;
    if (this.#isGivenUp(ring)) return;
    if (isInner) this.#cutOff(ring, from, to);
    else {
      this.#cutOff(ring, to, end - 1);
      this.#cutOff(ring, start, from);
      this.#isInLoop[start] = 1;
      // The edge from the last place to the first one.
      this.#addBox(ring, joined(this.#drawn.boxAlong(end - 1, end), this.#drawn.boxAlong(start, start + 1)));
    }
  }

  /** All boxes outside which rings wind once or not at all, as all their orientations tell. */
  boxes(): readonly GridBox[] {
    const { rings } = this.#drawn;
    const whole = rings.flatMap((_, ring) =>
      this.orientationOf(ring) === 0 ? [this.#drawn.boxOf(ring)] : [],
    );
    return [...this.#boxes, ...whole];
  }

  /** 1 for a ring that runs counter-clockwise, -1 for clockwise, 0 where that is not certain without its loops. */
  orientationOf(ring: number): 1 | -1 | 0 {
    if (this.#isGivenUp(ring)) return 0;
    const doubled = this.#doubledAreaWithoutLoops(ring);
    if (Math.abs(doubled) <= 4 * (this.#boxAreas[ring] ?? 0)) return 0;
    return doubled > 0 ? 1 : -1;
  }

  #addRepeats(): void {
    const { vertexAt, ringAt, vertexCount } = this.#drawn;
    const last = new Int32Array(vertexCount).fill(-1);
    for (let place = 0; place < vertexAt.length; place++) {
      const vertex = vertexAt[place] ?? 0;
      const before = last[vertex] ?? -1;
      last[vertex] = place;
      if (before >= 0 && ringAt[before] === ringAt[place]) this.add(before, place);
    }
  }

  #isGivenUp(ring: number): boolean {
    const length = this.#drawn.endOf(ring) - this.#drawn.startOf(ring);
    return (this.#followed[ring] ?? 0) > MOST_ROUNDS * length;
  }

  /** The places after one up to another one are cut off from the ring. */
  #cutOff(ring: number, from: Place, to: Place): void {
    this.#isInLoop.fill(1, from + 1, to + 1);
    this.#addBox(ring, this.#drawn.boxAlong(from, to + 1));
    const next = to + 1 < this.#drawn.endOf(ring) ? to + 1 : this.#drawn.startOf(ring);
    this.#addBox(ring, joined(this.#drawn.boxAlong(to, to + 1), this.#drawn.boxAlong(next, next + 1)));
  }

  #addBox(ring: number, box: GridBox): void {
    this.#boxes.push(box);
    this.#boxAreas[ring] = (this.#boxAreas[ring] ?? 0) + (box.maxX - box.minX) * (box.maxY - box.minY);
  }

  #doubledAreaWithoutLoops(ring: number): number {
    const { x, y, vertexAt } = this.#drawn;
    const end = this.#drawn.endOf(ring);
    let place = this.#drawn.startOf(ring);
    while (place < end && this.#isInLoop[place] === 1) place++;
    if (place === end) return 0;
    const originX = x[vertexAt[place] ?? 0] ?? 0;
    const originY = y[vertexAt[place] ?? 0] ?? 0;
    let fromX = 0;
    let fromY = 0;
    let sum = 0;
    for (place++; place < end; place++) {
      if (this.#isInLoop[place] === 1) continue;
      const toX = (x[vertexAt[place] ?? 0] ?? 0) - originX;
      const toY = (y[vertexAt[place] ?? 0] ?? 0) - originY;
      sum += fromX * toY - toX * fromY;
      fromX = toX;
      fromY = toY;
    }
    return sum;
  }
}

function joined(a: GridBox, b: GridBox): GridBox {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}
