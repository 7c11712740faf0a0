import type { GridBox } from '../../grid.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';

const NONE = -1;

/**
 * Which edges two rings share as good neighbours do: two territories on its two sides, or a territory and the boundary
 * on the same one. All others, matched with none, are together closed curves.
 */
export class UnmatchedEdges {
  readonly count: number;
  readonly #drawn: DrawnRings;
  /** By ring: 1 where its inside (outside for a hole) is on the left, else 0. */
  readonly #leftness: Uint8Array;
  readonly #isMatched: Uint8Array;

  /** `orientationOf` tells 1 for a ring that runs counter-clockwise. */
  constructor(drawn: DrawnRings, orientationOf: (ring: number) => number) {
    this.#drawn = drawn;
    this.#leftness = Uint8Array.from(drawn.rings, ({ isHole }, ring) =>
      orientationOf(ring) < 0 === isHole ? 1 : 0,
    );
    this.#isMatched = new Uint8Array(drawn.edgeCount);
    let matched = 0;
    for (let edge = 0; edge < drawn.edgeCount; edge++) if (this.#match(edge)) matched++;
    for (const { edge } of drawn.furtherUses) {
      matched -= this.#isMatched[edge] ?? 0;
      this.#isMatched[edge] = 0;
    }
    this.count = drawn.edgeCount - matched;
  }

  isMatched(edge: number): boolean {
    return this.#isMatched[edge] === 1;
  }

  /** Whether the inside of the ring that has an edge at a place is left of the way from the low to the high vertex. */
  isLeft(edge: number, place: Place): boolean {
    const { vertexAt, ringAt, low } = this.#drawn;
    return (vertexAt[place] === low[edge]) === (this.#leftness[ringAt[place] ?? 0] === 1);
  }

  #match(edge: number): boolean {
    const { first, second, ringAt, boundaryRings } = this.#drawn;
    const one = first[edge] ?? NONE;
    const other = second[edge] ?? NONE;
    if (other === NONE) return false;
    const ring = ringAt[one] ?? 0;
    const otherRing = ringAt[other] ?? 0;
    if (ring === otherRing) return false;
    const isSameSide = this.isLeft(edge, one) === this.isLeft(edge, other);
    // The rings of the boundary come first.
    if (otherRing < boundaryRings || isSameSide !== ring < boundaryRings) return false;
    this.#isMatched[edge] = 1;
    return true;
  }

  /** The box of each part of the unmatched edges that hangs together. Outside it nothing of that part winds around a place. */
  boxes(): GridBox[] {
    const { low, high, edgeCount, vertexCount } = this.#drawn;
    const parts = new DisjointSets(vertexCount);
    const unmatched: number[] = [];
    for (let edge = 0; edge < edgeCount; edge++) {
      if (this.isMatched(edge)) continue;
      unmatched.push(edge);
      parts.unite(low[edge] ?? 0, high[edge] ?? 0);
    }
    const boxes = new Map<number, { minX: number; minY: number; maxX: number; maxY: number }>();
    for (const edge of unmatched) {
      const part = parts.find(low[edge] ?? 0);
      let box = boxes.get(part);
      if (box === undefined) {
        box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
        boxes.set(part, box);
      }
      this.#stretch(box, low[edge] ?? 0);
      this.#stretch(box, high[edge] ?? 0);
    }
    return [...boxes.values()];
  }

  #stretch(box: { minX: number; minY: number; maxX: number; maxY: number }, vertex: number): void {
    const x = this.#drawn.x[vertex] ?? 0;
    const y = this.#drawn.y[vertex] ?? 0;
    if (x < box.minX) box.minX = x;
    if (x > box.maxX) box.maxX = x;
    if (y < box.minY) box.minY = y;
    if (y > box.maxY) box.maxY = y;
  }
}

/** Union-find with path halving (Tarjan and van Leeuwen 1984). */
class DisjointSets {
  readonly #parents: Int32Array;

  constructor(count: number) {
    this.#parents = new Int32Array(count);
    for (let i = 0; i < count; i++) this.#parents[i] = i;
  }

  find(item: number): number {
    const parents = this.#parents;
    let at = item;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent;
      at = parents[at] ?? at;
    }
    return at;
  }

  unite(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    if (a !== b) this.#parents[a] = b;
  }
}
