import { Int32List } from '../int32-list.ts';
import type { Covering } from './covering.ts';
import { MAX_LOCALS, pushEntry, setMask, writeCrowdedLeaf, writeLeaf } from './leaf.ts';
import type { OwnedPolygons } from './owned-polygons.ts';
import type { SourceEdges } from './source-edges.ts';
import type { Square } from './spread-edges.ts';

/** Writes the leaves of an index into its store. */
export class LeafWriter {
  private readonly owned: OwnedPolygons;
  private readonly source: SourceEdges;
  private readonly entries = new Int32List();
  private readonly locals: number[] = [];
  /** The bit number of each local polygon of the leaf that is being made, −1 for all others. */
  private readonly bitOf: Int32Array;

  constructor(owned: OwnedPolygons, source: SourceEdges) {
    this.owned = owned;
    this.source = source;
    this.bitOf = new Int32Array(owned.polygons.length).fill(-1);
  }

  /**
   * Writes a leaf for a square and returns where it begins; −1 when no edge matters in it. `corner` tells what covers
   * the south-eastern corner.
   */
  write(
    store: Int32List,
    corner: Covering,
    { square, edges }: { square: Square; edges: Int32Array },
  ): number {
    const { entries, locals, bitOf } = this;
    entries.length = 0;
    locals.length = 0;
    for (const edge of edges) {
      if (!pushEntry(entries, this.source.ends, edge, square)) continue;
      setMask(entries, this.maskOf(edge));
    }
    if (locals.length === 0) return -1;

    const background: number[] = [];
    let cornerMask = 0;
    for (const polygon of corner.all()) {
      const bit = bitOf[polygon] ?? -1;
      if (bit < 0) background.push(this.owned.ownerOf(polygon));
      else cornerMask |= 1 << bit;
    }
    for (const polygon of locals) bitOf[polygon] = -1;
    const common = { locals, background: this.owned.sets.of(background) };
    return locals.length > MAX_LOCALS
      ? writeCrowdedLeaf(store, common)
      : writeLeaf(store, { ...common, entries, cornerMask });
  }

  /** The bits of the polygons that use an edge; one that uses it twice has none. */
  private maskOf(edge: number): number {
    const { firstUse, nextUse, polygonOf } = this.source;
    let mask = 0;
    for (let use = firstUse[edge] ?? -1; use >= 0; use = nextUse[use] ?? -1) {
      const polygon = polygonOf[use] ?? 0;
      let bit = this.bitOf[polygon] ?? -1;
      if (bit < 0) {
        bit = this.locals.push(polygon) - 1;
        this.bitOf[polygon] = bit;
      }
      mask ^= 1 << bit;
    }
    return mask;
  }
}
