import geodesic from 'geographiclib-geodesic';
import { polygonsOf } from '../../src/geometry/grid.ts';
import type { Polygonal, Ring } from '../../src/model/geometry.ts';

/** Two answers this near to each other, as a share or in m², are one: GeographicLib's own rounding is of that size. */
const CONVERGED = { share: 1e-10, areaM2: 2e-4 };
const MOST_HALVINGS = 10;

/**
 * Area in m² by Karney's GeographicLib. Its edges are geodesics; ours, straight in longitude and latitude, are cut into
 * 1, 2, 4, … of them until the area converges. Its error falls with the square of their length, and Romberg's
 * extrapolation takes that and the higher powers away.
 */
export function geodesicAreaM2(geometry: Polygonal): number {
  return polygonsOf(geometry).reduce((sum, [outer = [], ...holes]) => {
    return sum + holes.reduce((left, hole) => left - ringAreaM2(hole), ringAreaM2(outer));
  }, 0);
}

function ringAreaM2(ring: Ring): number {
  let row = [chordAreaM2(ring, 1)];
  for (let halvings = 1; halvings <= MOST_HALVINGS; halvings++) {
    const next = [chordAreaM2(ring, 2 ** halvings)];
    for (const [power, coarser] of row.entries()) {
      const finer = next[power] ?? 0;
      next.push(finer + (finer - coarser) / (4 ** (power + 1) - 1));
    }
    const [before = 0, now = 0] = [row.at(-1), next.at(-1)];
    if (Math.abs(now - before) <= Math.max(CONVERGED.areaM2, CONVERGED.share * now)) return now;
    row = next;
  }
  throw new Error('The area does not converge');
}

function chordAreaM2(ring: Ring, piecesPerEdge: number): number {
  const outline = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [i, to] of ring.slice(1).entries()) {
    const from = ring[i] ?? to;
    for (let piece = 0; piece < piecesPerEdge; piece++) {
      const along = piece / piecesPerEdge;
      outline.AddPoint(from[1] + along * (to[1] - from[1]), from[0] + along * (to[0] - from[0]));
    }
  }
  return Math.abs(outline.Compute(false, true).area ?? 0);
}
