import type { Position } from '../../model/geometry.ts';
import { RADIANS_PER_DEGREE, SEMI_MAJOR_M } from '../ellipsoid.ts';

/** Beyond it the square map of the world has ended. */
const NORTHERNMOST = 85.051128779806604;

/** Metres east and north on the spherical Mercator map of the web (EPSG:3857). */
export function toWebMercator([lon, lat]: Position): Position {
  const within = Math.max(-NORTHERNMOST, Math.min(NORTHERNMOST, lat));
  const north = Math.atanh(Math.sin(within * RADIANS_PER_DEGREE));
  return [SEMI_MAJOR_M * lon * RADIANS_PER_DEGREE, SEMI_MAJOR_M * north];
}
