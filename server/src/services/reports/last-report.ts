import type { DrawnReport } from '@nitaq/core';

const KEPT_MS = 60_000;

/** The report that was drawn last for everybody: for a minute its cards, maps and formats need not draw it again. */
export class LastReport {
  #last: { readonly key: string; readonly from: number; readonly drawn: Promise<DrawnReport> } | null = null;

  /** The one of this key, or what is drawn now; whoever asks meanwhile waits for the same. */
  of(key: string, now: Date, draw: () => Promise<DrawnReport>): Promise<DrawnReport> {
    const age = now.getTime() - (this.#last?.from ?? 0);
    if (this.#last?.key === key && age >= 0 && age < KEPT_MS) return this.#last.drawn;
    const drawn = draw();
    const last = { key, from: now.getTime(), drawn };
    this.#last = last;
    drawn.catch(() => {
      if (this.#last === last) this.#last = null;
    });
    return drawn;
  }
}
