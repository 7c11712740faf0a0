import type { GeometryFault, GeometryFaultCode } from '../errors.ts';
import type { Position } from '../model/geometry.ts';

/** What is wrong with one position: not finite, out of range, or latitude before longitude; empty when nothing is. */
export function checkPosition(position: Position, pointer: string): GeometryFault[] {
  const code = faultOf(position);
  if (code === null) return [];
  // A number that is not finite has no place on the map, and no form in JSON.
  if (code === 'position-not-finite') return [{ code, pointer }];
  return [{ code, pointer, position: [position[0], position[1]] }];
}

function faultOf([longitude, latitude]: Position): GeometryFaultCode | null {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return 'position-not-finite';
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return null;
  return Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180
    ? 'position-looks-swapped'
    : 'position-out-of-range';
}
