import type { Position } from '../model/geometry.ts';

/** WGS 84: semi-major axis in metres, flattening, and what follows from them. */
export const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
export const SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING);
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

export const RADIANS_PER_DEGREE = Math.PI / 180;

/** Metres per degree of longitude and of latitude at a latitude in degrees. */
export interface DegreeLengths {
  readonly longitudeM: number;
  readonly latitudeM: number;
}

/** Lengths of a degree from the radii of curvature in the prime vertical and in the meridian. */
export function degreeLengthsAt(latitude: number): DegreeLengths {
  const sine = Math.sin(latitude * RADIANS_PER_DEGREE);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const primeVerticalM = SEMI_MAJOR_M / Math.sqrt(w);
  return {
    longitudeM: primeVerticalM * Math.cos(latitude * RADIANS_PER_DEGREE) * RADIANS_PER_DEGREE,
    latitudeM: ((primeVerticalM * (1 - ECCENTRICITY_SQUARED)) / w) * RADIANS_PER_DEGREE,
  };
}

/**
 * Distance between two positions in metres, with the lengths of a degree at their middle latitude: within 0.01 % up to
 * about 200 km and 0.1 % up to about 700 km, away from the poles.
 */
export function distanceBetweenM(a: Position, b: Position): number {
  return distanceAcrossM(b[0] - a[0], a[1], b[1]);
}

/** As `distanceBetweenM`, of places so many degrees of longitude apart. */
export function distanceAcrossM(longitudes: number, fromLatitude: number, toLatitude: number): number {
  const { longitudeM, latitudeM } = degreeLengthsAt((fromLatitude + toLatitude) / 2);
  const eastM = longitudes * longitudeM;
  const northM = (toLatitude - fromLatitude) * latitudeM;
  // Math.hypot takes several times as long, for numbers such as no distance has.
  return Math.sqrt(eastM * eastM + northM * northM);
}
