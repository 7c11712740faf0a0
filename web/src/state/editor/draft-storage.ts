import type { AssociationId, MultiPolygon } from '@nitaq/core';
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
}

/** Keeps on this device what was done to drafts: what was not saved yet, what is locked, and all steps, to be taken back later. */
export interface DraftStorage {
  /** Null where nothing is kept, or the browser keeps nothing. */
  load(plan: string): Promise<StoredDraft | null>;
  /** Keeps one more step; steps beyond it are forgotten. */
  addStep(plan: string, index: number, step: Step): Promise<void>;
  /** Keeps how many steps are made, how many there are, what is not saved, and what is locked. */
  putState(plan: string, state: StoredState): Promise<void>;
}

export interface StoredState {
  readonly steps: number;
  readonly done: number;
  readonly unsaved: readonly UnsavedTerritory[];
  readonly locks: Locks;
}
