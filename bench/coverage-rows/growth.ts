/** Time, and memory that the coverage map keeps, as plans grow from a hundred to a hundred thousand territories. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCoverageMap } from '@nitaq/core';
import { damage } from '../../core/test/generators/damage.ts';
import { type GeneratedPlan, wigglyPlan } from '../../core/test/generators/wiggly-plan.ts';
import { mediansOf } from '../stopwatch.ts';
import { assess } from './our-areas.ts';
import { type BenchOptions, msText, type Row } from './row.ts';

const TERRITORIES = [100, 1_000, 10_000, 100_000];
const VERTICES_EACH = 12;
const WIDTH_M = 100_000;
/** What maps of so many territories together keep stands out from what else is in the heap. */
const TERRITORIES_TOLD = 50_000;
/** n log n between a hundred and a hundred thousand looks like n to the power of 1.13. */
const MOST_EXPONENT = 1.15;

interface Measured {
  readonly territories: number;
  readonly vertices: number;
  readonly ms: number;
  readonly bytes: number;
}

export function growth({ isQuick }: BenchOptions): Row[] {
  // What a hundred territories take would else be told before the code is warm.
  measure(1_000);
  const measured = TERRITORIES.slice(0, isQuick ? 3 : 4).map(measure);
  const rows = measured.map(
    ({ territories, vertices, ms, bytes }): Row => ({
      work: 'growth, 2 % of vertices moved',
      data: `${territories.toLocaleString('en')} territories, ${vertices.toLocaleString('en')} vertices`,
      ours: `${msText(ms)}, ${(bytes / 1e6).toFixed(0)} MB`,
      peer: '',
      measured: `${((ms * 1000) / vertices).toFixed(2)} µs, ${(bytes / vertices).toFixed(0)} B a vertex`,
      target: '',
      isReached: null,
    }),
  );
  const [time, memory] = [exponentOf(measured, ({ ms }) => ms), exponentOf(measured, ({ bytes }) => bytes)];
  return [
    ...rows,
    {
      work: 'growth',
      data: 'fitted exponent of the vertices',
      ours: `time ${time.toFixed(2)}, memory ${memory.toFixed(2)}`,
      peer: '',
      measured: time.toFixed(2),
      target: `near-linear: ≤ ${MOST_EXPONENT}`,
      isReached: time <= MOST_EXPONENT && memory <= MOST_EXPONENT,
    },
  ];
}

function measure(territories: number): Measured {
  const plan = grownPlan(territories);
  const bytes = bytesKept(plan);
  const isLarge = territories >= 100_000;
  const [ms = Number.NaN] = mediansOf([() => assess(plan)], {
    least: isLarge ? 2 : 3,
    most: 9,
    budgetMs: 3_000,
  });
  const vertices = plan.territories.reduce(
    (sum, { geometry }) =>
      sum + geometry.coordinates.flat().reduce((most, ring) => most + ring.length - 1, 0),
    0,
  );
  return { territories, vertices, ms, bytes };
}

/** Damage keeps its size beside the edges, so that plans differ in nothing but their number of territories. */
function grownPlan(territories: number): GeneratedPlan {
  const edgeM = (4 * WIDTH_M) / Math.sqrt(territories) / VERTICES_EACH;
  const plan = wigglyPlan({ seed: 1, territories, verticesEach: VERTICES_EACH });
  return damage(plan, {
    seed: 2,
    share: 0.02,
    kinds: ['jitter'],
    reachM: { least: edgeM / 100, most: edgeM / 2 },
  }).plan;
}

/** Heap and array buffers that a coverage map keeps, garbage collected; of small plans as many maps as can be told. */
function bytesKept(plan: GeneratedPlan): number {
  const many = Math.ceil(TERRITORIES_TOLD / plan.territories.length);
  createCoverageMap(plan);
  collectGarbage();
  const before = bytesInUse();
  const maps = Array.from({ length: many }, () => createCoverageMap(plan));
  collectGarbage();
  const after = bytesInUse();
  // The maps have to live until here.
  return (after - before) / maps.length;
}

function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return;
  // The buffers of what the first round finds are freed by the second.
  collect();
  collect();
}

/** Slope of the straight line through the logarithms, by least squares. */
function exponentOf(measured: readonly Measured[], value: (one: Measured) => number): number {
  const points = measured.map((one) => ({ x: Math.log(one.vertices), y: Math.log(value(one)) }));
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY));
  return covariance / mean(({ x }) => (x - meanX) ** 2);
}
