import type { AssociationId, MultiPolygon, Plan, Territory } from '@nitaq/core';
import type { History, Step } from './history.ts';
import type { Locks } from './locks.ts';

/** A territory that was drawn and that the service does not have yet. */
export interface UnsavedTerritory {
  readonly association: AssociationId;
  readonly geometry: MultiPolygon | null;
  /** The version it was drawn on. */
  readonly version: number;
}

export interface StoredDraft {
  readonly history: History;
  readonly unsaved: readonly UnsavedTerritory[];
  readonly locks: Locks;
  /** Another tab has the same draft open, and keeps it apart. */
  readonly isBesideAnother: boolean;
}

/** Keeps on this device what was done to drafts: what was not saved yet, what is locked, and all steps, to be taken back later. */
export interface DraftStorage {
  /** For drawing on it: what is kept belongs to this page from now on. Empty where nothing is kept. */
  load(plan: string): Promise<StoredDraft>;
  /** For a look: what no page has in hand. */
  unsaved(plan: string): Promise<readonly UnsavedTerritory[]>;
  /** Keeps of an area what was drawn on a draft that is no more; null: nothing any more. */
  putRescued(area: string, rescued: RescuedDraft | null): Promise<void>;
  rescued(area: string): Promise<RescuedDraft | null>;
  /** Keeps one more step; steps beyond it are forgotten. */
  addStep(plan: string, index: number, step: Step): Promise<void>;
  /** Keeps how many steps are made, how many there are, what is not saved, and what is locked. */
  putState(plan: string, state: StoredState): Promise<void>;
}

/** What was drawn on a draft that others deleted meanwhile. */
export interface RescuedDraft {
  readonly title: Plan['title'];
  readonly territories: readonly Territory[];
}

export interface StoredState {
  readonly steps: number;
  readonly done: number;
  readonly unsaved: readonly UnsavedTerritory[];
  readonly locks: Locks;
}
