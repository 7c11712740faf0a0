import { Button } from 'react-aria-components';
import type { Period } from '../../state/timeline.ts';
import { useAppStore, useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The steps from one plan to the one before or after it. */
export function PeriodSteps({ periods }: { periods: readonly Period[] }) {
  const { t } = useWords();
  const store = useAppStore();
  const shown = useOpenPlan()?.id;
  const place = periods.findIndex(({ plan }) => plan.id === shown);
  // Where none is shown, the day lies before the first.
  const [previous, next] = [periods[place - 1], periods[place + 1]];
  const go = (period: Period | undefined) => period && void store.getState().showPeriod(period.plan.id);
  return (
    <div className="timeline-steps">
      <Button className="button" isDisabled={!previous} onPress={() => go(previous)}>
        {t('timeline.previous')}
      </Button>
      <Button className="button" isDisabled={!next} onPress={() => go(next)}>
        {t('timeline.next')}
      </Button>
    </div>
  );
}
