import { type Position, pointInPolygon, type Territory, toGrid } from '@nitaq/core';

export interface Answers {
  /** In degrees: longitude, latitude, longitude, latitude, … */
  readonly points: Float64Array;
  /** The numbers, from 1 on, of the territories that cover a point. */
  readonly ours: (point: number) => number[];
  /** For each point the number of a territory that covers it, 0 for none. */
  readonly theirs: Int32Array;
}

/**
 * How many answers differ and why. A peer has no rule for points on borders and rounds close to them; a difference is
 * unexplained unless asking each polygon exactly gives our answer, and the point is on a border or within a unit of it.
 * Where territories overlap, any of them will do.
 */
export function tellDifferences(
  { points, ours, theirs }: Answers,
  territories: readonly Territory[],
): string {
  let [onBorder, beside, unexplained] = [0, 0, 0];
  theirs.forEach((their, i) => {
    const covering = ours(i);
    if (covering.includes(their) || (their === 0 && covering.length === 0)) return;
    const at: Position = [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
    const isOurs = territories.every(
      ({ geometry }, t) => pointInPolygon(at, geometry) === covering.includes(t + 1),
    );
    const concerned = [...covering, their].flatMap((number) => territories[number - 1] ?? []);
    const distance = Math.min(...concerned.map((territory) => unitsToBorder(territory, at)));
    if (!isOurs || distance > 1) unexplained++;
    else if (distance === 0) onBorder++;
    else beside++;
  });
  const total = onBorder + beside + unexplained;
  return `${total}: ${onBorder} on a border, ${beside} rounded, ${unexplained} unexplained`;
}

/** Distance from the outline in units of the grid; exactly 0 on it. */
function unitsToBorder({ geometry }: Territory, at: Position): number {
  let least = Infinity;
  for (const ring of geometry.coordinates.flat()) {
    ring.slice(1).forEach((to, i) => {
      least = Math.min(least, unitsToEdge(ring[i] ?? to, to, at));
    });
  }
  return least;
}

function unitsToEdge(from: Position, to: Position, at: Position): number {
  const [ux, uy] = [toGrid(to[0]) - toGrid(from[0]), toGrid(to[1]) - toGrid(from[1])];
  const [vx, vy] = [toGrid(at[0]) - toGrid(from[0]), toGrid(at[1]) - toGrid(from[1])];
  const along = ux * vx + uy * vy;
  const lengthSquared = ux * ux + uy * uy;
  if (along <= 0 || along >= lengthSquared) return Math.min(Math.hypot(vx, vy), Math.hypot(vx - ux, vy - uy));
  return Math.abs(Number(BigInt(ux) * BigInt(vy) - BigInt(uy) * BigInt(vx))) / Math.sqrt(lengthSquared);
}
