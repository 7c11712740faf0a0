const STEP_DEGREES = 0.5;

/** Meridians and parallels every half degree around a box (west, south, east, north). */
export function graticule(bbox: readonly number[], margin: number): GeoJSON.Feature[] {
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const longitudes = steps(west - margin, east + margin);
  const latitudes = steps(south - margin, north + margin);
  const line = (coordinates: number[][]): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: {},
  });
  return [
    ...longitudes.map((x) =>
      line([
        [x, south - margin],
        [x, north + margin],
      ]),
    ),
    ...latitudes.map((y) =>
      line([
        [west - margin, y],
        [east + margin, y],
      ]),
    ),
  ];
}

function steps(from: number, to: number): number[] {
  const first = Math.ceil(from / STEP_DEGREES);
  const last = Math.floor(to / STEP_DEGREES);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * STEP_DEGREES);
}
