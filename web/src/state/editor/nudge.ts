import { distanceBetweenM, type Position, snapPosition } from '@nitaq/core';

/** A position so many metres away, to the east and to the north. */
export function nudged([x, y]: Position, [east, north]: readonly [number, number], byM: number): Position {
  const degreeEastM = distanceBetweenM([x - 0.5, y], [x + 0.5, y]);
  const degreeNorthM = distanceBetweenM([x, y - 0.5], [x, y + 0.5]);
  return snapPosition([x + (east * byM) / degreeEastM, y + (north * byM) / degreeNorthM]);
}
