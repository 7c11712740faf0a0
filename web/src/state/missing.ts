import type { MissingVillage, Settlement } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { Loadable } from './loadable.ts';

export interface MissingSlice {
  /** Villages that people reported and that wait; null: not for whoever is signed in, or not asked yet. */
  readonly missing: Loadable<readonly MissingVillage[]> | null;
  loadMissing(): Promise<void>;
  /** Settles a report; null when the service took it, else why not. A village that was added is chosen. */
  settleMissing(missing: MissingVillage, settlement: Settlement): Promise<Problem | null>;
}

/** What stands on the map for a village that people reported as missing, in each language. */
export const MISSING_MARK = { ar: '؟', en: '?' } as const;
