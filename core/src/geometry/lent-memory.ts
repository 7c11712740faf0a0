/** Bytes kept from one work to the next at most: what a plan of a hundred thousand vertices takes. */
const MOST_KEPT = 2 ** 24;
/** So much more is kept than was taken, for a plan that grows a little. */
const ROOM = 1.25;
/** Every array begins where a double may. */
const ALIGNMENT = 8;

let kept = new ArrayBuffer(0);
let isLent = false;
/** Bytes taken of what is kept, and taken altogether, since it was lent. */
let taken = 0;
let wanted = 0;

/**
 * Does a piece of work whose arrays of numbers, made by the functions below, are of no meaning any more when it is done: it
 * must return none of them. They share memory that is kept for the next such work, since to get it anew, page by page, and
 * give it back costs a tenth of a survey of some thousand vertices. Work within such work takes part in it.
 */
export function inLentMemory<T>(work: () => T): T {
  if (isLent) return work();
  isLent = true;
  taken = 0;
  wanted = 0;
  try {
    return work();
  } finally {
    isLent = false;
    if (wanted > kept.byteLength) kept = new ArrayBuffer(Math.min(MOST_KEPT, Math.ceil(wanted * ROOM)));
  }
}

/** An array of integers, all of one value. */
export function newInts(length: number, initial = 0): Int32Array {
  const start = placeOf(length * Int32Array.BYTES_PER_ELEMENT);
  if (start < 0) return initial === 0 ? new Int32Array(length) : new Int32Array(length).fill(initial);
  return new Int32Array(kept, start, length).fill(initial);
}

/** An array of doubles, all of one value. */
export function newDoubles(length: number, initial = 0): Float64Array {
  const start = placeOf(length * Float64Array.BYTES_PER_ELEMENT);
  if (start < 0) return initial === 0 ? new Float64Array(length) : new Float64Array(length).fill(initial);
  return new Float64Array(kept, start, length).fill(initial);
}

/** An array of small integers, all 0. */
export function newBytes(length: number): Uint8Array {
  const start = placeOf(length);
  return start < 0 ? new Uint8Array(length) : new Uint8Array(kept, start, length).fill(0);
}

/** Where so many bytes begin within what is kept, or -1 where they do not fit or nothing is lent. */
function placeOf(bytes: number): number {
  if (!isLent) return -1;
  const rounded = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
  wanted += rounded;
  if (taken + rounded > kept.byteLength) return -1;
  const start = taken;
  taken += rounded;
  return start;
}
