import { median } from './median.ts';

/** How often a piece of work is done: until the time is spent, but not less and not more often than this. */
export interface Rounds {
  readonly least: number;
  readonly most: number;
  readonly budgetMs: number;
}

const isCpu = process.argv.includes('--cpu');

/** The clock of the processor may tick every 4 ms only: what takes less is done several times for one figure. */
const LEAST_TOLD_MS = isCpu ? 80 : 0;
/**
 * The shortest turn beside the longest one, by either clock: a work of a few milliseconds that is done once after one of
 * half a second has to fetch all it needs into the caches again, which the long one does within its own time.
 */
const LEAST_OF_LONGEST = 0.2;
/** The part of the time for all rounds that goes before them, in which the engine compiles what is done over and over. */
const WARM_UP = 0.2;

const ROUNDS: Rounds = { least: 3, most: 25, budgetMs: 2_500 };

/**
 * Milliseconds so far. With `--cpu` those that this thread has computed for, which hold on a busy machine too; else
 * those on the wall.
 */
export const clockMs: () => number = isCpu
  ? () => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1000;
    }
  : () => performance.now();

/** Milliseconds of one run, and what it gave. */
export function timed<T>(work: () => T): { ms: number; result: T } {
  const begun = clockMs();
  const result = work();
  return { ms: clockMs() - begun, result };
}

/**
 * Median milliseconds of each of several kinds of work, which take turns in every round so that all of them meet the
 * same weather. What is done before the first round warms up, unless there shall be one round only.
 */
export function mediansOf(works: readonly (() => unknown)[], rounds: Rounds = ROUNDS): number[] {
  const times: number[][] = works.map(() => []);
  const repeats = rounds.most > 1 ? repeatsOf(works, WARM_UP * rounds.budgetMs) : [];
  const begun = performance.now();
  for (let round = 0; round < rounds.most; round++) {
    const isSpent = performance.now() - begun > rounds.budgetMs;
    if (isSpent && round >= rounds.least) break;
    for (const [i, work] of works.entries()) {
      const repeated = repeats[i] ?? 1;
      const { ms } = timed(() => {
        for (let time = 0; time < repeated; time++) work();
      });
      times[i]?.push(ms / repeated);
    }
  }
  return times.map(median);
}

/** How often each work is done in a turn, told by its last run of those that warm up, at least two. */
function repeatsOf(works: readonly (() => unknown)[], warmUpMs: number): number[] {
  const until = performance.now() + warmUpMs;
  for (const work of works) work();
  let once: number[];
  do {
    once = works.map((work) => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    });
  } while (performance.now() < until);
  const least = Math.max(LEAST_TOLD_MS, LEAST_OF_LONGEST * Math.max(...once));
  return once.map((ms) => Math.max(1, Math.round(least / ms)));
}
