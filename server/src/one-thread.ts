import { Piscina } from 'piscina';

const IDLE_MS = 10 * 60_000;

export interface ThreadOptions {
  /** The module whose exports it runs. */
  readonly file: URL;
  readonly mostMemoryMb: number;
  /** For what is young and mostly garbage; left out: as much as the engine takes. The less, the oftener it is cleared. */
  readonly mostYoungMb?: number;
  /** How many may wait; left out: any number. */
  readonly longestQueue?: number;
  /** How much later its turn on a processor comes than that of others, as `nice` counts; left out: as soon. */
  readonly niceness?: number;
}

/**
 * A thread of its own for what would block the event loop. It starts with the first task, so that it takes nothing from
 * the start of the service; one that breaks is replaced.
 */
export function oneThread({
  file,
  mostMemoryMb,
  mostYoungMb,
  longestQueue,
  niceness = 0,
}: ThreadOptions): Piscina {
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    niceIncrement: niceness,
    ...(longestQueue === undefined ? {} : { maxQueue: longestQueue }),
    resourceLimits: {
      maxOldGenerationSizeMb: mostMemoryMb,
      ...(mostYoungMb === undefined ? {} : { maxYoungGenerationSizeMb: mostYoungMb }),
    },
  });
  // What fails between two tasks is nobody's answer, and unheard it would end the service.
  pool.on('error', (error: Error) => process.emitWarning(error));
  return pool;
}

/** True of the error of a task whose thread was ended because it took too much memory. */
export function ranOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
