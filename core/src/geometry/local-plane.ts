import type { Position } from '../model/geometry.ts';
import { areaSouthOfM2 } from './area.ts';
import { RADIANS_PER_DEGREE } from './ellipsoid.ts';
import type { GridBox } from './grid.ts';
import type { Point } from './orientation.ts';

/** A position as a point of a plane, in metres east and north of its middle. */
export type ToPlane = (position: Position) => Point;

/**
 * Lambert's azimuthal equal-area projection of the ellipsoid around the middle of a box in degrees (Snyder 1987, Map
 * Projections, p. 187, by way of the authalic sphere). Areas are true everywhere; lengths within 0.2 % up to 500 km
 * from the middle.
 */
export function equalAreaPlane({ minX, minY, maxX, maxY }: GridBox): ToPlane {
  const middleLongitude = (minX + maxX) / 2;
  const middleSine = authalicSine((minY + maxY) / 2);
  const middleCosine = cosineOf(middleSine);
  return ([longitude, latitude]) => {
    const sine = authalicSine(latitude);
    const cosine = cosineOf(sine);
    const turn = (longitude - middleLongitude) * RADIANS_PER_DEGREE;
    const nearness = 1 + middleSine * sine + middleCosine * cosine * Math.cos(turn);
    // Only the antipode of the middle has no place in the plane.
    const scaleM = Math.sqrt((2 * SPHERE_M2) / Math.max(nearness, Number.EPSILON));
    return {
      x: scaleM * cosine * Math.sin(turn),
      y: scaleM * (middleCosine * sine - middleSine * cosine * Math.cos(turn)),
    };
  };
}

/** Square metres between the equator and a parallel, one radian wide. */
function stripM2(latitude: number): number {
  return areaSouthOfM2([0, latitude], [1 / RADIANS_PER_DEGREE, latitude], 0);
}

/** Squared radius of the sphere that has the ellipsoid's area. */
const SPHERE_M2 = stripM2(90);

/** Sine of the latitude on that sphere. */
function authalicSine(latitude: number): number {
  return stripM2(latitude) / SPHERE_M2;
}

function cosineOf(sine: number): number {
  return Math.sqrt(Math.max(0, 1 - sine * sine));
}
