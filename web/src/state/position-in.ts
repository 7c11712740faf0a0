import type { Polygon, Position } from '@nitaq/core';
import polylabel from 'polylabel';

/** How exactly the roomiest place of a shape is sought, as a share of its size. */
const SHARE = 1e-3;

/** A position well within a shape. */
export function positionIn({ coordinates }: Polygon): Position {
  const ring = coordinates[0] ?? [];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const size = Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const [x = 0, y = 0] = polylabel(coordinates as number[][][], Math.max(1e-9, size * SHARE));
  return [x, y];
}
