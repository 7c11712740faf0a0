/** The draft without gaps or overlaps: the area divided by borders that neighbours share vertex for vertex. */
import {
  type MultiPolygon,
  offsetKm,
  type Position,
  type Ring,
  rounded,
  samePosition,
  shift,
} from './example-geometry.ts';

/** A border between two territories: its ends are vertices of the area's boundary or meeting points of borders. */
export interface Border {
  from: Position;
  via: Position[];
  to: Position;
}

/** Counter-clockwise: along the area's outer ring from one vertex to another, then back along borders. */
export interface Outline {
  centre: Position;
  boundary: [from: Position, to: Position];
  borders: Position[][];
}

const LONGEST_STRETCH_KM = 3;
/** How far the middle of a stretch moves aside at most, as a share of its length. */
const ROUGHNESS = 0.11;
const SEED = 20_261_101;

/** Every border with its bends. A midpoint is moved aside, then the midpoints of both halves, and so on. */
export function bend<Name extends string>(borders: Record<Name, Border>): Record<Name, Position[]>;
export function bend(borders: Record<string, Border>): Record<string, Position[]> {
  const random = randomNumbers(SEED);
  const lines = Object.entries(borders).map(([name, { from, via, to }]) => {
    const line = [from];
    let last = from;
    for (const next of [...via, to]) {
      line.push(...bendStretch(last, next, random));
      last = next;
    }
    return [name, line] as const;
  });
  return Object.fromEntries(lines);
}

/** The stretch without its first position. */
function bendStretch(from: Position, to: Position, random: () => number): Position[] {
  const [eastKm, northKm] = offsetKm(from, to);
  if (Math.hypot(eastKm, northKm) <= LONGEST_STRETCH_KM) return [to];
  const aside = (2 * random() - 1) * ROUGHNESS;
  const middle = rounded(shift(from, eastKm / 2 - northKm * aside, northKm / 2 + eastKm * aside));
  return [...bendStretch(from, middle, random), ...bendStretch(middle, to, random)];
}

/** mulberry32 by Tommy Ettinger (public domain): the same numbers from 0 to 1 on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One territory for each outline. An island goes whole to the territory with the nearest centre. */
export function divide<Name extends string>(
  area: MultiPolygon,
  outlines: Record<Name, Outline>,
): Map<string, MultiPolygon> {
  const [mainland, ...islands] = area.coordinates;
  const shore = mainland?.[0]?.slice(0, -1) ?? [];
  const entries = Object.entries<Outline>(outlines);
  const nearest = (island: Ring[]) => entries.toSorted(byDistanceTo(island)).at(0)?.[0];
  return new Map(
    entries.map(([name, outline]) => {
      const coordinates = [[ringOf(outline, shore)], ...islands.filter((island) => nearest(island) === name)];
      return [name, { type: 'MultiPolygon', coordinates }];
    }),
  );
}

function ringOf({ boundary: [from, to], borders }: Outline, shore: Ring): Ring {
  const start = indexOf(shore, from);
  const length = (indexOf(shore, to) - start + shore.length) % shore.length;
  const ring = [...shore, ...shore].slice(start, start + length + 1);
  for (const [first, ...rest] of borders) {
    const last = ring.at(-1);
    if (first === undefined || last === undefined || !samePosition(first, last)) {
      throw new Error(`A border begins at ${first}, where the outline is at ${last}`);
    }
    ring.push(...rest);
  }
  return ring;
}

function indexOf(shore: Ring, position: Position): number {
  const index = shore.findIndex((vertex) => samePosition(vertex, position));
  if (index === -1) throw new Error(`The area's boundary has no vertex ${position}`);
  return index;
}

function byDistanceTo(island: Ring[]) {
  const landing = island[0]?.[0] ?? [0, 0];
  const km = ({ centre }: Outline) => Math.hypot(...offsetKm(landing, centre));
  return ([, a]: [string, Outline], [, b]: [string, Outline]) => km(a) - km(b);
}
