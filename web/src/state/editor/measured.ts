import { areaM2, type Position } from '@nitaq/core';
import { lineLengthM } from '../line-length.ts';
import type { Notice } from './editing.ts';

/** How long a line is that was drawn, and how much it encloses with its end joined to its beginning. */
export function measured(positions: readonly Position[]): Extract<Notice, { kind: 'measured' }> {
  const ring = [...positions, ...positions.slice(0, 1)];
  return {
    kind: 'measured',
    line: positions,
    lengthM: lineLengthM(positions),
    areaM2: areaM2({ type: 'Polygon', coordinates: [ring] }),
  };
}
