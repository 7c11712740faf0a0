import type { Action, AssociationId, Initiative, Membership, Plan } from '@nitaq/core';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AppState, AppStore, AreaData, PlanData } from '../state/app-state.ts';
import { may, ownRole } from '../state/people-slice.ts';
import type { Theme } from '../state/preferences.ts';

export const StoreContext = createContext<AppStore | null>(null);

/** What the rows of long lists need of the state. */
export interface CommonParts {
  readonly area: AreaData | null;
  readonly theme: Theme;
  readonly neighbours: AppState['neighbours'];
  /** All that are known, the one that is read first. */
  readonly initiatives: readonly Initiative[];
}

/** Followed once for all rows: hundreds of them would have the store ask thousands of places at every step of the pointer. */
export const CommonContext = createContext<CommonParts>({
  area: null,
  theme: 'light',
  neighbours: [],
  initiatives: [],
});

/** The store itself, to send commands to. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('A panel stands within StoreContext');
  return store;
}

/** A part of the state; the panel is drawn again when that part is another value. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}

/** The open area, or null while it is not there. */
export function useArea(): AreaData | null {
  return useContext(CommonContext).area;
}

/** What the person who is signed in is in the open area; null: nothing. */
export function useOwnRole(): Membership | null {
  return useApp((state) => ownRole(state));
}

/** Whether the person who is signed in may do something in the open area; of an association's own, for which one. */
export function useMay(action: Action, association?: AssociationId | null): boolean {
  return useApp((state) => may(state, action, association));
}

/** The open plan, or null while it is not there or the area has none. */
export function usePlan(): PlanData | null {
  return useApp(({ plan }) => (plan.status === 'ready' ? plan.value : null));
}

/** Which plan is open, without what is drawn in it: that is another with every step of a hand that draws. */
export function useOpenPlan(): Plan | null {
  return useApp(({ plan }) => (plan.status === 'ready' ? (plan.value?.plan ?? null) : null));
}

/**
 * Where lists stand beside the map: from this width on, and on a phone that lies on its side, where a sheet would
 * leave no map. In `em`, so that large text counts as a small window. The style sheets say the opposite of it.
 */
export const BESIDE = '(min-width: 48em), (min-width: 40em) and (max-height: 30em)';

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
