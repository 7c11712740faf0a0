import { type CoverageAssessment, type CoverageQuestion, DomainError } from '@nitaq/core';
import { Piscina } from 'piscina';

/** A hostile set of borders can cross itself millions of times: past this the thread is stopped. */
const DEADLINE_S = 20;
/** One core stays with the event loop. */
const THREADS = 1;
const LONGEST_QUEUE = 50;

export interface Analyser {
  /** Assesses coverage in another thread. Errors: `analysis-too-slow`, `service-overloaded`. */
  assess(input: CoverageQuestion): Promise<CoverageAssessment>;
  close(): Promise<void>;
}

/** Threads for the geometry that would block the event loop. */
export function createAnalyser(): Analyser {
  const pool = new Piscina<CoverageQuestion, CoverageAssessment>({
    filename: new URL('./analysis-worker.ts', import.meta.url).href,
    name: 'assess',
    minThreads: THREADS,
    maxThreads: THREADS,
    maxQueue: LONGEST_QUEUE,
  });
  return {
    async assess(input) {
      if (pool.queueSize >= LONGEST_QUEUE) throw new DomainError('service-overloaded');
      const signal = AbortSignal.timeout(DEADLINE_S * 1000);
      try {
        return await pool.run(input, { signal });
      } catch (error) {
        if (signal.aborted) throw new DomainError('analysis-too-slow', { seconds: DEADLINE_S });
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}
