/**
 * The coverage core beside its peers, on the same data in one process, as one markdown table.
 * Run: npm run bench:coverage -- [--quick] [--cpu] [--only all-faces,undamaged,live-update,growth,point-location]
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { allFaces } from './coverage-rows/all-faces.ts';
import { growth } from './coverage-rows/growth.ts';
import { liveUpdate } from './coverage-rows/live-update.ts';
import { type BenchOptions, type Row, tableOf } from './coverage-rows/row.ts';
import { undamaged } from './coverage-rows/undamaged.ts';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Row[]>> = {
  'all-faces': allFaces,
  undamaged,
  'live-update': liveUpdate,
  growth,
};

const { values } = parseArgs({
  // The names of benchmarks, for `run.ts`.
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    // Read by the stopwatch.
    cpu: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const isAsked = (part: string): boolean => values.only === undefined || values.only.split(',').includes(part);

const rows: Row[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (!isAsked(part)) continue;
  console.error(`measuring ${part} …`);
  rows.push(...measure({ isQuick: values.quick }));
}
console.log(tableOf(rows));

const pointLocation = path.resolve(import.meta.dirname, 'point-location.ts');
if (isAsked('point-location') && existsSync(pointLocation)) await import(pointLocation);
