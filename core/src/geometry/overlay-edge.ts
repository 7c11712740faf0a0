import type { FinePoint, FineRing } from './fine-grid.ts';
import { compareSwept, type SweptEdge } from './sweep-line.ts';

/** An edge on the fine grid and whose outline it is on: the numbers of its owners, ascending. */
export interface OverlayEdge extends SweptEdge {
  readonly owners: readonly number[];
}

/** Edges by their place, in which an owner who comes twice cancels out. */
export class EdgeSet {
  readonly #edges = new Map<string, OverlayEdge>();

  /** Adds an edge of these owners, or takes it away from those who have it already. */
  toggle(a: FinePoint, b: FinePoint, owners: readonly number[]): void {
    const [low, high] = compareSwept(a, b) < 0 ? [a, b] : [b, a];
    const key = `${low.x} ${low.y} ${high.x} ${high.y}`;
    const remaining = symmetricDifference(this.#edges.get(key)?.owners ?? [], owners);
    if (remaining.length > 0) this.#edges.set(key, { low, high, owners: remaining });
    else this.#edges.delete(key);
  }

  /** The edges from west to east and south to north, whatever the order in which they came. */
  sorted(): OverlayEdge[] {
    return [...this.#edges.values()].sort(
      (a, b) => compareSwept(a.low, b.low) || compareSwept(a.high, b.high),
    );
  }
}

/** The edges of the rings of several owners, these numbered as they come; a common edge is one edge of both. */
export function edgesOfOwners(ringsOfOwners: readonly (readonly FineRing[])[]): OverlayEdge[] {
  const edges = new EdgeSet();
  for (const [owner, rings] of ringsOfOwners.entries()) {
    for (const ring of rings) {
      let from = ring.at(-1);
      for (const to of ring) {
        if (from && compareSwept(from, to) !== 0) edges.toggle(from, to, [owner]);
        from = to;
      }
    }
  }
  return edges.sorted();
}

/** The numbers that are in exactly one of two lists, ascending. */
export function symmetricDifference(a: readonly number[], b: readonly number[]): number[] {
  return [...a.filter((n) => !b.includes(n)), ...b.filter((n) => !a.includes(n))].sort((m, n) => m - n);
}
