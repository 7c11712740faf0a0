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
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of bytes) {
    size += piece.length;
    if (size > MOST_BYTES) return;
    const whole = (rest.length + piece.length) % BYTES_OF_A_PAIR;
    const length = rest.length + piece.length - whole;
    // Copied, because numbers stand at whole multiples of their size.
    const pairs = new Uint8Array(rest.length + piece.length);
    pairs.set(rest);
    pairs.set(piece, rest.length);
    rest = pairs.subarray(length);
    if (length > 0) yield answered(new Float64Array(pairs.buffer, 0, length / 8));
  }
  if (rest.length > 0) yield Buffer.from(Int32Array.of(NO_PLACE).buffer);

  function answered(coordinates: Float64Array): Buffer {
    const bad: number[] = [];
    for (let i = 0; i < coordinates.length; i += 2) {
      const [lon, lat] = [coordinates[i] ?? 0, coordinates[i + 1] ?? 0];
      if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) continue;
      bad.push(i / 2);
      coordinates.fill(0, i, i + 2);
    }
    const found = places.locateAll(coordinates);
    for (let i = 0; i < found.length; i++) {
      const inList = found[i] ?? 0;
      const number = numbers[inList] ?? numberOf(places.get(inList));
      numbers[inList] = number;
      found[i] = number;
    }
    for (const i of bad) found[i] = NO_PLACE;
    return Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  }
}
