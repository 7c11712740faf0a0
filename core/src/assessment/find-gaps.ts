import type { Paths64 } from 'clipper2-ts';
import { difference, union } from '../geometry/overlay.ts';
import { traceFaces } from '../geometry/trace-faces.ts';
import type { Claim } from './claim.ts';
import type { CoverageFace } from './coverage-face.ts';

/**
 * The connected parts of the area that nobody claims. Without an area (null): the holes that the claims together
 * enclose.
 */
export function findGaps(claims: readonly Claim[], area: Paths64 | null): CoverageFace[] {
  const claimed = claims.flatMap(({ whole }) => whole);
  const rings = area === null ? union(claimed).map((ring) => ring.toReversed()) : difference(area, claimed);
  return traceFaces(rings).map((face) => ({ ...face, associations: [] }));
}
