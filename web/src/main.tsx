import { createRoot } from 'react-dom/client';
import { createApi } from './api/client.ts';
import { createDraftStorage } from './api/draft-storage.ts';
import { createEditPreviewer } from './api/edit-previewer.ts';
import { createKeptMinutes } from './api/kept-minutes.ts';
import { App } from './panels/app.tsx';
import type { AppStore } from './state/app-state.ts';
import { createAppStore } from './state/app-store.ts';
import { currentLink } from './state/current-link.ts';
import { parseSecretLink } from './state/people-slice.ts';
import { parsePreferences } from './state/preferences.ts';
import { readPreferences, writePreferences } from './state/preferences-storage.ts';
import { formatShareLink, parseShareLink } from './state/share-link.ts';
import { showLook } from './style/show-look.ts';
import './style/fonts.css';
import './style/base.css';
import './style/controls.css';
import './style/dialogs.css';
import './style/layout.css';
import './style/lists.css';
import './style/map.css';
import './style/drawing.css';
import './style/people.css';
import './style/proposals.css';
import './style/vertices.css';
import './style/drawing-narrow.css';
import './style/sketch.css';
import './style/repairs.css';
import './style/sharing.css';
import './style/comparison.css';
import './style/missing.css';
import './style/initiatives.css';
import './style/need.css';
import './style/notices.css';
import './style/timeline.css';
import './style/history.css';
import './style/reports.css';
import './style/meetings.css';
import './style/projector.css';

const ADDRESS_DELAY_MS = 300;

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const link = parseShareLink(location.search);
const saved = parsePreferences(readPreferences());
const preferences = { ...saved, language: link.language ?? saved.language };
// The address says in which language to answer before the store is there to ask.
const store: AppStore = createAppStore({
  api: createApi(() => store.getState().preferences.language),
  storage: createDraftStorage(),
  previewer: createEditPreviewer(),
  nextFrame: requestAnimationFrame,
  keptMinutes: createKeptMinutes(),
  preferences,
  systemDark: systemDark.matches,
});

systemDark.addEventListener('change', ({ matches }) => store.getState().setSystemDark(matches));
window.addEventListener('online', () => {
  store.getState().retrySaving();
  void store.getState().saveMinutes();
});
showPreferences();
store.subscribe((state, before) => {
  if (state.preferences !== before.preferences || state.systemDark !== before.systemDark) showPreferences();
  if (state.preferences !== before.preferences) writePreferences(JSON.stringify(state.preferences));
});
keepAddress();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App store={store} mountMap={mountMap} mountComparison={mountComparison} />);
void begin();

/** A secret in the address does its work once, and stays neither in the address nor in the browser's history. */
async function begin(): Promise<void> {
  const secretLink = parseSecretLink(location.hash);
  if (secretLink) history.replaceState(null, '', `${location.pathname}${location.search}`);
  await store.getState().start(link);
  if (secretLink) await store.getState().openSecretLink(secretLink);
}

/** MapLibre is most of the code: the lists need not wait for it. */
async function mountMap(container: HTMLElement) {
  const map = await import('./map/map-view.ts');
  return map.mountMap(container, store);
}

async function mountComparison(container: HTMLElement) {
  const map = await import('./map/comparison-map.ts');
  return map.mountComparisonMap(container, store);
}

function showPreferences(): void {
  const { preferences, systemDark } = store.getState();
  showLook(preferences, systemDark);
}

/** Keeps the address such that it restores what is on the screen, without a new entry for every move. */
function keepAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state) => {
    if (state.area.status !== 'ready' || state.plan.status !== 'ready') return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const link = formatShareLink(currentLink(store.getState()));
      if (link !== location.search) history.replaceState(null, '', link);
    }, ADDRESS_DELAY_MS);
  });
}
