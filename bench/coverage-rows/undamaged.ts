/** A clean plan should cost little more than looking at every vertex once. */
import { toGrid } from '@nitaq/core';
import type { Plan } from '../peers/peer.ts';
import { mediansOf, type Rounds } from '../stopwatch.ts';
import { usCounties } from './data.ts';
import { assess } from './our-areas.ts';
import { msText, type Row, timesText } from './row.ts';

const AT_MOST = 5;
/** Both are short: the engine is done with compiling them after a hundred rounds or so. */
const ROUNDS: Rounds = { least: 25, most: 250, budgetMs: 5_000 };

export function undamaged(): Row[] {
  const [oursMs = Number.NaN, readMs = Number.NaN] = mediansOf(
    [() => assess(usCounties), () => readAndHash(usCounties)],
    ROUNDS,
  );
  const { gaps, overlaps } = assess(usCounties);
  return [
    {
      work: 'the same, undamaged',
      data: 'counties',
      ours: msText(oursMs),
      peer: `reading and hashing every vertex ${msText(readMs)}`,
      measured: timesText(oursMs / readMs),
      target: `≤ ${AT_MOST} ×`,
      isReached: oursMs / readMs <= AT_MOST,
      note: `${gaps.features.length} gaps, ${overlaps.features.length} overlaps (in the data itself)`,
    },
  ];
}

/** Snaps every position to the grid and numbers the different ones by one open-addressing table of typed arrays. */
export function readAndHash({ boundary, territories }: Plan): number {
  const geometries = [boundary, ...territories.map(({ geometry }) => geometry)];
  const table = createPlaceTable(countPositions(geometries));
  for (const { coordinates } of geometries) {
    for (const rings of coordinates) {
      for (const ring of rings) {
        for (let i = 0; i + 1 < ring.length; i++) {
          const position = ring[i];
          if (position !== undefined) {
            table.numberOf(toGrid(position[0]), toGrid(position[1]));
          }
        }
      }
    }
  }
  return table.count();
}

function countPositions(geometries: readonly Plan['boundary'][]): number {
  let count = 0;
  for (const { coordinates } of geometries) {
    for (const rings of coordinates) for (const ring of rings) count += Math.max(0, ring.length - 1);
  }
  return count;
}

function createPlaceTable(most: number) {
  // At most half full, so that most places are found at the first look.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * most)));
  const slots = new Int32Array(size).fill(-1);
  const xs = new Int32Array(most);
  const ys = new Int32Array(most);
  let count = 0;
  return {
    numberOf(x: number, y: number): number {
      let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> 0;
      slot = (slot ^ (slot >>> 15)) & (size - 1);
      for (;;) {
        const number = slots[slot] ?? -1;
        if (number < 0) break;
        if (xs[number] === x && ys[number] === y) return number;
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = count;
      xs[count] = x;
      ys[count] = y;
      return count++;
    },
    count: () => count,
  };
}
