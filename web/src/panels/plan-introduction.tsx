import type { Plan } from '@nitaq/core';
import { memo } from 'react';
import { DraftButtons } from './drafts/draft-buttons.tsx';
import { DrawingStart } from './drawing/drawing-start.tsx';
import { HistoryButton } from './history/history-button.tsx';
import { Icon } from './icons.tsx';
import { planDay } from './plan-switcher.tsx';
import { ProposeButton } from './proposals/propose-button.tsx';
import { useWords } from './words.tsx';

/** What is shown, since when, and how far one may rely on it. */
export const PlanIntroduction = memo(function PlanIntroduction({
  plan,
  estimated,
}: {
  plan: Plan;
  estimated: boolean;
}) {
  const words = useWords();
  return (
    <section className="plan-introduction" aria-label={words.t('plan.choose')}>
      <Reliability example={plan.example} estimated={estimated} />
      <h2 className="plan-heading">
        <bdi>{words.name(plan.title)}</bdi>
      </h2>
      <p className="quiet">{planDay(plan, words)}</p>
      {plan.state === 'draft' && <DraftButtons />}
      <DrawingStart />
      <ProposeButton />
      <div className="history-buttons">
        <HistoryButton of={{ kind: 'plan', id: plan.id }} />
        <HistoryButton of={{ kind: 'area' }} />
      </div>
    </section>
  );
});

/** What is not to be taken for certain; nothing where all of it is. */
export function Reliability({ example, estimated }: { example: boolean; estimated: boolean }) {
  const { t } = useWords();
  if (!example && !estimated) return null;
  return (
    <div className="note">
      <Icon name="info" />
      <div>
        {example && <p className="note-title">{t('plan.example.long')}</p>}
        {estimated && <p>{t('area.estimated')}</p>}
      </div>
    </div>
  );
}
