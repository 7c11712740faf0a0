import type { SourceEdges } from './source-edges.ts';

/** The polygons that cover the place where a walk over the plane has come to. */
export class Covering {
  private readonly polygons = new Set<number>();
  /** The edges crossed so far, so that the walk can go back. */
  private readonly crossed: number[] = [];
  private readonly source: SourceEdges;

  constructor(source: SourceEdges) {
    this.source = source;
  }

  has(polygon: number): boolean {
    return this.polygons.has(polygon);
  }

  /** All that cover the place, in no order. */
  all(): Iterable<number> {
    return this.polygons;
  }

  /** How far the walk has come, for `goBack`. */
  get steps(): number {
    return this.crossed.length;
  }

  cross(edge: number): void {
    this.crossed.push(edge);
    this.toggle(edge);
  }

  goBack(steps: number): void {
    for (const edge of this.crossed.splice(steps).reverse()) this.toggle(edge);
  }

  private toggle(edge: number): void {
    const { firstUse, nextUse, polygonOf } = this.source;
    for (let use = firstUse[edge] ?? -1; use >= 0; use = nextUse[use] ?? -1) {
      const polygon = polygonOf[use] ?? 0;
      if (!this.polygons.delete(polygon)) this.polygons.add(polygon);
    }
  }
}
