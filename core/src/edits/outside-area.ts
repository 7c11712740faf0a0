import { fromGrid, toGrid } from '../geometry/grid.ts';
import { orientation, type Point } from '../geometry/orientation.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { boundaryEdgesAt, isNearEdge, stepsOf } from './border-vertex.ts';
import { placeKey } from './borders.ts';
import { type BoundaryEdge, boundaryEdgeSearch } from './boundary-edges.ts';

const STEPS: readonly Point[] = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x, y })));

/**
 * Moves new vertices that rounding has brought from an edge of the area's boundary into the area by one step of the grid,
 * onto that edge or beyond it: else a gap of less than a centimetre would lie along the edge. Whoever has a border to
 * such a vertex has it moved; vertices that there were before stay.
 */
export function movedOutside<T extends Pick<Territory, 'geometry'>>(
  boundary: MultiPolygon,
  changed: readonly T[],
  before: readonly Territory[],
): T[] {
  const moves = movesOutside(boundary, changed, before);
  if (moves.size === 0) return [...changed];
  const move = (position: Position): Position => moves.get(placeKey(position)) ?? position;
  return changed.map((territory) => {
    const { coordinates } = territory.geometry;
    const moved = coordinates.map((rings) => rings.map((ring) => ring.map(move)));
    return { ...territory, geometry: { type: 'MultiPolygon', coordinates: moved } };
  });
}

/** A position on an edge of an outline, as closely as rounding allows, on that edge or outside of it; any other as it is. */
export function outsideOf(outline: MultiPolygon, position: Position): Position {
  const [edge, another] = boundaryEdgesAt(outline, position);
  if (!edge || another || !isInside(position, edge)) return position;
  return placeOutside(position, edge) ?? position;
}

/** Where to the vertices are moved, by their places. */
function movesOutside(
  boundary: MultiPolygon,
  changed: readonly Pick<Territory, 'geometry'>[],
  before: readonly Territory[],
): Map<string, Position> {
  const old = new Set([...verticesOf({ geometry: boundary }), ...before.flatMap(verticesOf)].map(placeKey));
  const edgesNear = boundaryEdgeSearch(boundary);
  const moves = new Map<string, Position>();
  for (const position of changed.flatMap(verticesOf)) {
    if (old.has(placeKey(position)) || moves.has(placeKey(position))) continue;
    const [edge, another] = edgesNear(position);
    // Beside a corner there is no telling.
    if (!edge || another || !isInside(position, edge)) continue;
    const outside = placeOutside(position, edge);
    if (outside) moves.set(placeKey(position), outside);
  }
  return moves;
}

function verticesOf({ geometry }: Pick<Territory, 'geometry'>): Position[] {
  return geometry.coordinates.flat(2);
}

/** The boundary has the area on its left. */
function isInside(position: Position, [from, to]: BoundaryEdge): boolean {
  return orientation(stepsOf(from), stepsOf(to), stepsOf(position)) > 0;
}

/** The nearest place on the grid around a position that is not inside. */
function placeOutside([longitude, latitude]: Position, edge: BoundaryEdge): Position | null {
  const [x, y] = [toGrid(longitude), toGrid(latitude)];
  const around = STEPS.map((step): Position => [fromGrid(x + step.x), fromGrid(y + step.y)]);
  const [nearest] = around
    .filter((place) => !isInside(place, edge) && isNearEdge(place, ...edge))
    .sort((a, b) => depth(b, edge) - depth(a, edge));
  return nearest ?? null;
}

/** How far inside, in the unit that the edge is long. */
function depth(position: Position, [from, to]: BoundaryEdge): number {
  return orientation(stepsOf(from), stepsOf(to), stepsOf(position));
}
