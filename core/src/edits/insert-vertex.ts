import { snapPosition } from '../geometry/grid.ts';
import type { Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import {
  boundaryEdgesAt,
  isNearEdge,
  isSamePlace,
  redrawRings,
  type VertexRefusal,
} from './border-vertex.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { measureChange } from './measure-change.ts';

export interface InsertVertexRequest {
  /** The two ends of an edge, in any order. */
  readonly between: readonly [Position, Position];
  /** A position on it, rounded to the grid. */
  readonly at: Position;
  /** Inserts it into this territory alone, where given. */
  readonly only?: AssociationId;
}

export interface VertexInserted extends EditEffect {
  readonly kind: 'vertex-inserted';
  readonly at: Position;
}

export type InsertVertexRefusal = 'no-edge-there' | 'not-on-the-edge' | 'on-area-boundary' | VertexRefusal;

/**
 * Inserts a vertex into an edge of a border, in all territories that have just this edge; to be moved later. An edge
 * along the area's boundary takes none: rounded, it would leave that.
 */
export function insertVertex(
  plan: EditedPlan,
  request: InsertVertexRequest,
): Edited<VertexInserted> | Refused<InsertVertexRefusal> {
  const at = snapPosition(request.at);
  const [from, to] = request.between;
  if (!isNearEdge(at, from, to) || isSamePlace(at, from) || isSamePlace(at, to)) {
    return { ok: false, reason: 'not-on-the-edge' };
  }
  const alongBoundary = boundaryEdgesAt(plan.boundary, from).filter(([a, b]) => isNearEdge(to, a, b));
  if (alongBoundary.length > 0) return { ok: false, reason: 'on-area-boundary' };
  const bending = plan.territories.filter(
    ({ association }) => request.only === undefined || association === request.only,
  );
  const change = redrawRings(bending, (open) => withVertexBetween(open, [from, to], at));
  if (!change.ok) {
    return change.reason === 'nothing-changes' ? { ok: false, reason: 'no-edge-there' } : change;
  }
  const { changed, removed } = change;
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'vertex-inserted', at, ...measureChange(plan, change) },
  };
}

function withVertexBetween(open: Ring, [a, b]: readonly [Position, Position], at: Position): Ring {
  const index = open.findIndex((from, i) => {
    const to = open[(i + 1) % open.length] ?? from;
    return (isSamePlace(from, a) && isSamePlace(to, b)) || (isSamePlace(from, b) && isSamePlace(to, a));
  });
  return index < 0 ? open : open.toSpliced(index + 1, 0, at);
}
