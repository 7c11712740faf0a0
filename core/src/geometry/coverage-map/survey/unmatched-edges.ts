import { PairIndex } from '../../arrangement/pair-index.ts';
import type { GridBox } from '../../grid.ts';
import { Int32List } from '../../int32-list.ts';
import type { DrawnRings } from './drawn-rings.ts';
import { ALONE, type TwinEdges } from './twin-edges.ts';

/** The edges that no two rings share as good neighbours do. They are together closed curves. */
export class UnmatchedEdges {
  readonly #drawn: DrawnRings;
  readonly #places = new Int32List();

  constructor(drawn: DrawnRings, twins: TwinEdges) {
    this.#drawn = drawn;
    this.#findPaired(twins);
    if (twins.aloneCount > 0) this.#findAlone(twins);
  }

  #findPaired({ paired, ringsOnRight, ringsOnLeft }: TwinEdges): void {
    for (let pair = 0; pair < paired.length; pair++)
      if (ringsOnRight[pair] === ringsOnLeft[pair]) this.#places.push(paired[pair] ?? 0);
  }

  #findAlone({ twins }: TwinEdges): void {
    for (let place = 0; place < twins.length; place++) if (twins[place] === ALONE) this.#places.push(place);
  }

  /** The first places of the edges that are not matched. */
  get places(): Int32Array {
    return this.#places.values();
  }

  /** The box of each part of the unmatched edges that hangs together. Outside it nothing of that part winds around a place. */
  boxes(): GridBox[] {
    const { x, y } = this.#drawn;
    const vertices = new PairIndex();
    const parts = new DisjointSets();
    const ends: number[] = [];
    for (const place of this.#places.values()) {
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
