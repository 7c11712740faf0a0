import { createStore, get, getMany, set } from 'idb-keyval';
import type { DraftStorage, StoredState } from '../state/editor/draft-storage.ts';
import type { Step } from '../state/editor/history.ts';
import { NO_LOCKS } from '../state/editor/locks.ts';
import { pendingWrites } from './pending-writes.ts';

/** Drafts that were kept before anything could be locked say nothing of it. */
type OlderState = Omit<StoredState, 'locks'> & Partial<Pick<StoredState, 'locks'>>;

/** Drafts in the browser's database. Where that is switched off, drafts last as long as the page. */
export function createDraftStorage(): DraftStorage {
  const store = createStore('nitaq-drafts', 'drafts');
  const quietly = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      console.warn(error);
      return null;
    }
  };
  const pending = pendingWrites();
  const write = async (key: string, value: unknown): Promise<void> => {
    const isDone = pending.begin(key, value);
    await quietly(set(key, value, store));
    isDone();
  };
  return {
    load: async (plan) => {
      for (const [key, value] of pending.leftOver()) await write(key, value);
      const state = await quietly(get<OlderState>(stateKey(plan), store));
      if (!state) return null;
      const keys = Array.from({ length: state.steps }, (_, index) => stepKey(plan, index));
      const steps = (await quietly(getMany<Step | undefined>(keys, store))) ?? [];
      // A step that is missing breaks the chain: what is before it could not be reached any more.
      const broken = steps.lastIndexOf(undefined) + 1;
      const kept = steps.slice(broken).filter((step) => step !== undefined);
      return {
        history: { steps: kept, done: Math.max(0, state.done - broken) },
        unsaved: state.unsaved,
        locks: state.locks ?? NO_LOCKS,
      };
    },
    addStep: async (plan, index, step) => {
      await write(stepKey(plan, index), step);
    },
    putState: async (plan, state) => {
      await write(stateKey(plan), state);
    },
  };
}

function stateKey(plan: string): string {
  return `${plan}/state`;
}

function stepKey(plan: string, index: number): string {
  return `${plan}/step/${index}`;
}
