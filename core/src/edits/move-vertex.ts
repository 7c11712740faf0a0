import { snapPosition } from '../geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import {
  boundaryEdgesAt,
  isNearEdge,
  isSamePlace,
  redrawRings,
  type VertexRefusal,
  withVertexNear,
  withVertexOn,
} from './border-vertex.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { measureChange } from './measure-change.ts';
import { outsideOf } from './outside-area.ts';

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
 * moved onto the border of a third territory, as closely as rounding allows, that gets the vertex too, so that nothing
 * lies between the two; moved over it, an overlap comes up, as asked; and gaps and overlaps do where it is moved in one
 * territory only. Moved onto the area's boundary, it is rounded outwards.
 */
export function moveVertex(
  plan: EditedPlan,
  request: MoveVertexRequest,
): Edited<VertexMoved> | Refused<MoveVertexRefusal> {
  const from = snapPosition(request.from);
  const asked = snapPosition(request.to);
  const to = plan.boundary === null ? asked : outsideOf(plan.boundary, asked);
  const moving = plan.territories.filter(
    ({ association, geometry }) =>
      (request.only === undefined || association === request.only) &&
      geometry.coordinates.flat().some((ring) => hasVertex(withVertexOn(ring.slice(0, -1), from), from)),
  );
  const rings = moving.flatMap(({ geometry }) => geometry.coordinates.flat());
  if (!rings.some((ring) => hasVertex(ring, from))) return { ok: false, reason: 'no-vertex-there' };
  if (isSamePlace(from, asked) || isSamePlace(from, to)) return { ok: false, reason: 'nothing-changes' };
  if (leavesBoundary(plan.boundary, from, to)) return { ok: false, reason: 'on-area-boundary' };
  const change = redrawRings(moving, (open) => moved(withVertexOn(open, from), from, to));
  if (!change.ok) return change;
  const met = redrawRings(
    plan.territories.filter((territory) => !moving.includes(territory)),
    (open) => withVertexNear(open, to),
  );
  if (!met.ok && met.reason !== 'nothing-changes') return met;
  const changed = [...change.changed, ...(met.ok ? met.changed : [])].sort(byAssociation);
  return {
    ok: true,
    changed,
    removed: [],
    // Those who only got a vertex keep their ground, but for what rounding does.
    description: { kind: 'vertex-moved', from, to, ...measureChange(plan, change) },
  };
}

function byAssociation(a: Territory, b: Territory): number {
  return a.association < b.association ? -1 : 1;
}

function hasVertex(ring: Ring, position: Position): boolean {
  return ring.some((vertex) => isSamePlace(vertex, position));
}

function moved(open: Ring, from: Position, to: Position): Ring {
  if (!hasVertex(open, from)) return open;
  return open.map((vertex) => (isSamePlace(vertex, from) ? to : vertex));
}

/** A corner of the boundary lies on two of its edges, so that no move along one of them is left. */
function leavesBoundary(boundary: MultiPolygon | null, from: Position, to: Position): boolean {
  const edges = boundaryEdgesAt(boundary, from);
  return edges.length > 0 && !(edges.length === 1 && edges.every(([a, b]) => isNearEdge(to, a, b)));
}
