import type { Proposal, RebasePreview } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

interface RebasePanelProps {
  readonly proposal: Proposal;
  readonly rebase: RebasePreview | null;
}

/** For a proposal whose base is in force no longer: what would come of it on the present plan, and putting it there. */
export function RebasePanel({ proposal, rebase }: RebasePanelProps) {
  const { t, name, list } = useWords();
  const store = useAppStore();
  const area = useArea();
  const [isBusy, doing] = useBusy();
  const own = useOwnRole()?.association;
  const kept = (rebase?.unchangedFor ?? []).flatMap((id) => {
    const found = area?.associations.find((one) => one.id === id);
    return found ? [name(found.name)] : [];
  });
  return (
    <section>
      {rebase === null ? (
        <Button
          className="button"
          data-busy={isBusy}
          onPress={() => void doing(() => store.getState().previewRebase())}
        >
          {t('rebase.ask')}
        </Button>
      ) : (
        <p role="status">
          {rebase.conflicts.length === 0
            ? t('rebase.clean')
            : t('rebase.conflicts', { count: rebase.conflicts.length })}{' '}
          {rebase.conflicts.length === 0 && kept.length > 0 && t('rebase.keeps', { names: list(kept) })}
        </p>
      )}
      {rebase?.conflicts.length === 0 && own === proposal.association && (
        <Button
          className="button"
          data-look="primary"
          data-busy={isBusy}
          onPress={() => void doing(() => store.getState().rebase())}
        >
          {t('rebase.do')}
        </Button>
      )}
      {rebase !== null && rebase.conflicts.length > 0 && own === proposal.association && (
        <>
          <p className="quiet">{t('rebase.settle.how')}</p>
          <Button
            className="button"
            data-look="primary"
            data-busy={isBusy}
            onPress={() => void doing(() => store.getState().settleRebase())}
          >
            {t('rebase.settle')}
          </Button>
        </>
      )}
    </section>
  );
}
