import type { Position } from '../../model/geometry.ts';
import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MAJOR_M } from '../ellipsoid.ts';

const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);
/** The third flattening. */
const N = 1 - 2 / (1 + 1 / Math.sqrt(1 - ECCENTRICITY_SQUARED));
const SCALE_AT_MERIDIAN = 0.9996;
const FALSE_EASTING_M = 500_000;
const RADIUS_M = (SEMI_MAJOR_M / (1 + N)) * polynomial([1, 0, 1 / 4, 0, 1 / 64, 0, 1 / 256]);

/** Krüger's series to the sixth power of n: C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011), eq. 35. */
const ALPHA = [
  polynomial([0, 1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37_800]),
  polynomial([0, 0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1_983_433 / 1_935_360]),
  polynomial([0, 0, 0, 61 / 240, -103 / 140, 15_061 / 26_880, 167_603 / 181_440]),
  polynomial([0, 0, 0, 0, 49_561 / 161_280, -179 / 168, 6_601_661 / 7_257_600]),
];

/** Easting and northing in metres of a position, in the UTM zone of the northern hemisphere around a central meridian. */
export function toUtmNorth([lon, lat]: Position, centralMeridian: number): Position {
  const tangent = Math.tan(lat * RADIANS_PER_DEGREE);
  const secant = Math.hypot(1, tangent);
  const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tangent) / secant));
  const conformal = tangent * Math.hypot(1, sigma) - sigma * secant;
  const away = (lon - centralMeridian) * RADIANS_PER_DEGREE;
  const xi = Math.atan2(conformal, Math.cos(away));
  const eta = Math.asinh(Math.sin(away) / Math.hypot(conformal, Math.cos(away)));
  let [north, east] = [xi, eta];
  for (const [i, alpha] of ALPHA.entries()) {
    const twice = 2 * (i + 1);
    north += alpha * Math.sin(twice * xi) * Math.cosh(twice * eta);
    east += alpha * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const scaleM = SCALE_AT_MERIDIAN * RADIUS_M;
  return [FALSE_EASTING_M + scaleM * east, scaleM * north];
}

function polynomial(coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * N + coefficient, 0);
}
