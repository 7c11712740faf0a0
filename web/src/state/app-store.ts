import { createStore } from 'zustand/vanilla';
import type { Api } from '../api/api.ts';
import { accountSlice } from './account-slice.ts';
import { actionsSlice } from './actions-slice.ts';
import { apiKeysSlice } from './api-keys-slice.ts';
import type { AppState, AppStore, SliceContext } from './app-state.ts';
import { areaSlice } from './area-slice.ts';
import { comparisonSlice } from './comparison-slice.ts';
import { documentsSlice } from './documents-slice.ts';
import { draftsSlice } from './drafts-slice.ts';
import type { DraftStorage } from './editor/draft-storage.ts';
import { drawingAidsSlice } from './editor/drawing-aids-slice.ts';
import type { EditPreviewer, NextFrame } from './editor/edit-preview.ts';
import { editorSlice } from './editor/editor-slice.ts';
import { historySlice } from './history-slice.ts';
import { initiativesSlice } from './initiatives-slice.ts';
import { mapSlice } from './map-slice.ts';
import { meetingRoomSlice } from './meeting-room-slice.ts';
import { meetingsSlice } from './meetings-slice.ts';
import type { KeptMinutes } from './minutes.ts';
import { minutesSlice } from './minutes-slice.ts';
import { missingSlice } from './missing-slice.ts';
import { needSlice } from './need-slice.ts';
import { neighboursSlice } from './neighbours-slice.ts';
import { noticesSlice } from './notices-slice.ts';
import { othersSlice } from './others-slice.ts';
import { peopleSlice } from './people-slice.ts';
import { placingSlice } from './placing-slice.ts';
import type { Preferences } from './preferences.ts';
import { preferencesSlice } from './preferences-slice.ts';
import { proposalsSlice } from './proposals-slice.ts';
import { reasonsSlice } from './reasons-slice.ts';
import { reportsSlice } from './reports-slice.ts';
import { selectionSlice } from './selection-slice.ts';
import { timelineSlice } from './timeline-slice.ts';
import { zonesSlice } from './zones-slice.ts';

export interface StoreStart {
  readonly api: Api;
  readonly storage: DraftStorage;
  /** Where it is left out, what a stroke comes to is shown when it ends. */
  readonly previewer?: EditPreviewer;
  /** Where it is left out, nothing waits for frames. */
  readonly nextFrame?: NextFrame;
  /** Where it is left out, minutes that are not saved yet last as long as the page. */
  readonly keptMinutes?: KeptMinutes;
  readonly preferences: Preferences;
  readonly systemDark: boolean;
}

const AT_ONCE: NextFrame = (work) => work();
const NOWHERE: KeptMinutes = { read: () => null, write: () => undefined };

/** The one store of the app. Nothing is fetched before `start`. */
export function createAppStore({ api, storage, preferences, systemDark, ...browser }: StoreStart): AppStore {
  const { previewer = null, nextFrame = AT_ONCE, keptMinutes = NOWHERE } = browser;
  return createStore<AppState>()((set, get) => {
    const context: SliceContext = { api, get, set };
    return {
      ...preferencesSlice(context, { preferences, systemDark }),
      ...areaSlice(context),
      ...selectionSlice(context),
      ...mapSlice(context),
      ...placingSlice(context),
      ...editorSlice(context, { storage, previewer, nextFrame }),
      ...drawingAidsSlice(context, preferences),
      ...reasonsSlice(context),
      ...zonesSlice(context),
      ...othersSlice(context),
      ...comparisonSlice(context),
      ...draftsSlice(context),
      ...peopleSlice(context),
      ...needSlice(context),
      ...missingSlice(context),
      ...accountSlice(context),
      ...apiKeysSlice(context),
      ...proposalsSlice(context),
      ...initiativesSlice(context),
      ...neighboursSlice(context),
      ...documentsSlice(context),
      ...noticesSlice(context),
      ...reportsSlice(context),
      ...timelineSlice(context),
      ...historySlice(context),
      ...meetingsSlice(context),
      ...meetingRoomSlice(context),
      ...minutesSlice(context, keptMinutes),
      ...actionsSlice(context),
    };
  });
}
