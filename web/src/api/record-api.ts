import type { RecordEntry } from '@nitaq/core';
import type { Answer } from './problem.ts';

/** Entries of the record of an area, the newest first, and where more of them are to be had. */
export interface RecordPage {
  readonly items: readonly RecordEntry[];
  /** Null: that was all. */
  readonly next: string | null;
}

export interface RecordQuestion {
  readonly area: string;
  /** Only what is about this; null: everything. */
  readonly subject: RecordEntry['subject'] | null;
  /** Where the page before ended; null: from the newest on. */
  readonly cursor: string | null;
}

/** What the web app asks of the service about who did what. */
export interface RecordApi {
  record(question: RecordQuestion): Promise<Answer<RecordPage>>;
}
