import type { AreaNeed, AssociationId, NeedInput, VillageId } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { Loadable } from './loadable.ts';

export interface NeedSlice {
  /** As much as the person who is signed in may know; null: nothing, or not asked yet. */
  readonly need: Loadable<AreaNeed> | null;
  /** Loads it anew, with what is known on the screen meanwhile. */
  loadNeed(): Promise<void>;
  /** Writes down the counts of a village; null when the service took them, else why not. */
  countNeed(village: VillageId, counts: NeedInput): Promise<Problem | null>;
  /** Lets another association see one's own exact counts until an instant; null: no longer. */
  shareNeed(reader: AssociationId, until: string | null): Promise<Problem | null>;
  /** States how many orphans an association can care for; null: not stated. */
  stateCapacity(association: AssociationId, capacity: number | null): Promise<Problem | null>;
  /** States the telephone under which anybody reaches an association; null: not stated. */
  statePhone(association: AssociationId, phone: string | null): Promise<Problem | null>;
}
