import type { GridPolygon, GridRing } from '../grid.ts';

/** The distinct edges of many polygons, and which polygons use each: neighbours share theirs. */
export interface SourceEdges {
  readonly count: number;
  /** Of each edge lowX, lowY, highX, highY on the grid: the southern end first, of a level edge the western one. */
  readonly ends: Int32Array;
  /** Of each edge its first use. */
  readonly firstUse: Int32Array;
  /** Of each use the next one of the same edge, −1 after the last. */
  readonly nextUse: Int32Array;
  /** Of each use the number of its polygon. */
  readonly polygonOf: Int32Array;
}

/** Collects the edges of all rings, each place once. The coordinates must fit 32 bits. */
export function collectEdges(polygons: readonly GridPolygon[]): SourceEdges {
  let uses = 0;
  for (const { rings } of polygons) for (const ring of rings) uses += ring.length / 2;
  const edges = new EdgeTable(uses);
  polygons.forEach(({ rings }, polygon) => {
    for (const ring of rings) edges.addRing(ring, polygon);
  });
  return edges;
}

/** A hash table with open addressing over the ends of the edges. */
class EdgeTable implements SourceEdges {
  count = 0;
  private uses = 0;
  readonly ends: Int32Array;
  readonly firstUse: Int32Array;
  readonly nextUse: Int32Array;
  readonly polygonOf: Int32Array;
  /** The number of an edge, −1 where there is none. */
  private readonly slots: Int32Array;

  constructor(maxUses: number) {
    this.ends = new Int32Array(4 * maxUses);
    this.firstUse = new Int32Array(maxUses);
    this.nextUse = new Int32Array(maxUses);
    this.polygonOf = new Int32Array(maxUses);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * maxUses + 1))).fill(-1);
  }

  addRing(ring: GridRing, polygon: number): void {
    let fromX = ring[ring.length - 2] ?? 0;
    let fromY = ring[ring.length - 1] ?? 0;
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const toX = ring[i] ?? 0;
      const toY = ring[i + 1] ?? 0;
      const isUpward = fromY < toY || (fromY === toY && fromX < toX);
      const [low, high] = isUpward
        ? [4 * this.count, 4 * this.count + 2]
        : [4 * this.count + 2, 4 * this.count];
      this.ends[low] = fromX;
      this.ends[low + 1] = fromY;
      this.ends[high] = toX;
      this.ends[high + 1] = toY;
      if (fromY !== toY || fromX !== toX) this.addUse(polygon);
      fromX = toX;
      fromY = toY;
    }
  }

  /** Adds a use of the edge whose ends stand behind those of all others; a known edge is not added again. */
  private addUse(polygon: number): void {
    const slot = this.slotOf(this.count);
    const known = this.slots[slot] ?? -1;
    const edge = known < 0 ? this.count++ : known;
    this.slots[slot] = edge;
    this.polygonOf[this.uses] = polygon;
    this.nextUse[this.uses] = known < 0 ? -1 : (this.firstUse[edge] ?? -1);
    this.firstUse[edge] = this.uses++;
  }

  /** The slot that holds an edge with the same ends, or the free one where it belongs. */
  private slotOf(edge: number): number {
    const { ends, slots } = this;
    let hash = 0;
    for (let i = 4 * edge; i < 4 * edge + 4; i++) {
      hash = Math.imul(hash ^ (ends[i] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let slot = hash & (slots.length - 1);
    for (let other = slots[slot] ?? -1; other >= 0 && !this.isSame(edge, other); other = slots[slot] ?? -1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private isSame(a: number, b: number): boolean {
    for (let i = 0; i < 4; i++) if (this.ends[4 * a + i] !== this.ends[4 * b + i]) return false;
    return true;
  }
}
