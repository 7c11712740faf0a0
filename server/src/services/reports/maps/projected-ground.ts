import { distanceBetweenM, type MultiPolygon, type Position } from '@nitaq/core';
import { type GeoProjection, geoIdentity, geoMercator, geoPath } from 'd3-geo';
import type { Box } from './map-drawing.ts';

/** Beyond the window, so that what is cut there leaves no line in it. */
const BEYOND = 12;
/** Vertices nearer to each other are one to the eye. */
const LEAST_STEP = 0.35;

export type Place = readonly [x: number, y: number];

/** A window on the ground: where positions stand in it, and outlines as paths. */
export interface ProjectedGround {
  readonly window: Box;
  placeOf(position: Position): Place;
  isInWindow(place: Place, margin: number): boolean;
  pathOf(geometry: MultiPolygon): string;
  /** How long a kilometre is in the middle of the window, in its units. */
  readonly unitsPerKm: number;
}

/** Web Mercator, as on the screen, fitted so that a box of degrees fills the window. */
export function projectGround(box: readonly number[], window: Box): ProjectedGround {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const corners: Position[] = [
    [west, south],
    [east, north],
  ];
  const projection = geoMercator().fitExtent(
    [
      [window.x, window.y],
      [window.x + window.width, window.y + window.height],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
  const { x, y, width, height } = window;
  const path = geoPath(
    geoIdentity().clipExtent([
      [x - BEYOND, y - BEYOND],
      [x + width + BEYOND, y + height + BEYOND],
    ]),
  ).digits(1);
  const placeOf = (position: Position): Place => placeIn(projection, position);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const beside: Position = [middle[0] + 0.1, middle[1]];
  return {
    window,
    placeOf,
    unitsPerKm: (placeOf(beside)[0] - placeOf(middle)[0]) / (distanceBetweenM(middle, beside) / 1000),
    isInWindow: ([px, py], margin) =>
      px >= x + margin && px <= x + width - margin && py >= y + margin && py <= y + height - margin,
    pathOf: ({ coordinates }) => {
      // Projected first and cut in the plane: on the sphere d3 would take rings wound this way for their outside.
      const polygons = coordinates.map((rings) => rings.map((ring) => thinned(ring.map(placeOf))));
      return path({ type: 'MultiPolygon', coordinates: polygons }) ?? '';
    },
  };
}

function placeIn(projection: GeoProjection, position: Position): Place {
  return projection([position[0], position[1]]) ?? [0, 0];
}

function thinned(ring: readonly Place[]): [number, number][] {
  let last: Place | undefined;
  return ring.flatMap((place, index): [number, number][] => {
    const isEnd = index === 0 || index === ring.length - 1;
    if (!isEnd && last && Math.hypot(place[0] - last[0], place[1] - last[1]) < LEAST_STEP) return [];
    last = place;
    return [[place[0], place[1]]];
  });
}

/** West, south, east, north of what a map has to show, with some of what is around it. */
export function boxAroundAll(positions: readonly Position[], leastKm: number): number[] {
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
  const [west, east, south, north] = [least(lons), most(lons), least(lats), most(lats)];
  const latitudeKm = 111.2;
  const longitudeKm = latitudeKm * Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const missing = (degrees: number, kmPerDegree: number) =>
    Math.max(degrees * 0.06, (leastKm / kmPerDegree - degrees) / 2);
  const [dx, dy] = [missing(east - west, longitudeKm), missing(north - south, latitudeKm)];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** Height over width of a box of degrees on the map. */
export function proportionOf([west = 0, south = 0, east = 0, north = 0]: readonly number[]): number {
  const middle = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return (north - south) / Math.max(1e-9, (east - west) * middle);
}
