import type { Polygon, Position, Ring } from '@nitaq/core';

/** The corner of the shapes below: well within the shipped area, south-east of Ghumayqah. */
export const WEST = 40.45;
export const SOUTH = 20.25;

/** The closed ring of a square, counter-clockwise from its south-western corner; degrees. */
export function squareRing(west: number, south: number, side: number): Ring {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ].map(([lon = 0, lat = 0]): Position => [Number(lon.toFixed(7)), Number(lat.toFixed(7))]);
}

export function square(west = WEST, south = SOUTH, side = 0.1): Polygon {
  return { type: 'Polygon', coordinates: [squareRing(west, south, side)] };
}
