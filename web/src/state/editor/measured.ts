import { areaM2, distanceBetweenM, type Position } from '@nitaq/core';
import type { Notice } from './editing.ts';

/** How long a line is that was drawn, and how much it encloses with its end joined to its beginning. */
export function measured(positions: readonly Position[]): Extract<Notice, { kind: 'measured' }> {
  let lengthM = 0;
  let from = positions[0];
  for (const to of positions) {
    lengthM += distanceBetweenM(from ?? to, to);
    from = to;
  }
  const ring = [...positions, ...positions.slice(0, 1)];
  return { kind: 'measured', lengthM, areaM2: areaM2({ type: 'Polygon', coordinates: [ring] }) };
}
