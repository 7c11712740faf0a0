import type { CoverageAnswer, Position, VillageFound } from '@nitaq/core';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { type Preferences, themeOf } from '../state/preferences.ts';
import { Answer } from './answer.tsx';
import { coverPlace, coverVillage, type Told } from './ask-service.ts';
import { FindWordsProvider, useFindWords } from './find-words.tsx';
import { hearOfKeptReports, keptReports } from './kept-reports.ts';
import { isTyped, type Search, useSearch } from './use-search.ts';
import { VillageField } from './village-field.tsx';

const ReportForm = lazy(async () => ({ default: (await import('./report-form.tsx')).ReportForm }));

/** A village that an address names: `/find/{area}/{village}`. */
export interface VillageAddress {
  readonly area: string;
  readonly village: string;
}

interface FindPageProps {
  readonly preferences: Preferences;
  readonly systemDark: boolean;
  readonly asked: VillageAddress | null;
  readonly onLanguage: () => void;
}

/** Comes only when asked for: most who ask have one village. */
const ListPage = lazy(async () => ({ default: (await import('./list/list-page.tsx')).ListPage }));

type Asking = () => Promise<Told<CoverageAnswer>>;

type Standing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'list' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'answered'; readonly told: Told<CoverageAnswer> }
  | { readonly kind: 'failed'; readonly again: Asking };

/** Who serves my village? One field, one button, and the answer. */
export function FindPage(props: FindPageProps) {
  return (
    <FindWordsProvider preferences={props.preferences}>
      <Page {...props} />
    </FindWordsProvider>
  );
}

function Page({ preferences, systemDark, asked, onLanguage }: FindPageProps) {
  const { t } = useFindWords();
  const [standing, setStanding] = useState<Standing>(asked ? { kind: 'loading' } : { kind: 'asking' });
  const ask = (asking: Asking) => {
    setStanding({ kind: 'loading' });
    asking().then(
      (told) => setStanding({ kind: 'answered', told }),
      () => setStanding({ kind: 'failed', again: asking }),
    );
  };
  const choose = ({ area, village }: VillageFound) => {
    history.pushState(null, '', `/find/${area}/${village.id}`);
    ask(() => coverVillage(area, village.id));
  };
  const startAnew = () => {
    history.pushState(null, '', '/find');
    setStanding({ kind: 'asking' });
  };
  useEffect(() => {
    const toAddress = () => {
      const named = villageIn(location.pathname);
      if (named === null) return setStanding({ kind: 'asking' });
      coverVillage(named.area, named.village).then(
        (told) => setStanding({ kind: 'answered', told }),
        () => setStanding({ kind: 'failed', again: () => coverVillage(named.area, named.village) }),
      );
    };
    if (asked) toAddress();
    addEventListener('popstate', toAddress);
    return () => removeEventListener('popstate', toAddress);
  }, [asked]);
  return (
    <>
      <header className="find-head">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <h1>{t('find.title')}</h1>
        <button
          type="button"
          className="button"
          lang={preferences.language === 'ar' ? 'en' : 'ar'}
          onClick={onLanguage}
        >
          {t('find.language')}
        </button>
      </header>
      <main className="find-main">
        {standing.kind === 'asking' && (
          <Question
            onChoose={choose}
            onPlace={(at) => ask(() => coverPlace(at))}
            onList={() => setStanding({ kind: 'list' })}
          />
        )}
        {standing.kind === 'list' && (
          <Suspense fallback={<p role="status">{t('find.searching')}</p>}>
            <ListPage onBack={startAnew} />
          </Suspense>
        )}
        {standing.kind === 'loading' && <p role="status">{t('find.searching')}</p>}
        {standing.kind === 'failed' && (
          <div role="alert" className="find-failed">
            <p>{t('find.failed')}</p>
            <button type="button" className="button" data-look="primary" onClick={() => ask(standing.again)}>
              {t('find.retry')}
            </button>
            <button type="button" className="button" onClick={startAnew}>
              {t('find.again')}
            </button>
          </div>
        )}
        {standing.kind === 'answered' && (
          <Answer told={standing.told} theme={themeOf(preferences.theme, systemDark)} onAgain={startAnew} />
        )}
      </main>
      <footer className="find-foot">
        <a href="/">{t('find.fullMap')}</a>
      </footer>
    </>
  );
}

interface QuestionProps {
  readonly onChoose: (found: VillageFound) => void;
  readonly onPlace: (at: Position) => void;
  readonly onList: () => void;
}

function Question({ onChoose, onPlace, onList }: QuestionProps) {
  const { t } = useFindWords();
  const [text, setText] = useState('');
  const [locating, setLocating] = useState<'no' | 'busy' | 'denied'>('no');
  const [isReporting, setReporting] = useState(false);
  const search = useSearch(text, null);
  const waiting = useSyncExternalStore(hearOfKeptReports, () => keptReports().length);
  const locate = () => {
    setLocating('busy');
    if (!('geolocation' in navigator)) return setLocating('denied');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onPlace([coords.longitude, coords.latitude]),
      () => setLocating('denied'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  if (isReporting) {
    const leave = () => {
      setReporting(false);
      setText('');
    };
    return (
      <Suspense fallback={<p role="status">{t('find.searching')}</p>}>
        <ReportForm name={search.name} onDone={leave} />
      </Suspense>
    );
  }
  return (
    <>
      <p>{t('find.lead')}</p>
      <VillageField text={text} search={search} onType={setText} onChoose={onChoose} />
      <Unknown search={search} onReport={() => setReporting(true)} />
      <button type="button" className="button find-here" onClick={locate}>
        {t('find.here')}
      </button>
      <p className="find-quiet" role="status">
        {locating === 'busy' && t('find.here.busy')}
        {locating === 'denied' && t('find.here.denied')}
      </p>
      {waiting > 0 && <p className="find-quiet">{t('find.report.waiting', { count: waiting })}</p>}
      <button type="button" className="button" onClick={onList}>
        {t('find.list')}
      </button>
    </>
  );
}

/** Where a name is not known, or what was found is not what was meant: the way on. */
function Unknown({ search, onReport }: { search: Search; onReport: () => void }) {
  const { t } = useFindWords();
  if (search.status !== 'found' || !isTyped(search.name)) return null;
  const isNone = search.found.length === 0;
  return (
    <button type="button" className="button" data-look={isNone ? 'primary' : 'quiet'} onClick={onReport}>
      {t(isNone ? 'find.report.open' : 'find.report.other')}
    </button>
  );
}

/** The village that an address names; null where it names none. */
export function villageIn(pathname: string): VillageAddress | null {
  const [, area, village] = /^\/find\/([a-z0-9-]+)\/([a-z0-9-]+)\/?$/.exec(pathname) ?? [];
  return area && village ? { area, village } : null;
}
