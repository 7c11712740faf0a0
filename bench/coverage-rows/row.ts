/** One line of the table: what was measured, and whether the target is reached. */
export interface Row {
  readonly work: string;
  readonly data: string;
  readonly ours: string;
  readonly peer: string;
  /** What the target speaks of, for example `12.3 ×`. */
  readonly measured: string;
  readonly target: string;
  /** Null where there is no target. */
  readonly isReached: boolean | null;
  /** What else must be known to believe it, for example how far the areas agree. */
  readonly note?: string;
}

export interface BenchOptions {
  /** Leaves out peers that take more than a few seconds. */
  readonly isQuick: boolean;
}

/** The rows as a markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ work, data, ours, peer, measured, target, isReached, note }) =>
    [work, data, ours, peer, measured, target, reachedText(isReached), note ?? ''].join(' | '),
  );
  const head = 'work | data | ours | peer | measured | target | reached | note';
  return [head, head.replaceAll(/[a-z]+/g, '---'), ...lines].map((line) => `| ${line} |`).join('\n');
}

/** Milliseconds with three significant digits. */
export function msText(ms: number): string {
  return `${Number(ms.toPrecision(3))} ms`;
}

/** A ratio with three significant digits. */
export function timesText(ratio: number): string {
  return `${Number(ratio.toPrecision(3))} ×`;
}

function reachedText(isReached: boolean | null): string {
  if (isReached === null) return '';
  return isReached ? 'yes' : 'no';
}
