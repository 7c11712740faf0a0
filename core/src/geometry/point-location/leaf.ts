import { orient2d } from 'robust-predicates';
import type { Int32List } from '../int32-list.ts';
import { crossesMeridian, isSouthOf } from './edge-tests.ts';
import type { Square } from './spread-edges.ts';

/**
 * A leaf stands for a square that edges come into, in a list of integers: kind, mask at the corner, where its entries
 * begin and end, set of owners that cover all of it, number of local polygons; then one answer for each mask, then the
 * entries, then the local polygons. A mask has a bit for each local polygon, that is one whose edges are among the
 * entries.
 */
export const LEAF = 0;
/** Kind, set of owners that cover all of it, number of local polygons, the local polygons: too many for a mask. */
export const CROWDED = -1;
const HEADER_SIZE = 6;
/** With more local polygons the answers would take more room than the edges. */
export const MAX_LOCALS = 6;
/** Stands for an answer that nobody has asked for yet. */
export const UNKNOWN = -1;

/**
 * An entry is an edge as one square sees it. What covers a point of the square follows from what covers its
 * south-eastern corner by walking north along the eastern border to the latitude of the point, and then west. The first
 * leg crosses the edge if the latitude is `east` or more; the second if it is at least `from` and below `to`, and the
 * edge lies east of the point.
 *
 * lowX, lowY, highX, highY, from, to, east, mask: half a cache line, so that a leaf is read in one go.
 */
const ENTRY_SIZE = 8;
const NEVER = 2 ** 31 - 1;

/** Appends an edge to the list of a square's entries, unless no walk within the square crosses it. */
export function pushEntry(entries: Int32List, ends: Int32Array, edge: number, square: Square): boolean {
  const at = 4 * edge;
  const eastX = square.x + square.size;
  const lowX = ends[at] ?? 0;
  const lowY = ends[at + 1] ?? 0;
  const highX = ends[at + 2] ?? 0;
  const highY = ends[at + 3] ?? 0;
  let from = lowY;
  let to = highY;
  let east = NEVER;
  if (crossesMeridian(ends, at, eastX)) {
    east = northOfEdge(ends, at, eastX);
    // Only what lies west of the border can be met on the second leg.
    if (highX > lowX) to = Math.min(to, east);
    else from = Math.max(from, east);
  } else if (lowX > eastX) {
    return false;
  }
  from = Math.max(from, square.y);
  to = Math.min(to, square.y + square.size);
  if (east <= square.y || east >= square.y + square.size) east = NEVER;
  if (from >= to && east === NEVER) return false;
  const start = entries.reserve(ENTRY_SIZE);
  entries.data.set([lowX, lowY, highX, highY, from, to, east, 0], start);
  return true;
}

/** Says which local polygons the entry appended last toggles. */
export function setMask(entries: Int32List, mask: number): void {
  entries.data[entries.length - 1] = mask;
}

/** The least latitude on a meridian that lies north of an edge that crosses it. */
function northOfEdge(ends: Int32Array, at: number, x: number): number {
  const [lowX = 0, lowY = 0, highX = 0, highY = 0] = ends.subarray(at, at + 4);
  let y = Math.ceil(lowY + ((x - lowX) * (highY - lowY)) / (highX - lowX));
  // The quotient is rounded, the test is not.
  while (isSouthOf(ends, at, x, y - 1)) y--;
  while (!isSouthOf(ends, at, x, y)) y++;
  return y;
}

export interface LeafParts {
  readonly entries: Int32List;
  readonly locals: readonly number[];
  /** Which of the local polygons cover the south-eastern corner. */
  readonly cornerMask: number;
  /** The owners of the other polygons that cover the square. */
  readonly background: number;
}

/** Writes a leaf and returns where it begins. */
export function writeLeaf(store: Int32List, { entries, locals, cornerMask, background }: LeafParts): number {
  const answers = 2 ** locals.length;
  const leaf = store.reserve(HEADER_SIZE + answers + entries.length + locals.length);
  const first = leaf + HEADER_SIZE + answers;
  const end = first + entries.length;
  store.data.set([LEAF, cornerMask, first, end, background, locals.length], leaf);
  store.data.fill(UNKNOWN, leaf + HEADER_SIZE, first);
  store.data.set(entries.data.subarray(0, entries.length), first);
  store.data.set(locals, end);
  return leaf;
}

/** As `writeLeaf`, where there are more local polygons than `MAX_LOCALS`. */
export function writeCrowdedLeaf(
  store: Int32List,
  { locals, background }: Pick<LeafParts, 'locals' | 'background'>,
): number {
  const leaf = store.reserve(3 + locals.length);
  store.data.set([CROWDED, background, locals.length, ...locals], leaf);
  return leaf;
}

/** Which local polygons cover a point of the leaf's square, as a mask. */
export function maskAt(store: Int32Array, leaf: number, x: number, y: number): number {
  let mask = store[leaf + 1] ?? 0;
  const end = store[leaf + 3] ?? 0;
  for (let at = store[leaf + 2] ?? 0; at < end; at += ENTRY_SIZE) {
    const bits = store[at + 7] ?? 0;
    if (y >= (store[at + 6] ?? 0)) mask ^= bits;
    if (y >= (store[at + 4] ?? 0) && y < (store[at + 5] ?? 0) && isEastOf(store, at, x, y)) mask ^= bits;
  }
  return mask;
}

/** Where the answer for a mask stands; `UNKNOWN` until it is set. */
export function answerPlace(leaf: number, mask: number): number {
  return leaf + HEADER_SIZE + mask;
}

/** The set of owners that cover all of a leaf's square, whatever its kind. */
export function backgroundOf(store: Int32Array, leaf: number): number {
  return store[store[leaf] === CROWDED ? leaf + 1 : leaf + 4] ?? 0;
}

/** The local polygons of a leaf in the order of their bits, whatever its kind. */
export function localsOf(store: Int32Array, leaf: number): Int32Array {
  const isCrowded = store[leaf] === CROWDED;
  const start = isCrowded ? leaf + 3 : (store[leaf + 3] ?? 0);
  return store.subarray(start, start + (store[isCrowded ? leaf + 2 : leaf + 5] ?? 0));
}

/**
 * Products of differences of 32-bit integers are below 2^64 and rounded to 2^10, their difference to 2^11: beyond this
 * bound its sign is right.
 */
const CERTAIN = 4096;

/** Whether an entry's edge lies east of a point within its latitudes. Exact. */
function isEastOf(store: Int32Array, at: number, x: number, y: number): boolean {
  const lowX = store[at] ?? 0;
  const lowY = store[at + 1] ?? 0;
  const highX = store[at + 2] ?? 0;
  const highY = store[at + 3] ?? 0;
  const side = (highX - lowX) * (y - lowY) - (highY - lowY) * (x - lowX);
  if (side > CERTAIN) return true;
  if (side < -CERTAIN) return false;
  // robust-predicates thinks of y as pointing down.
  return orient2d(lowX, lowY, highX, highY, x, y) < 0;
}
