import { useOpenPlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { useShownDay } from './use-shown-day.ts';

/** That another day is shown, and the plan of that day; empty for today. */
export function useDaySentence(): string {
  const { t, name } = useWords();
  const shown = useShownDay();
  const plan = useOpenPlan();
  if (!shown) return '';
  return t('timeline.announce', { date: shown.said, plan: plan ? name(plan.title) : t('timeline.none') });
}
