import { traceFaces } from '../geometry/trace-faces.ts';
import type { CoverageFace } from './coverage-face.ts';
import type { Cell } from './divide-claims.ts';

/** The connected parts that two or more associations claim; where three do is a part of its own. */
export function findOverlaps(cells: readonly Cell[]): CoverageFace[] {
  return cells
    .filter(({ associations }) => associations.length > 1)
    .flatMap(({ associations, paths }) => traceFaces(paths).map((face) => ({ ...face, associations })));
}
