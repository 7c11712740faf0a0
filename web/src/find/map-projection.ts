import type { MultiPolygon, Position } from '@nitaq/core';

const WIDTH = 320;
const HEIGHT = 240;
const MARGIN = 10;

export const MAP_VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;

export interface Projection {
  toScreen(at: Position): Position;
  /** The place on the ground that a point of the drawing shows. */
  toPlace(on: Position): Position;
}

/** Equirectangular, true at the middle of what is shown. */
export function projectionOf({ coordinates }: MultiPolygon): Projection {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of coordinates) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / ((east - west) * squeeze),
    (HEIGHT - 2 * MARGIN) / (north - south),
  );
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return {
    toScreen: ([lon, lat]) => [
      WIDTH / 2 + (lon - middleX) * squeeze * scale,
      HEIGHT / 2 - (lat - middleY) * scale,
    ],
    toPlace: ([x, y]) => [middleX + (x - WIDTH / 2) / (squeeze * scale), middleY - (y - HEIGHT / 2) / scale],
  };
}

/** The outline of polygons as an SVG path. */
export function pathOf({ coordinates }: MultiPolygon, toScreen: Projection['toScreen']): string {
  return coordinates
    .flatMap((rings) => rings.map((ring) => `M${ring.map((at) => placeText(toScreen(at))).join('L')}Z`))
    .join('');
}

function placeText([x, y]: Position): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
