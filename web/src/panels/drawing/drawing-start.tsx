import { useState } from 'react';
import { Button } from 'react-aria-components';
import { draftTitle } from '../drafts/draft-title.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea, useMay, useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { seatNames } from './drawing-words.ts';

/**
 * The way from looking at a plan to drawing: on a draft itself, on any other plan in a draft made from it,
 * and where there is none, or nothing shall be taken over, in an empty one.
 */
export function DrawingStart() {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const area = useArea();
  const plan = useOpenPlan();
  const mayWrite = useMay('draft.edit');
  const isDrawing = useApp((state) => state.editing !== null);
  const leftUnsaved = useApp((state) => state.leftUnsaved);
  const [hasFailed, setFailed] = useState(false);
  if (!area || !mayWrite || isDrawing) return null;
  const label = plan ? (plan.state === 'draft' ? 'draw.start' : 'draw.startFrom') : 'draw.startEmpty';
  const start = (from: 'shown' | 'nothing') => {
    setFailed(false);
    // What drawing alone needs is fetched now, and may not be reached.
    store
      .getState()
      .startEditing(draftTitle(new Date(), area.area.timeZone), from)
      .catch(() => setFailed(true));
  };
  return (
    <>
      <RescuedNote />
      {hasFailed && (
        <p className="problem" role="alert">
          {t('state.failed')}. {t('state.failed.text')}
        </p>
      )}
      {plan && plan.id === leftUnsaved?.plan && (
        <p className="problem" role="status">
          {t('draw.leftUnsaved', {
            associations: seatNames(leftUnsaved.associations, area, words),
            count: leftUnsaved.associations.length,
          })}
        </p>
      )}
      <Button className="button" data-look="primary" onPress={() => start('shown')}>
        <Icon name="pen" />
        {t(label)}
      </Button>
      {plan && (
        <Button className="button" data-look="quiet" onPress={() => start('nothing')}>
          {t('draw.startFromNothing')}
        </Button>
      )}
    </>
  );
}

/** What was drawn on a draft that others deleted is still there. */
function RescuedNote() {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const rescued = useApp((state) => state.rescued);
  const [hasFailed, setFailed] = useState(false);
  if (!area || !rescued) return null;
  const restore = async () => {
    const isRestored = await store.getState().restoreRescued(draftTitle(new Date(), area.area.timeZone));
    setFailed(!isRestored);
  };
  return (
    <div className="note" role="status">
      <Icon name="info" />
      <div>
        <p>{t('draw.rescued', { plan: name(rescued.title) })}</p>
        {hasFailed && <p className="problem">{t('state.failed')}</p>}
        <div className="bar-actions">
          <Button className="button" onPress={() => void restore()}>
            {t('draw.saveAsNew')}
          </Button>
          <Button className="button" onPress={() => void store.getState().forgetRescued()}>
            {t('draw.rescued.forget')}
          </Button>
        </div>
      </div>
    </div>
  );
}
