import { boxOf, snapPosition } from '../geometry/grid.ts';
import type { Polygon, Position } from '../model/geometry.ts';

/** The rectangle along parallels and meridians between two opposite corners, on the grid. */
export function rectangleBetween(a: Position, b: Position): Polygon {
  const { minX, minY, maxX, maxY } = boxOf([...snapPosition(a), ...snapPosition(b)]);
  return {
    type: 'Polygon',
    coordinates: [
      [
        [minX, minY],
        [maxX, minY],
        [maxX, maxY],
        [minX, maxY],
        [minX, minY],
      ],
    ],
  };
}
