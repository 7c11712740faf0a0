import { Button } from 'react-aria-components';
import type { Problem } from '../state/app-state.ts';
import { useAppStore } from './use-app.ts';
import { useWords } from './words.tsx';

/** What went wrong, and what to do now. */
export function Failure({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const store = useAppStore();
  const unreachable = problem.kind === 'unreachable';
  return (
    <div className="page-state" role="alert">
      <h2>{t(unreachable ? 'state.failed' : 'state.refused')}</h2>
      <p>{unreachable ? t('state.failed.text') : <bdi>{problem.detail || problem.title}</bdi>}</p>
      <Button className="button" data-look="primary" onPress={() => void store.getState().retry()}>
        {t('state.retry')}
      </Button>
    </div>
  );
}

const IMPORT_COMMAND = 'npm run nitaq -- import-area geo-data/…';

export function NoArea() {
  const { t } = useWords();
  return (
    <div className="page-state">
      <h2>{t('area.none.title')}</h2>
      <p>{t('area.none.text')}</p>
      <code dir="ltr">{IMPORT_COMMAND}</code>
    </div>
  );
}

/** The shape of the lists while they load, so that nothing jumps when they are there. */
export function ListsLoading() {
  const { t } = useWords();
  return (
    <div className="lists-loading" role="status" aria-label={t('state.loading')}>
      <span className="bone" data-size="title" />
      <span className="bone" data-size="line" />
      <span className="bone" data-size="block" />
      <span className="bone" data-size="line" />
      <span className="bone" data-size="block" />
    </div>
  );
}
