import { median } from './median.ts';

/** How often a piece of work is done: until the time is spent, but not less and not more often than this. */
export interface Rounds {
  readonly least: number;
  readonly most: number;
  readonly budgetMs: number;
}

const isCpu = process.argv.includes('--cpu');

/**
 * What takes less is done several times for one figure. The clock of the processor may tick every 4 ms only; and by either
 * clock a short work that comes after a long one would have to fetch all it needs into the caches again, and be told before
 * the engine has compiled it, both of which a long work does within its own time.
 */
const LEAST_TOLD_MS = 80;

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
 * same weather. One round before the first warms up, unless there shall be one round only.
 */
export function mediansOf(works: readonly (() => unknown)[], rounds: Rounds = ROUNDS): number[] {
  const times: number[][] = works.map(() => []);
  const begun = performance.now();
  const repeats = works.map((work) => (rounds.most > 1 ? repeatsOf(work) : 1));
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

/** How often work is to be done for the clock to tell how long it takes; told by the second run, the first warms up. */
function repeatsOf(work: () => unknown): number {
  work();
  const begun = performance.now();
  work();
  return Math.max(1, Math.ceil(LEAST_TOLD_MS / (performance.now() - begun)));
}
