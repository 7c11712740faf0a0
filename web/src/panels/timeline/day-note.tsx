import { memo } from 'react';
import { Button } from 'react-aria-components';
import { periodsOf } from '../../state/timeline.ts';
import { Icon } from '../icons.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { useShownDay } from './use-shown-day.ts';

/** Above the lists: that they are those of another day, and the way back. */
export const DayNote = memo(function DayNote() {
  const { t } = useWords();
  const store = useAppStore();
  const shown = useShownDay();
  if (!shown) return null;
  return (
    <div className="note day-note">
      <Icon name="clock" />
      <div>
        <p>{t(`timeline.${shown.tense}.note`, { date: shown.said })}</p>
        <Button className="button" data-look="small" onPress={() => void store.getState().showDay(null)}>
          {t('timeline.today')}
        </Button>
      </div>
    </div>
  );
});

/** What stands in the place of the lists where no plan can be shown of a day. */
export function NoPlanThen() {
  const { t, day } = useWords();
  const shown = useShownDay();
  const [first] = periodsOf(useArea()?.plans ?? NO_PLANS);
  if (!shown) return null;
  if (shown.tense === 'future' && first) {
    return (
      <>
        <h2>{t('timeline.hidden')}</h2>
        <p>{t('timeline.hidden.text')}</p>
      </>
    );
  }
  return (
    <>
      <h2>{t('timeline.none')}</h2>
      {first && <p>{t('timeline.none.text', { date: day(first.from) })}</p>}
    </>
  );
}

const NO_PLANS = [] as const;
