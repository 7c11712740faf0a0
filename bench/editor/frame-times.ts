/** What a trace of the browser says of the main thread, frame by frame. */
import type { CDPSession } from '@playwright/test';

/** The page marks every frame by this name. */
export const FRAME_MARK = 'bench-frame';

/** Milliseconds of each frame. */
export interface FrameTimes {
  /** From one frame to the next, by the wall. */
  readonly between: readonly number[];
  /** What the main thread computed for it: all tasks up to the next frame. */
  readonly mainThread: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Duration by the wall and by the clock of the thread, µs. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** Traces the browser while some work is done. */
export async function traceFrames(browser: CDPSession, work: () => Promise<void>): Promise<FrameTimes> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  browser.on('Tracing.dataCollected', collect);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await complete;
  browser.off('Tracing.dataCollected', collect);
  return frameTimesOf(events);
}

function frameTimesOf(events: readonly TraceEvent[]): FrameTimes {
  const marks = events.filter(({ name }) => name === FRAME_MARK).sort((a, b) => a.ts - b.ts);
  const { pid, tid } = marks[0] ?? {};
  const tasks = events
    .filter(
      (event) => event.pid === pid && event.tid === tid && event.name === 'ThreadControllerImpl::RunTask',
    )
    .sort((a, b) => a.ts - b.ts);
  // A frame begins with the task in which it is marked.
  const begins = marks.map(({ ts }) => tasks.findLast((task) => task.ts <= ts)?.ts ?? ts);
  const between: number[] = [];
  const mainThread: number[] = [];
  let next = 0;
  for (const [i, begin] of begins.slice(0, -1).entries()) {
    const end = begins[i + 1] ?? begin;
    while (next < tasks.length && (tasks[next]?.ts ?? 0) < begin) next++;
    let us = 0;
    for (; next < tasks.length && (tasks[next]?.ts ?? 0) < end; next++) us += tasks[next]?.tdur ?? 0;
    between.push((end - begin) / 1000);
    mainThread.push(us / 1000);
  }
  return { between, mainThread };
}
