import { createStore } from 'zustand/vanilla';
import type { Api } from '../api/api.ts';
import type { AppState, AppStore, SliceContext } from './app-state.ts';
import { areaSlice } from './area-slice.ts';
import { comparisonSlice } from './comparison-slice.ts';
import { draftsSlice } from './drafts-slice.ts';
import type { DraftStorage } from './editor/draft-storage.ts';
import { editorSlice } from './editor/editor-slice.ts';
import { mapSlice } from './map-slice.ts';
import { othersSlice } from './others-slice.ts';
import { placingSlice } from './placing-slice.ts';
import type { Preferences } from './preferences.ts';
import { preferencesSlice } from './preferences-slice.ts';
import { reasonsSlice } from './reasons-slice.ts';
import { selectionSlice } from './selection-slice.ts';

export interface StoreStart {
  readonly api: Api;
  readonly storage: DraftStorage;
  readonly preferences: Preferences;
  readonly systemDark: boolean;
}

/** The one store of the app. Nothing is fetched before `start`. */
export function createAppStore({ api, storage, preferences, systemDark }: StoreStart): AppStore {
  return createStore<AppState>()((set, get) => {
    const context: SliceContext = { api, get, set };
    return {
      ...preferencesSlice(context, { preferences, systemDark }),
      ...areaSlice(context),
      ...selectionSlice(context),
      ...mapSlice(context),
      ...placingSlice(context),
      ...editorSlice(context, storage),
      ...reasonsSlice(context),
      ...othersSlice(context),
      ...comparisonSlice(context),
      ...draftsSlice(context),
    };
  });
}
