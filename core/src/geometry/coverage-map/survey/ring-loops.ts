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
  /** By place, where a ring has loops. */
  readonly #inLoop = new Set<Place>();
  /** By ring: 1 where it has loops. */
  readonly #hasLoops: Uint8Array;
  /** By ring with loops: how many places these had together, and the areas of their boxes. */
  readonly #followed = new Map<number, number>();
  readonly #boxAreas = new Map<number, number>();
  readonly #boxes: GridBox[] = [];

  constructor(drawn: DrawnRings) {
    this.#drawn = drawn;
    this.#hasLoops = new Uint8Array(drawn.ringCount);
  }

  /** The edges, or the points, at two places of one ring meet. */
  add(one: Place, other: Place): void {
    const ring = this.#drawn.ringAt[one] ?? 0;
    const [start, end] = [this.#drawn.startOf(ring), this.#drawn.endOf(ring)];
    const [from, to] = one < other ? [one, other] : [other, one];
    this.#hasLoops[ring] = 1;
    const isInner = to - from <= (end - start) / 2;
    const length = isInner ? to - from : end - start - (to - from);
    this.#followed.set(ring, (this.#followed.get(ring) ?? 0) + length);
    if (this.#isGivenUp(ring)) return;
    if (isInner) this.#cutOff(ring, from, to);
    else {
      this.#cutOff(ring, to, end - 1);
      this.#cutOff(ring, start, from);
      this.#inLoop.add(start);
    }
  }

  /** Boxes outside which the rings that have an orientation wind once or not at all. */
  get boxes(): readonly GridBox[] {
    return this.#boxes;
  }

  /** Whether a ring has none. */
  isSimple(ring: number): boolean {
    return this.#hasLoops[ring] === 0;
  }

  /** 1 for a ring that runs counter-clockwise, -1 for clockwise, 0 where that is not certain without its loops. */
  orientationOf(ring: number): number {
    if (this.isSimple(ring)) return Math.sign(this.#doubledArea(ring));
    if (this.#isGivenUp(ring)) return 0;
    const doubled = this.#doubledAreaWithoutLoops(ring);
    if (Math.abs(doubled) <= 4 * (this.#boxAreas.get(ring) ?? 0)) return 0;
    return Math.sign(doubled);
  }

  #isGivenUp(ring: number): boolean {
    const length = this.#drawn.endOf(ring) - this.#drawn.startOf(ring);
    return (this.#followed.get(ring) ?? 0) > MOST_ROUNDS * length;
  }

  /** The places after one up to another one are cut off from the ring. */
  #cutOff(ring: number, from: Place, to: Place): void {
    for (let place = from + 1; place <= to; place++) this.#inLoop.add(place);
    this.#addBox(ring, this.#drawn.boxAlong(from, to + 1));
    this.#addBox(ring, this.#drawn.boxAlong(to, to + 2));
  }

  #addBox(ring: number, box: GridBox): void {
    this.#boxes.push(box);
    const area = (box.maxX - box.minX) * (box.maxY - box.minY);
    this.#boxAreas.set(ring, (this.#boxAreas.get(ring) ?? 0) + area);
  }

  #doubledArea(ring: number): number {
    const { x, y } = this.#drawn;
    return doubledAreaBetween(x, y, this.#drawn.startOf(ring), this.#drawn.endOf(ring));
  }

  #doubledAreaWithoutLoops(ring: number): number {
    const { x, y } = this.#drawn;
    const end = this.#drawn.endOf(ring);
    const left: Place[] = [];
    for (let place = this.#drawn.startOf(ring); place < end; place++)
      if (!this.#inLoop.has(place)) left.push(place);
    const at = (coordinates: Int32Array) => Int32Array.from(left, (place) => coordinates[place] ?? 0);
    return doubledAreaBetween(at(x), at(y), 0, left.length);
  }
}

/** Twice the signed area of the polygon through the points from one on to before another one. */
function doubledAreaBetween(x: Int32Array, y: Int32Array, start: number, end: number): number {
  const originX = x[start] ?? 0;
  const originY = y[start] ?? 0;
  let fromX = 0;
  let fromY = 0;
  let sum = 0;
  for (let i = start + 1; i < end; i++) {
    const toX = (x[i] ?? 0) - originX;
    const toY = (y[i] ?? 0) - originY;
    sum += fromX * toY - toX * fromY;
    fromX = toX;
    fromY = toY;
  }
  return sum;
}
