import { traceFaces } from '../geometry/trace-faces.ts';
import type { CoverageFace } from './coverage-face.ts';
import type { DividedPlane } from './divide-plane.ts';

/** The connected parts of the area that two or more associations claim; where three do is a part of its own. */
export function findOverlaps({ cells }: DividedPlane): CoverageFace[] {
  return cells
    .filter(({ isWithin, associations }) => isWithin && associations.length > 1)
    .flatMap(({ outline, associations }) => traceFaces(outline).map((face) => ({ ...face, associations })));
}
