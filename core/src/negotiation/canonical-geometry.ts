import { toGridRing } from '../geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';

/** Integers of 1e-7 degree: x0, y0, x1, y1, … */
type FlatLine = readonly number[];

/**
 * A geometry as the same numbers, however it was written down: where its rings start, which way they run, and in which
 * order its holes and polygons stand. Each polygon is its outer ring, then its holes; rings do not repeat their start.
 */
export function canonicalPolygons({ coordinates }: MultiPolygon): FlatLine[][] {
  return coordinates
    .map(([outer = [], ...holes]) => [canonicalRing(outer), ...holes.map(canonicalRing).sort(compareLines)])
    .sort(comparePolygons);
}

/** An open line as the same numbers, whichever way it runs. */
export function canonicalLine(line: readonly Position[]): FlatLine {
  const flat = [...toGridRing([...line, [0, 0]])];
  return lesser(flat, reversed(flat));
}

/** From its least position towards the lesser of the two beside it; of repeated ones that which makes the least line. */
function canonicalRing(ring: Ring): FlatLine {
  const flat = [...toGridRing(ring)];
  const starts = leastPositions(flat);
  return [flat, reversed(flat)]
    .flatMap((way, back) => starts.map((start) => rotated(way, back === 0 ? start : flat.length - 2 - start)))
    .reduce(lesser, rotated(flat, starts[0] ?? 0));
}

/** Where in a flat ring the westernmost position stands, of several the southernmost. */
function leastPositions(flat: FlatLine): number[] {
  let least: number[] = [];
  for (let at = 0; at < flat.length; at += 2) {
    const order = least[0] === undefined ? -1 : comparePositions(flat, at, least[0]);
    if (order < 0) least = [at];
    else if (order === 0) least.push(at);
  }
  return least;
}

function comparePositions(flat: FlatLine, a: number, b: number): number {
  return (flat[a] ?? 0) - (flat[b] ?? 0) || (flat[a + 1] ?? 0) - (flat[b + 1] ?? 0);
}

function rotated(flat: FlatLine, start: number): FlatLine {
  return [...flat.slice(start), ...flat.slice(0, start)];
}

function reversed(flat: FlatLine): FlatLine {
  const back: number[] = [];
  for (let at = flat.length - 2; at >= 0; at -= 2) back.push(flat[at] ?? 0, flat[at + 1] ?? 0);
  return back;
}

function lesser(a: FlatLine, b: FlatLine): FlatLine {
  return compareLines(b, a) < 0 ? b : a;
}

function compareLines(a: FlatLine, b: FlatLine): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? Infinity);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function comparePolygons(a: readonly FlatLine[], b: readonly FlatLine[]): number {
  for (const [i, ring] of a.entries()) {
    const other = b[i];
    const order = other === undefined ? 1 : compareLines(ring, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
