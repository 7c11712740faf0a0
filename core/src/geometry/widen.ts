import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { convexHull } from './convex-hull.ts';
import { createCoverageMap } from './coverage-map/coverage-map.ts';
import { POSITION_STEPS } from './fine-grid.ts';
import { fromGrid, toGrid } from './grid.ts';

const widened = new WeakMap<MultiPolygon, MultiPolygon>();

/**
 * A place and what lies within so many steps of the position grid around it. Worked out once for each object.
 * Errors: `TooManyCrossingsError`.
 */
export function widen(place: MultiPolygon, steps: number): MultiPolygon {
  const known = widened.get(place);
  if (known !== undefined) return known;
  const edges = place.coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => aroundEdge(ring[i] ?? to, to, steps)));
  const shapes: MultiPolygon[] = [place, { type: 'MultiPolygon', coordinates: edges.map((ring) => [ring]) }];
  const territories = shapes.map((geometry, i) => ({ association: `shape-${i}` as AssociationId, geometry }));
  const map = createCoverageMap({ boundary: null, territories, steps: POSITION_STEPS });
  const wide = map.outlineOf(({ associations }) => associations.length > 0);
  widened.set(place, wide);
  return wide;
}

/** What a square passes over from one end of an edge to the other. */
function aroundEdge(from: Position, to: Position, steps: number): Ring {
  const corners = [from, to].flatMap(([longitude, latitude]) => {
    const [x, y] = [toGrid(longitude), toGrid(latitude)];
    return [-steps, steps].flatMap((east) => [-steps, steps].map((north) => ({ x: x + east, y: y + north })));
  });
  const ring = convexHull(corners).map(({ x, y }): Position => [fromGrid(x), fromGrid(y)]);
  return [...ring, ...ring.slice(0, 1)];
}
