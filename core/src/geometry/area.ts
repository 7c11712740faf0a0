import type { Polygonal, Position, Ring } from '../model/geometry.ts';
import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MINOR_M } from './ellipsoid.ts';
import { polygonsOf } from './grid.ts';

const SEMI_MINOR_SQUARED_M2 = SEMI_MINOR_M * SEMI_MINOR_M;

/** Up to this rise in degrees an edge's mean follows from its middle, as exactly as S itself can be worked out. */
export const SHORT_RISE = 0.2;

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
  const reference = authalicM2(first[1]);
  let sum = 0;
  let from = first;
  for (const to of ring) {
    sum -= (to[0] - from[0]) * RADIANS_PER_DEGREE * meanAuthalicM2(from[1], to[1], reference);
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
  return width * meanAuthalicM2(from[1], to[1], authalicM2(referenceLatitude));
}

/** Mean of S along an edge between two latitudes, less a reference value of it, in m² per radian of longitude. */
export function meanAuthalicM2(from: number, to: number, reference: number): number {
  const rise = to - from;
  if (Math.abs(rise) <= SHORT_RISE) {
    // Taylor around the middle: what follows is rise⁶ / 322560 · S⁽⁶⁾, far less than the last digit of S.
    const sine = Math.sin((from + rise / 2) * RADIANS_PER_DEGREE);
    const riseRadians = rise * RADIANS_PER_DEGREE;
    const square = riseRadians * riseRadians;
    const bend = bendOfSine(sine) + (square / 80) * fourthOfSine(sine);
    return authalicOfSine(sine) - reference + (square / 24) * bend;
  }
  return longMeanM2(from, rise, reference);
}

/** As `meanAuthalicM2`, by quadrature. */
function longMeanM2(from: number, rise: number, reference: number): number {
  let mean = 0;
  const points = Math.abs(rise) <= 1 ? THREE_POINTS : TEN_POINTS;
  // No iterator: a plan of a whole country has thousands of such edges.
  for (let i = 0; i < points.length; i++) {
    const [node = 0, weight = 0] = points[i] ?? [];
    mean += weight * (authalicM2(from + node * rise) - reference);
  }
  return mean;
}

/** S(φ) in m² per radian of longitude. */
export function authalicM2(latitude: number): number {
  return authalicOfSine(Math.sin(latitude * RADIANS_PER_DEGREE));
}

function authalicOfSine(sine: number): number {
  const u = ECCENTRICITY_SQUARED * sine * sine;
  // artanh(e sin φ) / (e sin φ), as far as a double holds: u is below 0.007.
  const series = 1 + u * (1 / 3 + u * (1 / 5 + u * (1 / 7 + u * (1 / 9 + u * (1 / 11 + u / 13)))));
  return (SEMI_MINOR_SQUARED_M2 / 2) * sine * (1 / (1 - u) + series);
}

/** The second derivative S″(φ), by the sine of φ. */
function bendOfSine(sine: number): number {
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const cosineSquared = 1 - sine * sine;
  return ((SEMI_MINOR_SQUARED_M2 * sine) / (w * w * w)) * (4 * ECCENTRICITY_SQUARED * cosineSquared - w);
}

/** The fourth derivative S⁗(φ), by the sine of φ, but for terms of e⁴: good to three digits. */
function fourthOfSine(sine: number): number {
  const ofTripleAngle = 13.5 * ECCENTRICITY_SQUARED * (3 - 4 * sine * sine);
  return SEMI_MINOR_SQUARED_M2 * sine * (1 + ECCENTRICITY_SQUARED / 2 - ofTripleAngle);
}

/** The first four derivatives of S(φ). */
export function authalicSlopesM2(latitude: number): number[] {
  const sine = Math.sin(latitude * RADIANS_PER_DEGREE);
  const cosine = Math.cos(latitude * RADIANS_PER_DEGREE);
  const u = ECCENTRICITY_SQUARED * sine * sine;
  const w = 1 - u;
  const bend = 4 * ECCENTRICITY_SQUARED * cosine * cosine - w;
  const third = ((SEMI_MINOR_SQUARED_M2 * cosine) / w ** 4) * ((w + 6 * u) * bend - 6 * u * w);
  return [(SEMI_MINOR_SQUARED_M2 * cosine) / w ** 2, bendOfSine(sine), third, fourthOfSine(sine)];
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
