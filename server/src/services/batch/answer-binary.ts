import type { BatchLegend } from '@nitaq/core';
import { type Bytes, MOST_BYTES } from './batch-limits.ts';
import { NO_PLACE, numberingBy } from './legend.ts';
import type { PlaceAnswers } from './place-answers.ts';

const BYTES_OF_A_PAIR = 2 * Float64Array.BYTES_PER_ELEMENT;

/**
 * For each pair of float64 (longitude, latitude; little-endian) an int32 that the legend explains; piece by piece as they
 * arrive. Pairs beyond the limit are not answered.
 */
export async function* answerBinary(
  bytes: Bytes,
  { places, legend }: { readonly places: PlaceAnswers; readonly legend: BatchLegend },
): AsyncGenerator<Buffer> {
  const numberOf = numberingBy(legend);
  const numbers: number[] = [];
  let size = 0;
  let pairs = new Float64Array(0);
  let waiting = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > MOST_BYTES) return;
    // Copied, because numbers stand at whole multiples of their size; into the same place each time.
    const filled = waiting + piece.length;
    if (filled > pairs.byteLength) {
      const before = new Uint8Array(pairs.buffer, 0, waiting);
      pairs = new Float64Array(2 * Math.ceil(filled / BYTES_OF_A_PAIR));
      new Uint8Array(pairs.buffer).set(before);
    }
    const copy = new Uint8Array(pairs.buffer);
    copy.set(piece, waiting);
    waiting = filled % BYTES_OF_A_PAIR;
    const whole = filled - waiting;
    if (whole > 0) yield answered(pairs.subarray(0, whole / Float64Array.BYTES_PER_ELEMENT));
    copy.copyWithin(0, whole, filled);
  }
  if (waiting > 0) yield Buffer.from(Int32Array.of(NO_PLACE).buffer);

  function answered(coordinates: Float64Array): Buffer {
    const bad = takeBad(coordinates);
    const found = places.locateAll(coordinates);
    for (let i = 0; i < found.length; i++) {
      const inList = found[i] ?? 0;
      found[i] = numbers[inList] ?? learn(inList);
    }
    for (const i of bad) found[i] = NO_PLACE;
    return Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  }

  function learn(inList: number): number {
    const number = numberOf(places.get(inList));
    numbers[inList] = number;
    return number;
  }
}

/** Which pairs are no places; some place stands there instead. */
function takeBad(coordinates: Float64Array): number[] {
  const bad: number[] = [];
  for (let i = 0; i < coordinates.length; i += 2) {
    const lon = coordinates[i] ?? 0;
    const lat = coordinates[i + 1] ?? 0;
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) continue;
    bad.push(i / 2);
    coordinates.fill(0, i, i + 2);
  }
  return bad;
}
