import {
  type AffectedAssociation,
  type ContentsToCompare,
  type ContentsToMerge,
  type CoverageAssessment,
  type CoverageQuestion,
  DomainError,
  type GeometryFault,
  type Rebased,
} from '@nitaq/core';
import { oneThread, ranOutOfMemory } from '../one-thread.ts';
import type { PlacementQuestion } from './analysis-worker.ts';

/** A hostile set of borders can cross itself millions of times: past this the thread is stopped. */
const DEADLINE_S = 20;
const LONGEST_QUEUE = 50;
/** Two borders that cross a hundred million times would take more: the thread ends and the service goes on. */
const MOST_MEMORY_MB = 1_536;

export interface Analyser {
  /** Assesses coverage in another thread. Errors: `analysis-too-slow`, `analysis-too-tangled`, `service-overloaded`. */
  assess(input: CoverageQuestion): Promise<CoverageAssessment>;
  /** Checks in another thread whether territories lie in an area. Errors: `analysis-too-slow`, `service-overloaded`. */
  checkPlacement(input: PlacementQuestion): Promise<(GeometryFault | null)[]>;
  /** Tells in another thread to whom a proposal makes a difference. Errors: as of `assess`. */
  findAffected(input: ContentsToCompare): Promise<AffectedAssociation[]>;
  /** Puts a proposal on another plan, in another thread. Errors: as of `assess`. */
  rebase(input: ContentsToMerge): Promise<Rebased>;
  close(): Promise<void>;
}

/** Threads for the geometry that would block the event loop. */
export function createAnalyser(): Analyser {
  const pool = oneThread({
    file: new URL('./analysis-worker.ts', import.meta.url),
    mostMemoryMb: MOST_MEMORY_MB,
    longestQueue: LONGEST_QUEUE,
  });
  const run = async (name: string, input: unknown) => {
    if (pool.queueSize >= LONGEST_QUEUE) throw new DomainError('service-overloaded');
    const signal = AbortSignal.timeout(DEADLINE_S * 1000);
    try {
      return await pool.run(input, { name, signal });
    } catch (error) {
      if (signal.aborted || ranOutOfMemory(error))
        throw new DomainError('analysis-too-slow', { seconds: DEADLINE_S });
      throw error;
    }
  };
  const runOrRefuse = async <T>(name: string, input: unknown): Promise<T> => {
    const answer: T | null = await run(name, input);
    if (answer === null) throw new DomainError('analysis-too-tangled');
    return answer;
  };
  return {
    assess: (input) => runOrRefuse<CoverageAssessment>('assess', input),
    findAffected: (input) => runOrRefuse<AffectedAssociation[]>('findAffected', input),
    rebase: (input) => runOrRefuse<Rebased>('rebase', input),
    checkPlacement: (input) => run('checkPlacement', input),
    close: () => pool.destroy(),
  };
}
