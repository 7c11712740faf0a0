import { Button, Heading } from 'react-aria-components';
import type { DraftDialog } from '../../state/drafts.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** Whether a draft shall go, and what goes with it. */
export function DraftDeletion({ dialog }: { dialog: DraftDialog }) {
  const { t, name, area } = useWords();
  const store = useAppStore();
  const shown = usePlan();
  const reasons = useApp((state) => (state.reasons.status === 'ready' ? state.reasons.value : null));
  const steps = useApp((state) => state.editing?.history.done ?? 0);
  const others = useApp((state) => state.others.length);
  const drawn = shown?.territories.features.filter(({ geometry }) => geometry !== null) ?? [];
  const served = shown?.coverage.villages.filter(({ associations }) => associations.length > 0).length ?? 0;
  const { coveredOnceKm2 = 0, sharedKm2 = 0, overlapKm2 = 0 } = shown?.coverage.totals ?? {};
  const km2 = coveredOnceKm2 + sharedKm2 + overlapKm2;
  const written = reasons?.plan === dialog.plan.id ? reasons.items.length : 0;
  return (
    <>
      <Heading slot="title" className="card-title">
        {t('draft.delete.title', { title: name(dialog.plan.title) })}
      </Heading>
      <div className="draft-form">
        <p>{t('draft.delete.lost')}</p>
        <ul className="lost-list">
          <li>
            {t('draft.delete.territories', {
              count: drawn.length,
              villages: t('count.villages', { count: served }),
              area: area(km2),
            })}
          </li>
          {written > 0 && <li>{t('draft.delete.reasons', { count: written })}</li>}
          {steps > 0 && <li>{t('draft.delete.steps', { count: steps })}</li>}
        </ul>
        {others > 0 && <p>{t('draft.delete.others', { count: others })}</p>}
        {dialog.overtaken && (
          <p className="problem" role="alert">
            {t('draft.delete.overtaken')}
          </p>
        )}
        {dialog.problem && <ProblemText problem={dialog.problem} />}
        <div className="bar-actions">
          <Button className="button" autoFocus onPress={() => store.getState().closeDraftDialog()}>
            {t('place.cancel')}
          </Button>
          <Button
            className="button"
            data-look="danger"
            isDisabled={dialog.saving}
            onPress={() => void store.getState().deleteDraft()}
          >
            {t(dialog.overtaken ? 'draft.delete.anyway' : 'draft.delete.confirm')}
          </Button>
        </div>
      </div>
    </>
  );
}
