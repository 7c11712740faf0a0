import { checkTerritory } from '../geometry/check-territory.ts';
import { toGrid } from '../geometry/grid.ts';
import { isOnSegment, type Point } from '../geometry/orientation.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { forPieces } from './borders.ts';
import type { PlanChange, Refused } from './edit.ts';

/** Why territories with a changed vertex cannot be. */
export type VertexRefusal = 'nothing-changes' | 'territory-too-small' | 'territory-would-be-invalid';

/** How far rounding takes a vertex from an edge into which it was cut, in steps of the positions' grid. */
const ROUNDED_STEPS = 1;

/** A position on the positions' grid, in steps. */
export function stepsOf([longitude, latitude]: Position): Point {
  return { x: toGrid(longitude), y: toGrid(latitude) };
}

export function isSamePlace(a: Position, b: Position): boolean {
  const [one, other] = [stepsOf(a), stepsOf(b)];
  return one.x === other.x && one.y === other.y;
}

/** The edges of the area's boundary on which a position lies, as closely as rounding allows. */
export function boundaryEdgesAt(boundary: MultiPolygon | null, position: Position): [Position, Position][] {
  const edges: [Position, Position][] = [];
  for (const ring of boundary?.coordinates.flat() ?? []) {
    forPieces(ring, (from, to) => {
      if (isNearEdge(position, from, to)) edges.push([from, to]);
    });
  }
  return edges;
}

/** Whether a position lies on an edge, as closely as rounding allows. */
export function isNearEdge(position: Position, from: Position, to: Position): boolean {
  const [p, a, b] = [stepsOf(position), stepsOf(from), stepsOf(to)];
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, p.x - a.x, p.y - a.y];
  const squared = ux * ux + uy * uy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (ux * vx + uy * vy) / squared));
  return Math.hypot(vx - along * ux, vy - along * uy) <= ROUNDED_STEPS;
}

/** Whether a position lies exactly on an edge, its ends included. */
export function isOnEdge(position: Position, from: Position, to: Position): boolean {
  return isOnSegment(stepsOf(position), stepsOf(from), stepsOf(to));
}

/** The territories some of whose rings come out changed, checked. The ring without its repeated end is given and taken. */
export function redrawRings(
  territories: readonly Territory[],
  redrawn: (openRing: Ring) => Ring,
): (PlanChange & { readonly ok: true }) | Refused<VertexRefusal> {
  const changed: Territory[] = [];
  for (const { association, geometry } of territories) {
    let isSame = true;
    const coordinates = geometry.coordinates.map((rings) =>
      rings.map((ring) => {
        const open = ring.slice(0, -1);
        const after = redrawn(open);
        isSame &&= after === open;
        return after === open ? ring : [...after, ...after.slice(0, 1)];
      }),
    );
    if (isSame) continue;
    const check = checkTerritory({ type: 'MultiPolygon', coordinates });
    if (!check.ok) {
      const isSmall = check.faults.every(({ code }) => code === 'area-too-small');
      return { ok: false, reason: isSmall ? 'territory-too-small' : 'territory-would-be-invalid' };
    }
    changed.push({ association, geometry: check.geometry });
  }
  if (changed.length === 0) return { ok: false, reason: 'nothing-changes' };
  return { ok: true, changed: changed.sort((a, b) => (a.association < b.association ? -1 : 1)), removed: [] };
}

/** The ring with a vertex at a position, where an edge of it runs exactly through there. */
export function withVertexOn(open: Ring, position: Position): Ring {
  if (open.some((vertex) => isSamePlace(vertex, position))) return open;
  const at = open.findIndex((from, i) => isOnEdge(position, from, open[(i + 1) % open.length] ?? from));
  return at < 0 ? open : open.toSpliced(at + 1, 0, position);
}

/** The ring with a vertex at a position, where an edge of it runs through there as closely as rounding allows. */
export function withVertexNear(open: Ring, position: Position): Ring {
  if (open.some((vertex) => isSamePlace(vertex, position))) return open;
  const at = open.findIndex((from, i) => isNearEdge(position, from, open[(i + 1) % open.length] ?? from));
  return at < 0 ? open : open.toSpliced(at + 1, 0, position);
}
