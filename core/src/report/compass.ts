import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import type { Position } from '../model/geometry.ts';

/** The eight winds, clockwise from north. */
export const COMPASS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;
export type Compass = (typeof COMPASS)[number];

/** In which direction one position lies from another. */
export function directionTo(from: Position, to: Position): Compass {
  const scale = degreeLengthsAt((from[1] + to[1]) / 2);
  const turn = Math.atan2((to[0] - from[0]) * scale.longitudeM, (to[1] - from[1]) * scale.latitudeM);
  return COMPASS[(Math.round((turn / Math.PI) * 4) + 8) % 8] ?? 'north';
}
