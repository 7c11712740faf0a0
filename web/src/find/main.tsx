import { createRoot } from 'react-dom/client';
import { parsePreferences } from '../state/preferences.ts';
import { readPreferences, writePreferences } from '../state/preferences-storage.ts';
import { showLook } from '../style/show-look.ts';
import { FindPage, villageIn } from './find-page.tsx';
import { sendKeptReports } from './kept-reports.ts';
import '../style/fonts-regular.css';
import '../style/base.css';
import '../style/controls.css';
import '../style/find.css';

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const asked = villageIn(location.pathname);
const isAsked = (language: string | null): language is 'ar' | 'en' => language === 'ar' || language === 'en';
const saved = parsePreferences(readPreferences());
const inLink = new URLSearchParams(location.search).get('lang');
let preferences = isAsked(inLink) ? { ...saved, language: inLink } : saved;

const element = document.getElementById('root');
if (!element) throw new Error('find.html has no #root');
const root = createRoot(element);
show();
systemDark.addEventListener('change', show);
void keepPage();
void sendKeptReports(preferences.language);
addEventListener('online', () => void sendKeptReports(preferences.language));

function show(): void {
  showLook(preferences, systemDark.matches);
  root.render(
    <FindPage
      preferences={preferences}
      systemDark={systemDark.matches}
      asked={asked}
      onLanguage={changeLanguage}
    />,
  );
}

function changeLanguage(): void {
  preferences = { ...preferences, language: preferences.language === 'ar' ? 'en' : 'ar' };
  writePreferences(JSON.stringify(preferences));
  show();
}

/** From the second visit on the page opens without a network. */
async function keepPage(): Promise<void> {
  try {
    await navigator.serviceWorker?.register('/find-worker.js', { scope: '/find' });
  } catch {
    // Without it the page works as long as there is a network.
  }
}
