import { fromGrid, type Position, type Territory, toGrid } from '@nitaq/core';

/** An edge on which exactly two territories meet, with the same corners. */
export interface SharedEdge {
  readonly from: Position;
  readonly to: Position;
  readonly associations: readonly string[];
}

/** The edges that two territories have in common. */
export function sharedEdges(territories: readonly Territory[]): SharedEdge[] {
  const edges = new Map<string, SharedEdge>();
  for (const { association, geometry } of territories) {
    for (const ring of geometry.coordinates.flat()) {
      for (const [i, to] of ring.entries()) {
        const from = ring[i - 1];
        if (from === undefined) continue;
        const key = [from, to].map(String).sort().join(' ');
        const associations = [...(edges.get(key)?.associations ?? []), association];
        edges.set(key, { from, to, associations });
      }
    }
  }
  return [...edges.values()].filter(({ associations }) => associations.length === 2);
}

/** The corners at which at least this many territories meet. */
export function sharedCorners(territories: readonly Territory[], atLeast: number): Position[] {
  const corners = new Map<string, { position: Position; associations: Set<string> }>();
  for (const { association, geometry } of territories) {
    for (const position of geometry.coordinates.flat(2)) {
      const corner = corners.get(String(position)) ?? { position, associations: new Set() };
      corners.set(String(position), corner);
      corner.associations.add(association);
    }
  }
  return [...corners.values()]
    .filter(({ associations }) => associations.size >= atLeast)
    .map(({ position }) => position);
}

/** The grid point nearest to the middle of an edge: on it, or within a centimetre. */
export function middleOf({ from, to }: Pick<SharedEdge, 'from' | 'to'>): Position {
  const middle = (a: number, b: number) => fromGrid(Math.round((toGrid(a) + toGrid(b)) / 2));
  return [middle(from[0], to[0]), middle(from[1], to[1])];
}
