import { snapPosition } from '../geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import {
  boundaryEdgesAt,
  isNearEdge,
  isSamePlace,
  redrawRings,
  type VertexRefusal,
  withVertexOn,
} from './border-vertex.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { measureChange } from './measure-change.ts';

export interface MoveVertexRequest {
  /** The vertex. */
  readonly from: Position;
  readonly to: Position;
  /** Moves it in this territory alone, where given: its neighbours stay behind. */
  readonly only?: AssociationId;
}

export interface VertexMoved extends EditEffect {
  readonly kind: 'vertex-moved';
  readonly from: Position;
  readonly to: Position;
}

export type MoveVertexRefusal = 'no-vertex-there' | 'on-area-boundary' | VertexRefusal;

/**
 * Moves a vertex of a border, in all territories that have it and in those through whose edge it lies exactly: so a
 * border that was shared stays shared. On the area's boundary it may only be moved along one edge of that. Where it is
 * moved over the border of a third territory, an overlap comes up, as asked; and gaps and overlaps do where it is moved in
 * one territory only.
 */
export function moveVertex(
  plan: EditedPlan,
  request: MoveVertexRequest,
): Edited<VertexMoved> | Refused<MoveVertexRefusal> {
  const [from, to] = [snapPosition(request.from), snapPosition(request.to)];
  const moving = plan.territories.filter(
    ({ association }) => request.only === undefined || association === request.only,
  );
  const rings = moving.flatMap(({ geometry }) => geometry.coordinates.flat());
  if (!rings.some((ring) => ring.some((vertex) => isSamePlace(vertex, from)))) {
    return { ok: false, reason: 'no-vertex-there' };
  }
  if (isSamePlace(from, to)) return { ok: false, reason: 'nothing-changes' };
  if (leavesBoundary(plan.boundary, from, to)) return { ok: false, reason: 'on-area-boundary' };
  const change = redrawRings(moving, (open) => moved(withVertexOn(open, from), from, to));
  if (!change.ok) return change;
  const { changed, removed } = change;
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'vertex-moved', from, to, ...measureChange(plan, change) },
  };
}

function moved(open: Ring, from: Position, to: Position): Ring {
  if (!open.some((vertex) => isSamePlace(vertex, from))) return open;
  return open.map((vertex) => (isSamePlace(vertex, from) ? to : vertex));
}

/** A corner of the boundary lies on two of its edges, so that no move along one of them is left. */
function leavesBoundary(boundary: MultiPolygon | null, from: Position, to: Position): boolean {
  const edges = boundaryEdgesAt(boundary, from);
  return edges.length > 0 && !(edges.length === 1 && edges.every(([a, b]) => isNearEdge(to, a, b)));
}
