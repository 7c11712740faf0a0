import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { periodsOf } from '../../state/timeline.ts';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { PeriodList } from './period-list.tsx';
import { PeriodSteps } from './period-steps.tsx';
import { TimelineScale } from './timeline-scale.tsx';
import { useShownDay } from './use-shown-day.ts';

/**
 * On the map: of which day everything is shown, and the way to other days. Only where there was ever more than one plan,
 * or where another day is shown already; not while somebody draws, or compares two maps.
 */
export function Timeline() {
  const { t } = useWords();
  const store = useAppStore();
  const plans = useArea()?.plans;
  const shown = useShownDay();
  const isBusy = useApp(
    ({ editing, placing, comparison, comparisonView }) =>
      editing !== null || placing !== null || (comparison !== null && comparisonView !== 'dashed'),
  );
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  if (!plans || isBusy) return null;
  const periods = periodsOf(plans);
  if (periods.length < 2 && shown === null) return null;
  return (
    <section className="timeline" aria-label={t('timeline.title')} data-tense={shown?.tense ?? 'present'}>
      <div className="timeline-head">
        <Button
          className="button timeline-toggle"
          data-look="quiet"
          aria-expanded={isOpen}
          aria-controls={panel}
          onPress={() => setOpen(!isOpen)}
        >
          <Icon name="clock" />
          {shown === null ? (
            t('timeline.show')
          ) : (
            <span>
              <span className="chip" data-tense={shown.tense}>
                {t(`timeline.${shown.tense}`)}
              </span>{' '}
              {t('timeline.asOn', { date: shown.said })}
            </span>
          )}
          <Icon name="down" />
        </Button>
        {shown !== null && (
          <Button className="button" data-look="primary" onPress={() => void store.getState().showDay(null)}>
            {t('timeline.today')}
          </Button>
        )}
      </div>
      <div className="timeline-panel" id={panel} hidden={!isOpen}>
        {isOpen && periods.length > 0 && (
          <>
            <PeriodSteps periods={periods} />
            <TimelineScale periods={periods} />
            <PeriodList periods={periods} />
          </>
        )}
      </div>
    </section>
  );
}
