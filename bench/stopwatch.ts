import { median } from './median.ts';

/** How often a piece of work is done: until the time is spent, but not less and not more often than this. */
export interface Rounds {
  readonly least: number;
  readonly most: number;
  readonly budgetMs: number;
}

const ROUNDS: Rounds = { least: 3, most: 25, budgetMs: 2_500 };

/**
 * Milliseconds so far. With `--cpu` those that this thread has computed for, which hold on a busy machine too; else
 * those on the wall.
 */
export const clockMs: () => number = process.argv.includes('--cpu')
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
  const warm = rounds.most > 1 ? 1 : 0;
  for (let round = 0; round < rounds.most + warm; round++) {
    const isSpent = performance.now() - begun > rounds.budgetMs;
    if (isSpent && round >= rounds.least + warm) break;
    for (const [i, work] of works.entries()) {
      const { ms } = timed(work);
      if (round >= warm) times[i]?.push(ms);
    }
  }
  return times.map(median);
}
