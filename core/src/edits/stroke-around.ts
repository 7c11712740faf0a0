import { areaM2 } from '../geometry/area.ts';
import { convexHull } from '../geometry/convex-hull.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { fromGrid, toGrid } from '../geometry/grid.ts';
import type { Point } from '../geometry/orientation.ts';
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts';
import { stepsOf } from './border-vertex.ts';
import { polygonsIn, shapesAsTerritories } from './cut-plan.ts';
import { metricPlane } from './metric-plane.ts';
import { simplified } from './simplify-within.ts';

const CORNERS = 24;

/** The line that a brush is led along is simplified by so much of the brush's width. */
const SIMPLIFIED_SHARE = 0.05;

/**
 * The ground under a brush of a width that is led along a line: a round spot where that has one position, and nothing
 * where it has none. May enclose holes. On the grid. Errors: `TooManyCrossingsError`.
 */
export function strokeAround(positions: readonly Position[], widthM: number): Polygon {
  const line = smoothed(positions, SIMPLIFIED_SHARE * widthM).map(stepsOf);
  const brush = brushAt(positions[0]?.[1] ?? 0, widthM / 2);
  const spots = line.map((to, i): Ring[] => [spotBetween(brush, line[i - 1] ?? to, to)]);
  const drawn: MultiPolygon = { type: 'MultiPolygon', coordinates: spots };
  const territories = shapesAsTerritories([drawn]);
  const map = createCoverageMap({ boundary: null, territories, steps: POSITION_STEPS });
  const parts = polygonsIn(map.outlineOf(({ associations }) => associations.length > 0));
  // It hangs together; of a brush of a few steps of the grid, rounding may leave crumbs.
  const [largest] = parts.sort((a, b) => areaM2(b) - areaM2(a));
  return largest ?? { type: 'Polygon', coordinates: [] };
}

function smoothed(positions: readonly Position[], leewayM: number): Position[] {
  const { toPlane } = metricPlane(positions[0] ?? [0, 0]);
  const line = positions.map((position) => ({ position, point: toPlane(position), leewayM }));
  return simplified(line, 1).map(({ position }) => position);
}

/** The outline of the brush around its middle, in steps of the grid: the same everywhere, so that spots have corners in common. */
function brushAt(latitude: number, radiusM: number): Point[] {
  const { longitudeM, latitudeM } = degreeLengthsAt(latitude);
  return Array.from({ length: CORNERS }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return {
      x: toGrid((radiusM * Math.cos(angle)) / longitudeM),
      y: toGrid((radiusM * Math.sin(angle)) / latitudeM),
    };
  });
}

/** What the brush passes over from one place to another. */
function spotBetween(brush: readonly Point[], from: Point, to: Point): Ring {
  const corners = brush.flatMap(({ x, y }) => [
    { x: from.x + x, y: from.y + y },
    { x: to.x + x, y: to.y + y },
  ]);
  const ring = convexHull(corners).map(({ x, y }): Position => [fromGrid(x), fromGrid(y)]);
  return [...ring, ...ring.slice(0, 1)];
}
