import { createStore, get, getMany, set } from 'idb-keyval';
import type { DraftStorage, RescuedDraft, StoredState } from '../state/editor/draft-storage.ts';
import { NO_HISTORY, type Step } from '../state/editor/history.ts';
import { NO_LOCKS } from '../state/editor/locks.ts';
import { draftPlaces, placeKey } from './draft-places.ts';
import { pendingWrites } from './pending-writes.ts';

/** Drafts that were kept before anything could be locked say nothing of it. */
type OlderState = Omit<StoredState, 'locks'> & Partial<Pick<StoredState, 'locks'>>;

/** Drafts in the browser's database. Where that is switched off, drafts last as long as the page. */
export function createDraftStorage(): DraftStorage {
  const store = createStore('nitaq-drafts', 'drafts');
  const places = draftPlaces();
  const pending = pendingWrites();
  const quietly = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      console.warn(error);
      return null;
    }
  };
  const write = async (key: string, value: unknown): Promise<void> => {
    const isDone = pending.begin(key, value);
    await quietly(set(key, value, store));
    isDone();
  };
  const makeUp = async () => {
    for (const [key, value] of pending.leftOver()) await write(key, value);
  };
  const stateAt = (plan: string, place: number) =>
    quietly(get<OlderState>(stateKey(plan, place), store)).then((state) => state ?? null);
  /** The states of tabs that are gone, each with its place. */
  const leftBehind = async (plan: string): Promise<[place: number, state: OlderState][]> => {
    const found: [number, OlderState][] = [];
    for (let place = 0; ; place++) {
      const state = await stateAt(plan, place);
      if (state && !(await places.isTaken(plan, place))) found.push([place, state]);
      if (!state && place > places.of(plan)) return found;
    }
  };
  return {
    load: async (plan) => {
      await makeUp();
      const place = await places.take(plan);
      const state = await stateAt(plan, place);
      const keys = Array.from({ length: state?.steps ?? 0 }, (_, index) => stepKey(plan, place, index));
      const steps = (await quietly(getMany<Step | undefined>(keys, store))) ?? [];
      // A step that is missing breaks the chain: what is before it could not be reached any more.
      const broken = steps.lastIndexOf(undefined) + 1;
      const kept = steps.slice(broken).filter((step) => step !== undefined);
      const unsaved = [...(state?.unsaved ?? [])];
      const others = (await leftBehind(plan)).filter(
        ([other, left]) => other !== place && left.unsaved.length > 0,
      );
      for (const [, left] of others) {
        const known = new Set(unsaved.map(({ association }) => association));
        unsaved.push(...left.unsaved.filter(({ association }) => !known.has(association)));
      }
      if (others.length > 0) {
        // It is kept here before it is there no more: a page may be closed in between.
        await write(stateKey(plan, place), { steps: 0, done: 0, locks: NO_LOCKS, ...state, unsaved });
        for (const [other, left] of others) await write(stateKey(plan, other), { ...left, unsaved: [] });
      }
      return {
        history: state ? { steps: kept, done: Math.max(0, state.done - broken) } : NO_HISTORY,
        unsaved,
        locks: state?.locks ?? NO_LOCKS,
        isBesideAnother: place > 0 && (await places.isTaken(plan, 0)),
      };
    },
    unsaved: async (plan) => {
      await makeUp();
      return (await leftBehind(plan)).flatMap(([, { unsaved }]) => unsaved);
    },
    putRescued: (area, rescued) => write(rescuedKey(area), rescued),
    rescued: async (area) => {
      await makeUp();
      return (await quietly(get<RescuedDraft>(rescuedKey(area), store))) ?? null;
    },
    addStep: (plan, index, step) => write(stepKey(plan, places.of(plan), index), step),
    putState: (plan, state) => write(stateKey(plan, places.of(plan)), state),
  };
}

function rescuedKey(area: string): string {
  return `rescued/${area}`;
}

function stateKey(plan: string, place: number): string {
  return `${placeKey(plan, place)}/state`;
}

function stepKey(plan: string, place: number, index: number): string {
  return `${placeKey(plan, place)}/step/${index}`;
}
