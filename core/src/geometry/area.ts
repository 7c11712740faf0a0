import type { Polygonal, Position, Ring } from '../model/geometry.ts';
import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MINOR_M } from './ellipsoid.ts';
import { polygonsOf } from './grid.ts';

const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

/** Gauss-Legendre nodes and weights on 0 … 1. */
type Quadrature = readonly (readonly [node: number, weight: number])[];
const THREE_POINTS: Quadrature = onUnitInterval([
  [0, 8 / 9],
  [Math.sqrt(3 / 5), 5 / 9],
]);
const TEN_POINTS: Quadrature = onUnitInterval([
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
]);

/**
 * Area in square metres on the WGS 84 ellipsoid of a polygon whose edges are straight in longitude and latitude
 * (RFC 7946). Holes are subtracted whatever the winding of the rings. The area between an edge and a parallel is the
 * authalic integral ∫ S dλ, with S(φ) = b²/2 · (sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e).
 */
export function areaM2(geometry: Polygonal): number {
  let sum = 0;
  for (const [outer, ...holes] of polygonsOf(geometry)) {
    if (outer === undefined) continue;
    sum += Math.abs(signedRingAreaM2(outer));
    for (const hole of holes) sum -= Math.abs(signedRingAreaM2(hole));
  }
  return sum;
}

/** As `areaM2`, in square kilometres. */
export function areaKm2(geometry: Polygonal): number {
  return areaM2(geometry) / 1e6;
}

/** Area within a closed ring in square metres, positive when it runs counter-clockwise. */
export function signedRingAreaM2(ring: Ring): number {
  const first = ring[0];
  if (first === undefined) return 0;
  // Taken against the first position's parallel, small rings keep their digits.
  let sum = 0;
  let from = first;
  for (const to of ring) {
    sum -= areaSouthOfM2(from, to, first[1]);
    from = to;
  }
  return sum;
}

/**
 * Area between an edge and the parallel of a reference latitude in square metres: positive for an edge that runs
 * eastwards north of it. Summed over the edges of closed rings it does not depend on the reference.
 */
export function areaSouthOfM2(from: Position, to: Position, referenceLatitude: number): number {
  const width = (to[0] - from[0]) * RADIANS_PER_DEGREE;
  if (width === 0) return 0;
  const rise = to[1] - from[1];
  const reference = authalic(referenceLatitude);
  let mean = 0;
  for (const [node, weight] of Math.abs(rise) <= 1 ? THREE_POINTS : TEN_POINTS) {
    mean += weight * (authalic(from[1] + node * rise) - reference);
  }
  return width * mean;
}

/** S(φ) in m² per radian of longitude. */
function authalic(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS_PER_DEGREE);
  const rational = sine / (1 - ECCENTRICITY_SQUARED * sine * sine);
  return ((SEMI_MINOR_M * SEMI_MINOR_M) / 2) * (rational + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY);
}

function onUnitInterval(half: Quadrature): Quadrature {
  return half.flatMap(
    ([x, weight]): Quadrature =>
      x === 0
        ? [[0.5, weight / 2]]
        : [
            [(1 - x) / 2, weight / 2],
            [(1 + x) / 2, weight / 2],
          ],
  );
}
