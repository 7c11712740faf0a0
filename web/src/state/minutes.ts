import type { AgendaItemId, Minute } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';

/** What is written about an item and is not with the service yet. */
export interface MinuteDraft {
  readonly text: string;
  /** The version that it was written on; 0: nothing stood there. */
  readonly base: number;
  readonly standing:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'saving' }
    /** The service cannot be reached: it is kept in this browser, and tried again. */
    | { readonly kind: 'kept' }
    /** Somebody else wrote meanwhile. */
    | { readonly kind: 'conflict'; readonly theirs: Minute }
    | { readonly kind: 'refused'; readonly problem: Problem };
}

export type MinuteDrafts = Readonly<Record<AgendaItemId, MinuteDraft>>;

/** Which of two texts is to stand. */
export type MinuteChoice = 'mine' | 'theirs' | 'both';

/** Where a browser keeps what is not with the service yet; null: nothing. */
export interface KeptMinutes {
  read(): string | null;
  write(text: string | null): void;
}

export interface MinutesSlice {
  readonly minuteDrafts: MinuteDrafts;
  writeMinute(item: AgendaItemId, text: string): void;
  settleMinute(item: AgendaItemId, choice: MinuteChoice): void;
  /** Leaves what was written and refused. */
  dropMinute(item: AgendaItemId): void;
  /** What the service has now of an item. */
  seeMinute(item: AgendaItemId, minute: Minute): void;
  /** Tries at once what waits or was kept. */
  saveMinutes(): Promise<void>;
  /** Takes up what this browser kept of the meeting that is open. */
  takeUpMinutes(): void;
}
