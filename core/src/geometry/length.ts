import type { Position } from '../model/geometry.ts';
import { distanceBetweenM } from './ellipsoid.ts';

/** Up to here the lengths of a degree at the middle of an edge are good for all of it. */
const MAX_STEP_DEGREES = 1;

/** Length in metres on the ellipsoid of an edge that is straight in longitude and latitude (RFC 7946), within 0.01 %. */
export function edgeLengthM(from: Position, to: Position): number {
  const [width, height] = [to[0] - from[0], to[1] - from[1]];
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(width), Math.abs(height)) / MAX_STEP_DEGREES));
  let lengthM = 0;
  let last = from;
  for (let i = 1; i <= steps; i++) {
    const next: Position = [from[0] + (width * i) / steps, from[1] + (height * i) / steps];
    lengthM += distanceBetweenM(last, next);
    last = next;
  }
  return lengthM;
}
