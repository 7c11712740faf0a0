import { setTimeout as sleep } from 'node:timers/promises';

/** The part of its time that the event loop works, from which on what is done beside it gives way. */
const BUSY = 0.5;
const LONGEST_REST_MS = 5_000;

/** Runs work, which is not begun before the work that ended last was rested from. */
export type GiveWay = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * For what a thread of its own does in the background, one piece after the other: while the event loop is busy it rests after
 * each piece for as long as that took. However late its turn on a processor, a thread at work slows down those beside it.
 */
export function givingWay(): GiveWay {
  let restsUntil = 0;
  return async (work) => {
    const restMs = restsUntil - performance.now();
    // A rest keeps no process from ending.
    if (restMs > 0) await sleep(restMs, undefined, { ref: false });
    const [begun, before] = [performance.now(), performance.eventLoopUtilization()];
    try {
      return await work();
    } finally {
      const ended = performance.now();
      if (performance.eventLoopUtilization(before).utilization >= BUSY)
        restsUntil = ended + Math.min(ended - begun, LONGEST_REST_MS);
    }
  };
}
