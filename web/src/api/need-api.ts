import type { AreaNeed, Association, NeedInput } from '@nitaq/core';
import type { Answer } from './problem.ts';

/** The version of an association of which something is stated. */
export interface StatedOf {
  readonly area: string;
  readonly id: string;
  readonly version: number;
}

export interface StatedCapacity extends StatedOf {
  /** Orphans it can care for; null: not stated. */
  readonly capacity: number | null;
}

/** What the web app asks of the service about need and capacity. */
export interface NeedApi {
  /** As much as the person who is signed in may know. */
  /** As of a day; null: now. */
  need(area: string, day: string | null): Promise<Answer<AreaNeed>>;
  countNeed(area: string, village: string, counts: NeedInput): Promise<Answer<unknown>>;
  /** Lets another association see the exact counts of one's own until an instant; null: no longer. */
  shareNeed(area: string, reader: string, until: string | null): Promise<Answer<unknown>>;
  stateCapacity(stated: StatedCapacity): Promise<Answer<Association>>;
  statePhone(stated: StatedOf & { readonly phone: string | null }): Promise<Answer<Association>>;
}
