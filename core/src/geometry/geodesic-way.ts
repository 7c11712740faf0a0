import type { Position } from '../model/geometry.ts';
import { RADIANS_PER_DEGREE, SEMI_MAJOR_M, SEMI_MINOR_M } from './ellipsoid.ts';

const FLATTENING = 1 - SEMI_MINOR_M / SEMI_MAJOR_M;
/** Of the angle on the sphere: a micrometre on the ground. */
const EXACT = 1e-13;
const MOST_ROUNDS = 20;

/** Where a way leads. */
export interface Way {
  /** Degrees clockwise from north. */
  readonly bearing: number;
  readonly lengthM: number;
}

/**
 * The end of a geodesic on the ellipsoid (Vincenty 1975, direct formula), within a millimetre. Not on the grid; its
 * longitude goes on beyond 180 degrees where the way leads over them.
 */
export function endOfGeodesic([longitude, latitude]: Position, { bearing, lengthM }: Way): Position {
  const heading = bearing * RADIANS_PER_DEGREE;
  const [sinHeading, cosHeading] = [Math.sin(heading), Math.cos(heading)];
  const reduced = Math.atan((1 - FLATTENING) * Math.tan(latitude * RADIANS_PER_DEGREE));
  const [sinU, cosU] = [Math.sin(reduced), Math.cos(reduced)];
  const start = Math.atan2(Math.tan(reduced), cosHeading);
  const sinAzimuth = cosU * sinHeading;
  const cosSquared = 1 - sinAzimuth * sinAzimuth;
  const u2 = (cosSquared * (SEMI_MAJOR_M ** 2 - SEMI_MINOR_M ** 2)) / SEMI_MINOR_M ** 2;
  const a = 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
  const b = (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));

  // The angle of the way on the sphere, made better until it stays.
  const first = lengthM / (SEMI_MINOR_M * a);
  let angle = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = angle;
    angle = first + correction(b, Math.cos(2 * start + angle), angle);
    if (Math.abs(angle - before) < EXACT) break;
  }

  const [sine, cosine, middle] = [Math.sin(angle), Math.cos(angle), Math.cos(2 * start + angle)];
  const across = sinU * sine - cosU * cosine * cosHeading;
  const end = Math.atan2(
    sinU * cosine + cosU * sine * cosHeading,
    (1 - FLATTENING) * Math.hypot(sinAzimuth, across),
  );
  const turn = Math.atan2(sine * sinHeading, cosU * cosine - sinU * sine * cosHeading);
  const c = (FLATTENING / 16) * cosSquared * (4 + FLATTENING * (4 - 3 * cosSquared));
  const bend = angle + c * sine * (middle + c * cosine * (2 * middle * middle - 1));
  const gained = turn - (1 - c) * FLATTENING * sinAzimuth * bend;
  return [longitude + gained / RADIANS_PER_DEGREE, end / RADIANS_PER_DEGREE];
}

function correction(b: number, middle: number, angle: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const inner = (b / 6) * middle * (4 * sine * sine - 3) * (4 * middle * middle - 3);
  return b * sine * (middle + (b / 4) * (cosine * (2 * middle * middle - 1) - inner));
}
