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
 * addressing and linear probing.
 */
export class TwinEdges {
  /** By place: the other place with the same edge, or one of the above. */
  readonly twins: Int32Array;
  /** The first places of the edges that two places have, in no order. */
  readonly paired: Int32Array;
  /** The edge, by its first place, and the place of each use after the second. */
  readonly furtherUses: readonly { readonly edge: Place; readonly place: Place }[];

  constructor(drawn: DrawnRings) {
    this.twins = new Int32Array(drawn.placeCount).fill(NO_EDGE);
    const paired = new Int32Array(drawn.placeCount >> 1);
    const furtherUses: { edge: Place; place: Place }[] = [];
    this.paired = paired.subarray(0, this.#pair(drawn, paired, furtherUses));
    this.furtherUses = furtherUses;
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

  /** Returns how many edges are paired. */
  #pair(
    { x, y, ringAt, placeCount }: DrawnRings,
    paired: Int32Array,
    furtherUses: { edge: Place; place: Place }[],
  ): number {
    const { twins } = this;
    let count = 0;
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
          paired[count++] = likely;
          continue;
        }
      }
      let slot = edgeHash(hashFrom, hashTo) & mask;
      let edge = (slots[slot] ?? FREE) - 1;
      for (; edge >= 0; edge = (slots[slot] ?? FREE) - 1) {
        const x1 = x[edge];
        const y1 = y[edge];
        const x2 = x[edge + 1];
        const y2 = y[edge + 1];
        if (x1 === fromX && y1 === fromY && x2 === toX && y2 === toY) break;
        if (x1 === toX && y1 === toY && x2 === fromX && y2 === fromY) break;
        slot = (slot + 1) & mask;
      }
      if (edge < 0) {
        slots[slot] = place + 1;
        twins[place] = ALONE;
      } else if (twins[edge] === ALONE) {
        twins[edge] = place;
        twins[place] = edge;
        paired[count++] = edge;
        likely = edge;
      } else furtherUses.push({ edge, place });
    }
    return count;
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
