import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import { boxOf } from '../geometry/grid.ts';
import type { Point } from '../geometry/orientation.ts';
import type { Polygon, Position } from '../model/geometry.ts';

/** A plane in metres in which what is straight in degrees is straight. */
export interface MetricPlane {
  toPlane(position: Position): Point;
  toPosition(point: Point): Position;
}

/** The plane around a place that has the lengths of a degree there everywhere. */
export function metricPlane([longitude, latitude]: Position): MetricPlane {
  const { longitudeM, latitudeM } = degreeLengthsAt(latitude);
  return {
    toPlane: (position) => ({
      x: (position[0] - longitude) * longitudeM,
      y: (position[1] - latitude) * latitudeM,
    }),
    toPosition: ({ x, y }) => [longitude + x / longitudeM, latitude + y / latitudeM],
  };
}

/** The plane around the middle of a polygon. */
export function planeAround({ coordinates }: Polygon): MetricPlane {
  const { minX, minY, maxX, maxY } = boxOf(coordinates.flat(2));
  return metricPlane([(minX + maxX) / 2, (minY + maxY) / 2]);
}
