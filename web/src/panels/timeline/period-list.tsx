import { Button } from 'react-aria-components';
import type { Period } from '../../state/timeline.ts';
import { PlanState } from '../coverage/badges.tsx';
import { useAppStore, useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** The plans over time with their days, each a way to its first. */
export function PeriodList({ periods }: { periods: readonly Period[] }) {
  const { t, name, day } = useWords();
  const store = useAppStore();
  const shown = useOpenPlan()?.id;
  return (
    <ol className="timeline-plans" aria-label={t('timeline.plans')}>
      {periods.map(({ plan, from, to }) => (
        <li key={plan.id}>
          <Button
            className="row-button"
            aria-current={plan.id === shown ? 'true' : 'false'}
            onPress={() => void store.getState().showPeriod(plan.id)}
          >
            <span className="row-text">
              <span>
                <bdi>{name(plan.title)}</bdi> <PlanState plan={plan} />
              </span>
              <span className="row-figures">
                {to === null
                  ? t('timeline.from', { from: day(from) })
                  : t('timeline.fromTo', { from: day(from), to: day(to) })}
              </span>
            </span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
