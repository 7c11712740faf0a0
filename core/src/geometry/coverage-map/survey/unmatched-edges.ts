import { PairIndex } from '../../arrangement/pair-index.ts';
import type { GridBox } from '../../grid.ts';
import { Int32List } from '../../int32-list.ts';
import type { DrawnRings } from './drawn-rings.ts';
import { ALONE, type TwinEdges } from './twin-edges.ts';

/**
 * Which edges two rings share as good neighbours do: two territories on its two sides, or a territory and the boundary
 * on the same one. All others, matched with none, are together closed curves.
 */
export class UnmatchedEdges {
  readonly #drawn: DrawnRings;
  readonly #twins: TwinEdges;
  /** By ring: 1 where its inside (outside for a hole) is on the left, else 0. */
  readonly leftness: Uint8Array;
  /** By pair: the rings on the two sides of its edge, run from its first place; the same one where it is not matched. */
  readonly ringsOnRight: Int32Array;
  readonly ringsOnLeft: Int32Array;
  readonly #unmatched = new Int32List();

  /** `orientations` are by ring, 1 for one that runs counter-clockwise. */
  constructor(drawn: DrawnRings, twins: TwinEdges, orientations: Int8Array) {
    this.#drawn = drawn;
    this.#twins = twins;
    this.leftness = new Uint8Array(drawn.ringCount);
    for (let ring = 0; ring < drawn.ringCount; ring++)
      this.leftness[ring] = (orientations[ring] ?? 0) < 0 === drawn.roles.isHole(ring) ? 1 : 0;
    this.ringsOnRight = new Int32Array(twins.paired.length);
    this.ringsOnLeft = new Int32Array(twins.paired.length);
    this.#match();
    this.#findAlone();
    if (twins.furtherUses.length > 0) this.#unmatchUsedFurther();
  }

  #match(): void {
    const { x, y, ringAt, boundaryRings } = this.#drawn;
    const { leftness, ringsOnRight, ringsOnLeft } = this;
    const { twins, paired } = this.#twins;
    for (let i = 0; i < paired.length; i++) {
      const place = paired[i] ?? 0;
      const twin = twins[place] ?? ALONE;
      const ring = ringAt[place] ?? 0;
      const twinRing = ringAt[twin] ?? 0;
      // The rings of the boundary come first.
      const isBoundary = ring < boundaryRings;
      const isBetween = ring !== twinRing && twinRing >= boundaryRings;
      const isSameWay = x[place] === x[twin] && y[place] === y[twin];
      const leftOf = leftness[ring] ?? 0;
      const isSameSide = (leftOf === leftness[twinRing]) === isSameWay;
      if (isBetween && isSameSide === isBoundary) {
        // Beyond the boundary, whose ring stands for what is outside, lies none of its neighbour.
        const isRingOnLeft = (leftOf === 1) !== isBoundary;
        ringsOnLeft[i] = isRingOnLeft ? ring : twinRing;
        ringsOnRight[i] = isRingOnLeft ? twinRing : ring;
      } else {
        ringsOnLeft[i] = ring;
        ringsOnRight[i] = ring;
        this.#unmatched.push(place);
      }
    }
  }

  #unmatchUsedFurther(): void {
    const { paired, furtherUses } = this.#twins;
    const used = new Set(furtherUses.map(({ edge }) => edge));
    for (let i = 0; i < paired.length; i++) {
      const place = paired[i] ?? 0;
      if (this.ringsOnLeft[i] === this.ringsOnRight[i] || !used.has(place)) continue;
      this.ringsOnLeft[i] = this.ringsOnRight[i] ?? 0;
      this.#unmatched.push(place);
    }
  }

  #findAlone(): void {
    const { twins } = this.#twins;
    for (let place = 0; place < twins.length; place++)
      if (twins[place] === ALONE) this.#unmatched.push(place);
  }

  /** The first places of the edges that are not matched. */
  get unmatched(): Int32Array {
    return this.#unmatched.values();
  }

  /** The box of each part of the unmatched edges that hangs together. Outside it nothing of that part winds around a place. */
  boxes(): GridBox[] {
    const { x, y } = this.#drawn;
    const vertices = new PairIndex();
    const parts = new DisjointSets();
    const ends: number[] = [];
    for (const place of this.#unmatched.values()) {
      const from = vertices.rowOf(x[place] ?? 0, y[place] ?? 0);
      const to = vertices.rowOf(x[place + 1] ?? 0, y[place + 1] ?? 0);
      parts.unite(from, to);
      ends.push(from, to);
    }
    const boxes = new Map<number, { minX: number; minY: number; maxX: number; maxY: number }>();
    for (const end of ends) {
      const part = parts.find(end);
      const [endX, endY] = [vertices.firsts.get(end), vertices.seconds.get(end)];
      const box = boxes.get(part);
      if (box === undefined) boxes.set(part, { minX: endX, minY: endY, maxX: endX, maxY: endY });
      else {
        if (endX < box.minX) box.minX = endX;
        if (endX > box.maxX) box.maxX = endX;
        if (endY < box.minY) box.minY = endY;
        if (endY > box.maxY) box.maxY = endY;
      }
    }
    return [...boxes.values()];
  }
}

/** Union-find with path halving (Tarjan and van Leeuwen 1984). */
class DisjointSets {
  readonly #parents: number[] = [];

  find(item: number): number {
    const parents = this.#parents;
    while (parents.length <= item) parents.push(parents.length);
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
