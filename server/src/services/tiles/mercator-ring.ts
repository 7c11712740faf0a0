import type { Ring } from '@nitaq/core';

/** A box on the square of Web Mercator: west, north, east, south. */
export type SquareBox = readonly [number, number, number, number];

/** A ring on the square of Web Mercator, which is 1 wide: x from west to east, y from north to south. */
export interface MercatorRing {
  /**
   * Without the closing position: x, y, weight, x, y, weight, … The weight is how far a position lies from the line that
   * would be drawn without it, squared.
   */
  readonly weighed: Float64Array;
  /** West, north, east, south. */
  readonly box: SquareBox;
}

export function squareX(lon: number): number {
  return lon / 360 + 0.5;
}

/** What is beyond the edge of the square in the north or south lies on it. */
export function squareY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return Math.min(1, Math.max(0, y));
}

/** The longitude and latitude of a place on the square. */
export function fromSquare(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((1 - 2 * y) * Math.PI)) * 180) / Math.PI];
}

/** Projects a closed ring, and weighs its positions by Douglas and Peucker. */
export function mercatorRing(ring: Ring): MercatorRing {
  const count = ring.length - 1;
  const weighed = new Float64Array(3 * count);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const [lon, lat] = ring[i] ?? [0, 0];
    const x = squareX(lon);
    const y = squareY(lat);
    weighed[3 * i] = x;
    weighed[3 * i + 1] = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  weigh(weighed);
  return { weighed, box: [west, north, east, south] };
}

function weigh(ring: Float64Array): void {
  const count = ring.length / 3;
  ring[2] = Infinity;
  const waiting = [0, count];
  while (waiting.length > 0) {
    const last = waiting.pop() ?? 0;
    const first = waiting.pop() ?? 0;
    const [fromX, fromY] = [ring[3 * first] ?? 0, ring[3 * first + 1] ?? 0];
    const to = last % count;
    const [dx, dy] = [(ring[3 * to] ?? 0) - fromX, (ring[3 * to + 1] ?? 0) - fromY];
    const squaredLength = dx * dx + dy * dy;
    const middle = (first + last) / 2;
    let [farthest, most] = [first, 0];
    for (let i = first + 1; i < last; i++) {
      const px = (ring[3 * i] ?? 0) - fromX;
      const py = (ring[3 * i + 1] ?? 0) - fromY;
      const along = squaredLength === 0 ? 0 : (px * dx + py * dy) / squaredLength;
      const part = along < 0 ? 0 : along > 1 ? 1 : along;
      const distance = (px - part * dx) ** 2 + (py - part * dy) ** 2;
      // Of equally far ones that in the middle, so that what is left on either side is half as long.
      const isFarther =
        distance === most ? Math.abs(i - middle) < Math.abs(farthest - middle) : distance > most;
      if (!isFarther) continue;
      most = distance;
      farthest = i;
    }
    if (most === 0) continue;
    ring[3 * farthest + 2] = most;
    waiting.push(first, farthest, farthest, last);
  }
}
