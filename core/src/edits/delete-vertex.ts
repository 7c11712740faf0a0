import { snapPosition } from '../geometry/grid.ts';
import { orientation } from '../geometry/orientation.ts';
import type { Position, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import {
  boundaryEdgesAt,
  isOnEdge,
  isSamePlace,
  redrawRings,
  stepsOf,
  type VertexRefusal,
} from './border-vertex.ts';
import { placeKey } from './borders.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { makesTrouble } from './makes-trouble.ts';
import { measureChange } from './measure-change.ts';

export interface VertexDeleted extends EditEffect {
  readonly kind: 'vertex-deleted';
  readonly at: Position;
}

/**
 * `borders-meet-there`: without the vertex the borders of several territories would come apart; `makes-gap-or-overlap`:
 * a third territory or the area's boundary reaches between the vertex and the new edge.
 */
export type DeleteVertexRefusal =
  | 'no-vertex-there'
  | 'on-area-boundary'
  | 'borders-meet-there'
  | 'too-few-vertices'
  | 'makes-gap-or-overlap'
  | VertexRefusal;

/**
 * Deletes a vertex of a border in all territories that have it. A border that is shared stays so; one along a gap or an
 * overlap makes that larger or smaller.
 */
export function deleteVertex(
  plan: EditedPlan,
  request: { readonly at: Position },
): Edited<VertexDeleted> | Refused<DeleteVertexRefusal> {
  const at = snapPosition(request.at);
  const refusal = refusalOf(plan, at);
  if (refusal) return { ok: false, reason: refusal };
  const change = redrawRings(plan.territories, (open) => {
    const left = open.filter((vertex) => !isSamePlace(vertex, at));
    return left.length === open.length ? open : left;
  });
  if (!change.ok) return change;
  if (change.changed.length > 1 && makesTrouble(plan, change)) {
    return { ok: false, reason: 'makes-gap-or-overlap' };
  }
  const { changed, removed } = change;
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'vertex-deleted', at, ...measureChange(plan, change) },
  };
}

function refusalOf({ boundary, territories }: EditedPlan, at: Position): DeleteVertexRefusal | null {
  const rings = ringsWith(territories, at);
  if (rings.length === 0) return 'no-vertex-there';
  if (boundaryEdgesAt(boundary, at).length > 0) return 'on-area-boundary';
  if (rings.some((open) => open.length < 4)) return 'too-few-vertices';
  const corners = rings.flatMap((open) => cornersAt(open, at));
  const ways = new Set(corners.map((corner) => corner.map(placeKey).sort().join(' ')));
  const isStraight = corners.every(([before, after]) => {
    return orientation(stepsOf(before), stepsOf(at), stepsOf(after)) === 0;
  });
  const comesApart = ways.size > 1 || hasEdgeThrough(territories, at);
  return comesApart && !isStraight ? 'borders-meet-there' : null;
}

function ringsWith(territories: readonly Territory[], at: Position): Ring[] {
  return territories
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .map((ring) => ring.slice(0, -1))
    .filter((open) => open.some((vertex) => isSamePlace(vertex, at)));
}

/** The vertices before and after each occurrence. */
function cornersAt(open: Ring, at: Position): [Position, Position][] {
  return open.flatMap((vertex, i): [Position, Position][] =>
    isSamePlace(vertex, at) ? [[open.at(i - 1) ?? vertex, open[(i + 1) % open.length] ?? vertex]] : [],
  );
}

/** Whether an edge runs through the place without a vertex there. */
function hasEdgeThrough(territories: readonly Territory[], at: Position): boolean {
  const rings = territories.flatMap(({ geometry }) => geometry.coordinates.flat());
  return rings.some((ring) =>
    ring.slice(1).some((to, i) => {
      const from = ring[i] ?? to;
      return !isSamePlace(from, at) && !isSamePlace(to, at) && isOnEdge(at, from, to);
    }),
  );
}
