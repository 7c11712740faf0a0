import { distanceAcrossM, RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import { type FineGrid, type FineRing, fineBoxOf } from '../fine-grid.ts';
import { GRID_PER_DEGREE, type GridBox } from '../grid.ts';
import type { AuthalicBands } from './authalic-bands.ts';

/** A ring around faces, which lie on its left: a hole in them where its area is negative. */
export interface MeasuredLoop {
  readonly points: FineRing;
  readonly areaM2: number;
  readonly lengthM: number;
  readonly box: GridBox;
  readonly isHole: boolean;
}

/** The sizes of a loop, as `signedRingAreaM2` and `distanceBetweenM` tell them of its exact positions. */
export function measureLoop(
  points: FineRing,
  { originY, steps }: FineGrid,
  bands: AuthalicBands,
): MeasuredLoop {
  // A plan has thousands of small loops: no position is made of their points.
  const first = points[0] ?? { x: 0, y: 0 };
  const degreesPerStep = 1 / steps / GRID_PER_DEGREE;
  const south = originY / GRID_PER_DEGREE;
  // Taken against the first point's parallel, small loops keep their digits.
  const reference = bands.meanBetween(first.y, first.y);
  let { x: fromX, y: fromY } = first;
  let sum = 0;
  // As `doubledArea`.
  let doubled = 0;
  let lengthM = 0;
  for (let i = 1; i <= points.length; i++) {
    const { x, y } = points[i] ?? first;
    const width = (x - fromX) * degreesPerStep;
    sum += width * (bands.meanBetween(fromY, y) - reference);
    doubled += (fromX - first.x) * (y - first.y) - (x - first.x) * (fromY - first.y);
    lengthM += distanceAcrossM(width, south + fromY * degreesPerStep, south + y * degreesPerStep);
    fromX = x;
    fromY = y;
  }
  return {
    points,
    areaM2: -sum * RADIANS_PER_DEGREE,
    lengthM,
    box: fineBoxOf(points),
    isHole: doubled <= 0,
  };
}
