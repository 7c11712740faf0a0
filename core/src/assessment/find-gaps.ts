import { traceFaces } from '../geometry/trace-faces.ts';
import type { CoverageFace } from './coverage-face.ts';
import type { DividedPlane } from './divide-plane.ts';

/**
 * The connected parts of the area that nobody claims. Where the plane was divided without an area: the holes that the
 * territories together enclose.
 */
export function findGaps({ cells }: DividedPlane): CoverageFace[] {
  return cells
    .filter(({ isWithin, associations }) => isWithin && associations.length === 0)
    .flatMap(({ outline }) => traceFaces(outline).map((face) => ({ ...face, associations: [] })));
}
