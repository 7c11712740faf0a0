import type { Plan } from '@nitaq/core';
import { Icon } from './icons.tsx';
import { planDay } from './plan-switcher.tsx';
import { useWords } from './words.tsx';

/** What is shown, since when, and how far one may rely on it. */
export function PlanIntroduction({ plan, estimated }: { plan: Plan; estimated: boolean }) {
  const words = useWords();
  return (
    <section className="plan-introduction" aria-label={words.t('plan.choose')}>
      {(plan.example || estimated) && (
        <div className="note">
          <Icon name="info" />
          <div>
            {plan.example && <p className="note-title">{words.t('plan.example.long')}</p>}
            {estimated && <p>{words.t('area.estimated')}</p>}
          </div>
        </div>
      )}
      <h2 className="plan-heading">
        <bdi>{words.name(plan.title)}</bdi>
      </h2>
      <p className="quiet">{planDay(plan, words)}</p>
    </section>
  );
}
