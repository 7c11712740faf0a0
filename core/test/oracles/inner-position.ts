import type { Polygon, Position } from '../../src/model/geometry.ts';

/** A position within a polygon, in the middle of the longest level line through it half-way between its corners. */
export function innerPosition({ coordinates }: Polygon): Position {
  const latitudes = [...new Set(coordinates.flat().map(([, latitude]) => latitude))].sort((a, b) => a - b);
  let best: Position = coordinates[0]?.[0] ?? [0, 0];
  let longest = -1;
  for (const [i, south] of latitudes.slice(0, -1).entries()) {
    const latitude = (south + (latitudes[i + 1] ?? south)) / 2;
    const crossings = coordinates.flatMap((ring) =>
      ring.slice(1).flatMap((to, j) => {
        const from = ring[j] ?? to;
        if (from[1] > latitude === to[1] > latitude) return [];
        return [from[0] + ((latitude - from[1]) / (to[1] - from[1])) * (to[0] - from[0])];
      }),
    );
    crossings.sort((a, b) => a - b);
    for (let j = 0; j + 1 < crossings.length; j += 2) {
      const [west = 0, east = 0] = [crossings[j], crossings[j + 1]];
      // Height counts too: in a flat wedge the longest line may be shorter than the grid is high.
      const length = Math.min(east - west, (latitudes[i + 1] ?? south) - south);
      if (length > longest) [longest, best] = [length, [(west + east) / 2, latitude]];
    }
  }
  return best;
}
