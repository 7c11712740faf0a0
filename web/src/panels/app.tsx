import { lazy, Suspense } from 'react';
import type { AppStore } from '../state/app-state.ts';
import { Announcer } from './announcer.tsx';
import { BottomSheet } from './bottom-sheet.tsx';
import { CommonPartsProvider } from './common-parts.tsx';
import { CoverageLists } from './coverage/coverage-lists.tsx';
import { DraftDialogs } from './drafts/draft-dialogs.tsx';
import { CoordinatesDialog } from './drawing/coordinates-dialog.tsx';
import { useDrawingKeys } from './drawing/use-drawing-keys.ts';
import { MapPane } from './map-pane.tsx';
import { Failure, NoArea } from './page-states.tsx';
import { AnswerCard } from './proposals/answer-card.tsx';
import { TopBar } from './top-bar.tsx';
import { BESIDE, StoreContext, useApp, useMediaQuery } from './use-app.ts';
import type { MountMap } from './use-mounted-map.ts';
import { useWords, WordsProvider } from './words.tsx';

/** Most who come only look: what signing in takes is fetched when it is asked for. */
const PeopleDialogs = lazy(async () => ({
  default: (await import('./people/people-dialogs.tsx')).PeopleDialogs,
}));

const ProposeDialog = lazy(async () => ({
  default: (await import('./proposals/propose-dialog.tsx')).ProposeDialog,
}));

const ReportsDialog = lazy(async () => ({
  default: (await import('./reports/reports-dialog.tsx')).ReportsDialog,
}));

const ZoneDialog = lazy(async () => ({
  default: (await import('./sharing/zone-form.tsx')).ZoneDialog,
}));

export interface AppProps {
  readonly store: AppStore;
  readonly mountMap: MountMap;
  /** The map of the plan that the one shown is compared with. */
  readonly mountComparison: MountMap;
}

/** The whole page. */
export function App({ store, ...maps }: AppProps) {
  return (
    <StoreContext value={store}>
      <CommonPartsProvider>
        <WordsProvider>
          <Page {...maps} />
        </WordsProvider>
      </CommonPartsProvider>
    </StoreContext>
  );
}

type MapProps = Omit<AppProps, 'store'>;

function Page(maps: MapProps) {
  const { t } = useWords();
  const isSharing = useApp((state) => state.zoneForm !== null);
  const isProposing = useApp((state) => state.isProposing);
  const isReporting = useApp((state) => state.reports !== null);
  const isProjecting = useApp((state) => state.isProjecting);
  const hasPeopleDialog = useApp((state) => state.peopleDialog !== null);
  useDrawingKeys();
  return (
    <div className="app" data-projecting={isProjecting}>
      <a className="skip-link" href="#lists">
        {t('app.skip')}
      </a>
      <TopBar />
      <Workspace {...maps} />
      <CoordinatesDialog />
      <DraftDialogs />
      {isSharing && (
        <Suspense fallback={null}>
          <ZoneDialog />
        </Suspense>
      )}
      {isReporting && (
        <Suspense>
          <ReportsDialog />
        </Suspense>
      )}
      {isProposing && (
        <Suspense>
          <ProposeDialog />
        </Suspense>
      )}
      {hasPeopleDialog && (
        <Suspense>
          <PeopleDialogs />
        </Suspense>
      )}
      <Announcer />
    </div>
  );
}

function Workspace(maps: MapProps) {
  const { t } = useWords();
  const isProjecting = useApp((state) => state.isProjecting);
  const beside = useMediaQuery(BESIDE);
  const areas = useApp((state) => state.areas);
  const area = useApp((state) => state.area);
  const isInMeeting = useApp((state) => state.meetingsPlace?.kind === 'meeting' && !state.isBesideMeeting);
  const failed = [areas, area].find((part) => part.status === 'failed');
  if (failed?.status === 'failed') {
    return (
      <main className="workspace" id="lists" tabIndex={-1} data-state="alone">
        <Failure problem={failed.problem} />
      </main>
    );
  }
  if (areas.status === 'ready' && areas.value.length === 0) {
    return (
      <main className="workspace" id="lists" tabIndex={-1} data-state="alone">
        <NoArea />
      </main>
    );
  }
  return (
    <main className="workspace" id="lists" tabIndex={-1}>
      {beside ? (
        <section className="side-panel" aria-label={t('panel.label')}>
          <CoverageLists />
        </section>
      ) : (
        <BottomSheet>
          {!isInMeeting && <AnswerCard />}
          <CoverageLists />
        </BottomSheet>
      )}
      <MapPane {...maps}>{beside && !isProjecting && <AnswerCard />}</MapPane>
    </main>
  );
}
