import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { nearestOnEdge, squaredLength } from './distance.ts';
import { degreeLengthsAt } from './ellipsoid.ts';
import { snapPosition } from './grid.ts';
import { type BorderEdge, edgesOf, isNearEdge, sharedEdges } from './shared-edges.ts';

/**
 * The border that associations share: all of one's own outline, or where the outlines of two run together. Where they
 * do not, both outlines; empty where nothing is drawn.
 */
export function borderEdges(
  territories: readonly Territory[],
  associations: readonly AssociationId[],
): BorderEdge[] {
  const outlines = associations.flatMap((id) =>
    territories.filter(({ association }) => association === id).map(({ geometry }) => edgesOf(geometry)),
  );
  const [one, other] = outlines;
  const shared = one && other ? sharedEdges(one, other) : [];
  return shared.length > 0 ? shared : outlines.flat();
}

/** A position that is on the border, as closely as rounding allows, or the place of it that is nearest; null without any. */
export function nearestOnBorder(edges: readonly BorderEdge[], position: Position): Position | null {
  if (edges.some((edge) => isNearEdge(position, edge))) return position;
  const scale = degreeLengthsAt(position[1]);
  let nearest: Position | null = null;
  let least = Infinity;
  for (const [from, to] of edges) {
    const candidate = nearestOnEdge(position, from, to, scale);
    const squared = squaredLength(position, candidate, scale);
    if (squared < least) [least, nearest] = [squared, candidate];
  }
  return nearest && snapPosition(nearest);
}
