import { DomainError, type DrawnReport, type ReportQuestion, type ReportStep } from '@nitaq/core';
import { givingWay } from '../../giving-way.ts';
import { oneThread, ranOutOfMemory } from '../../one-thread.ts';
import type { ReportFormat } from './formats/report-formats.ts';
import type { ReportReading } from './formats/report-writer.ts';
import type { AgreementJob, CardJob, MapJob, MinutesJob } from './print-jobs.ts';

/** A report of twenty thousand villages and many plans takes its time. */
const DEADLINE_S = 120;
const LONGEST_QUEUE = 50;
/** Enough for a hundred thousand villages in any form; the more it might take, the later the engine clears what is left over. */
const MOST_MEMORY_MB = 1_024;
/** A report of many villages is made of much that is soon garbage: it takes a fifth less memory when that is cleared early. */
const MOST_YOUNG_MB = 6;
/** Where there are not enough processors, lookups and those who draw go first. */
const NICENESS = 10;

export interface ReportToWrite {
  readonly format: ReportFormat;
  readonly drawn: DrawnReport;
  readonly reading: ReportReading;
}

/** Told what is being done for a report, when it begins. */
export type OnStep = (step: ReportStep) => void;

/** Makes and writes reports in a thread of its own, so that neither lookups nor those who draw wait for one. */
export interface ReportMaker {
  /** Before anything is gathered for a report that could not be made. Errors: `service-overloaded`. */
  requireRoom(): void;
  /** Errors: `analysis-too-slow`, `analysis-too-tangled`, `service-overloaded`. */
  make(question: ReportQuestion, onStep?: OnStep): Promise<DrawnReport>;
  /** Errors: `analysis-too-slow`, `service-overloaded`. */
  write(report: ReportToWrite, onStep?: OnStep): Promise<Uint8Array>;
  /** Draws a map by itself. Errors: as of `write`. */
  map(job: MapJob): Promise<Uint8Array>;
  /** Sets an agreement as PDF. Errors: as of `write`. */
  agreement(job: AgreementJob): Promise<Uint8Array>;
  /** Sets the card of a village as PDF. Errors: as of `write`. */
  villageCard(job: CardJob): Promise<Uint8Array>;
  /** Sets the minutes of a meeting as PDF. Errors: as of `write`. */
  minutes(job: MinutesJob): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function createReportMaker(): ReportMaker {
  const pool = oneThread({
    file: new URL('./report-worker.ts', import.meta.url),
    mostMemoryMb: MOST_MEMORY_MB,
    mostYoungMb: MOST_YOUNG_MB,
    niceness: NICENESS,
  });
  const giveWay = givingWay();
  let unfinished = 0;
  let before: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let onStepNow: OnStep | undefined;
  pool.on('message', (step: ReportStep) => onStepNow?.(step));
  const requireRoom = () => {
    if (isClosed || unfinished > LONGEST_QUEUE) throw new DomainError('service-overloaded');
  };
  const runNow = async (name: string, input: unknown, onStep?: OnStep) => {
    if (isClosed) throw new DomainError('service-overloaded');
    // One at a time: what the thread tells is about this.
    onStepNow = onStep;
    const signal = AbortSignal.timeout(DEADLINE_S * 1000);
    try {
      return await pool.run(input, { name, signal });
    } catch (error) {
      if (signal.aborted || ranOutOfMemory(error))
        throw new DomainError('analysis-too-slow', { seconds: DEADLINE_S });
      throw error;
    } finally {
      onStepNow = undefined;
    }
  };
  // The pool would count the time that a job waits for others, and refuse it for what they took.
  const run = async (name: string, input: unknown, onStep?: OnStep) => {
    requireRoom();
    unfinished++;
    const done = before.then(() => giveWay(() => runNow(name, input, onStep))).finally(() => unfinished--);
    before = done.catch(() => undefined);
    return done;
  };
  return {
    requireRoom,
    async make(question, onStep) {
      const drawn: DrawnReport | null = await run('makeReport', question, onStep);
      if (drawn === null) throw new DomainError('analysis-too-tangled');
      return drawn;
    },
    write: (report, onStep) => run('writeReport', report, onStep),
    map: (job) => run('map', job),
    agreement: (job) => run('agreement', job),
    villageCard: (job) => run('villageCard', job),
    minutes: (job) => run('minutes', job),
    close() {
      isClosed = true;
      return pool.destroy();
    },
  };
}
