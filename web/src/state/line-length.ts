import { distanceBetweenM, type Position } from '@nitaq/core';

/** How long a line is, m. */
export function lineLengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, to, i) => sum + distanceBetweenM(line[i] ?? to, to), 0);
}
