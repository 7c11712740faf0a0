import type { Position } from './model/geometry.ts';

/** What can be wrong with a polygon that somebody drew or sent. */
export type GeometryFaultCode =
  | 'geometry-empty'
  | 'ring-not-closed'
  | 'ring-too-few-positions'
  | 'position-not-finite'
  | 'position-out-of-range'
  | 'position-looks-swapped'
  | 'ring-crosses-itself'
  | 'ring-touches-itself'
  | 'rings-cross'
  | 'hole-outside-its-polygon'
  | 'holes-overlap'
  | 'polygons-overlap'
  | 'interior-not-connected'
  | 'area-too-small'
  | 'too-many-vertices'
  | 'outside-the-area';

/**
 * One fault of a geometry.
 * `pointer` is a JSON pointer from the geometry to the ring or position at fault, for example `/coordinates/0/3`;
 * `position` the place on the map, longitude first; `limit` the number that was broken, in the unit its text names.
 */
export interface GeometryFault {
  readonly code: GeometryFaultCode;
  readonly pointer: string;
  readonly position?: Position;
  readonly limit?: number;
}
