/**
 * Assessing the shipped example claims, beside the same areas computed with Turf (pairwise overlaps and the gap).
 * Run: npm run bench -- assess
 */
import path from 'node:path';
import { assessCoverage, DEFAULT_SLIVER_THRESHOLDS } from '@nitaq/core';
import { difference, feature, featureCollection, intersect } from '@turf/turf';
import { readAreaFolder } from '../server/src/area-folder/read-area-folder.ts';
import { median } from './median.ts';

const ROUNDS = 9;

const read = await readAreaFolder(path.resolve(import.meta.dirname, '../geo-data/al-lith'));
if (!read.ok) throw new Error('The shipped area has faults');
const { area, villages, plans } = read.folder;
const territories = plans.find(({ state }) => state === 'in-force')?.territories ?? [];
const shapes = territories.map(({ geometry }) => feature(geometry));

const times: Record<'ours' | 'turf', number[]> = { ours: [], turf: [] };
for (let round = 0; round < ROUNDS; round++) {
  times.ours.push(
    time(() =>
      assessCoverage({
        boundary: area.boundary,
        territories,
        villages,
        thresholds: DEFAULT_SLIVER_THRESHOLDS,
      }),
    ),
  );
  times.turf.push(
    time(() => {
      for (const [i, a] of shapes.entries()) {
        for (const b of shapes.slice(i + 1)) intersect(featureCollection([a, b]));
      }
      difference(featureCollection([feature(area.boundary), ...shapes]));
    }),
  );
}
const [ours, turf] = [median(times.ours), median(times.turf)];
console.log(`core ${ours.toFixed(1)} ms; Turf ${turf.toFixed(1)} ms; ratio ${(ours / turf).toFixed(2)}`);

function time(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
