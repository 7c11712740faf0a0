import { planStanding } from '../state/summary.ts';
import { seatNames } from './drawing-words.ts';
import { Icon } from './icons.tsx';
import { useArea, usePlan } from './use-app.ts';
import { useWords } from './words.tsx';

/** Whether a plan is unfinished, and what it lacks; or that it is whole, with some pride. */
export function PlanStanding() {
  const words = useWords();
  const { t } = words;
  const area = useArea();
  const report = usePlan()?.coverage;
  if (!area || !report) return null;
  const standing = planStanding(area.associations, report);
  switch (standing.kind) {
    case 'open':
      return null;
    case 'whole':
      return (
        <div className="whole">
          <Icon name="check" />
          <div>
            <p className="note-title">{t('plan.whole')}</p>
            <p>{t('plan.whole.villages', { count: standing.villages })}</p>
          </div>
        </div>
      );
    case 'unfinished':
      return (
        <div className="unfinished">
          <Icon name="pen" />
          <div>
            <p className="note-title">{t('plan.unfinished')}</p>
            {standing.undrawn.length > 0 && (
              <p>
                {t('plan.unfinished.undrawn', {
                  associations: seatNames(standing.undrawn, area, words),
                  count: standing.undrawn.length,
                })}
              </p>
            )}
            {standing.villages > 0 && <p>{t('plan.unfinished.villages', { count: standing.villages })}</p>}
          </div>
        </div>
      );
  }
}
