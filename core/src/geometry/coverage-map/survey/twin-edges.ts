import type { DrawnRings, Place } from './drawn-rings.ts';

const FREE = 0;
/** At most so full, that most edges are found at the first look. */
const SLOTS_PER_PLACE = 1.3;
/** The edge of a place that no other place has. */
export const ALONE = -1;
/** A place that stands for no edge: the end of a ring, a repeated point, or a third use of an edge. */
const NO_EDGE = -2;

/**
 * Finds the edges that two places have, whichever way they run: a hash table of all edges by both their ends, with open
 * addressing and linear probing. Of those that two rings share as good neighbours do, it tells the rings on both sides: two
 * territories, or a territory and the boundary on the same side of the edge, whose ring stands there for what is beyond.
 */
export class TwinEdges {
  readonly #drawn: DrawnRings;
  readonly #leftness: Uint8Array;
  /** By place: the other place with the same edge, or one of the above. */
  readonly twins: Int32Array;
  /** By pair: the first place of an edge that two places have. */
  readonly paired: Int32Array;
  /** By pair: the rings on the two sides of its edge, run from its first place; the same one where it is not matched. */
  readonly ringsOnRight: Int32Array;
  readonly ringsOnLeft: Int32Array;
  /** How many edges one place has. */
  readonly aloneCount: number;
  /** The edge, by its first place, and the place of each use after the second. */
  readonly furtherUses: { readonly edge: Place; readonly place: Place }[] = [];

  /** `leftness` is by ring: 1 where its inside (outside for a hole) is on the left, else 0. */
  constructor(drawn: DrawnRings, leftness: Uint8Array) {
    this.#drawn = drawn;
    this.#leftness = leftness;
    this.twins = new Int32Array(drawn.placeCount).fill(NO_EDGE);
    const most = drawn.placeCount >> 1;
    this.paired = new Int32Array(most);
    this.ringsOnRight = new Int32Array(most);
    this.ringsOnLeft = new Int32Array(most);
    const { pairs, edges } = this.#pair(drawn);
    this.aloneCount = edges - pairs;
    this.paired = this.paired.subarray(0, pairs);
    this.ringsOnRight = this.ringsOnRight.subarray(0, pairs);
    this.ringsOnLeft = this.ringsOnLeft.subarray(0, pairs);
    if (this.furtherUses.length > 0) this.#unmatchUsedFurther();
  }

  /** The other place of an edge, or `ALONE`. */
  of(place: Place): Place {
    return this.twins[place] ?? ALONE;
  }

  /** Whether a place is the first of those that have the same edge. */
  isFirst(place: Place): boolean {
    const twin = this.twins[place] ?? ALONE;
    return twin === ALONE || twin > place;
  }

  /** Returns how many edges there are, and how many of them are paired. */
  #pair({ x, y, ringAt, placeCount }: DrawnRings): { edges: number; pairs: number } {
    const { twins } = this;
    let edges = 0;
    let pairs = 0;
    /** One more than the first place of an edge; 0 where the slot is free. */
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(64, placeCount * SLOTS_PER_PLACE))));
    const mask = slots.length - 1;
    let likely = 0;
    let hashTo = placeHash(x[0] ?? 0, y[0] ?? 0);
    for (let place = 0; place + 1 < placeCount; place++) {
      const fromX = x[place] ?? 0;
      const fromY = y[place] ?? 0;
      const toX = x[place + 1] ?? 0;
      const toY = y[place + 1] ?? 0;
      const hashFrom = hashTo;
      hashTo = placeHash(toX, toY);
      if (ringAt[place] !== ringAt[place + 1] || (fromX === toX && fromY === toY)) continue;
      // Along a border that two rings share, they mostly run against each other.
      likely--;
      if (likely >= 0 && twins[likely] === ALONE && x[likely] === toX && y[likely] === toY) {
        if (x[likely + 1] === fromX && y[likely + 1] === fromY) {
          twins[likely] = place;
          twins[place] = likely;
          this.#match(pairs++, likely, place, false);
          continue;
        }
      }
      let slot = edgeHash(hashFrom, hashTo) & mask;
      let edge = (slots[slot] ?? FREE) - 1;
      let isSameWay = false;
      for (; edge >= 0; edge = (slots[slot] ?? FREE) - 1) {
        const x1 = x[edge];
        const y1 = y[edge];
        const x2 = x[edge + 1];
        const y2 = y[edge + 1];
        isSameWay = x1 === fromX && y1 === fromY && x2 === toX && y2 === toY;
        if (isSameWay || (x1 === toX && y1 === toY && x2 === fromX && y2 === fromY)) break;
        slot = (slot + 1) & mask;
      }
      if (edge < 0) {
        slots[slot] = place + 1;
        twins[place] = ALONE;
        edges++;
      } else if (twins[edge] === ALONE) {
        twins[edge] = place;
        twins[place] = edge;
        this.#match(pairs++, edge, place, isSameWay);
        likely = edge;
      } else this.furtherUses.push({ edge, place });
    }
    return { edges, pairs };
  }

  #unmatchUsedFurther(): void {
    const used = new Set(this.furtherUses.map(({ edge }) => edge));
    for (const [pair, edge] of this.paired.entries())
      if (used.has(edge)) this.ringsOnLeft[pair] = this.ringsOnRight[pair] ?? 0;
  }

  #match(pair: number, edge: Place, twin: Place, isSameWay: boolean): void {
    const { ringAt, boundaryRings } = this.#drawn;
    const leftness = this.#leftness;
    const ring = ringAt[edge] ?? 0;
    const twinRing = ringAt[twin] ?? 0;
    const leftOf = leftness[ring] ?? 0;
    // The rings of the boundary come first.
    const isBoundary = ring < boundaryRings;
    const isBetween = ring !== twinRing && twinRing >= boundaryRings;
    const isSameSide = (leftOf === leftness[twinRing]) === isSameWay;
    const isMatched = isBetween && isSameSide === isBoundary;
    // Beyond the boundary, which has its ring on the same side as its neighbour, lies none.
    const isRingOnLeft = (leftOf === 1) !== isBoundary;
    this.paired[pair] = edge;
    this.ringsOnLeft[pair] = isRingOnLeft || !isMatched ? ring : twinRing;
    this.ringsOnRight[pair] = isRingOnLeft && isMatched ? twinRing : ring;
  }
}

/** Mixed enough for the upper bits of an edge's hash. */
export function placeHash(x: number, y: number): number {
  return Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
}

/** The same whichever way the edge runs. */
export function edgeHash(one: number, other: number): number {
  const mixed = Math.imul(one + other, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
