import { type Tense, tenseOf } from '../../state/timeline.ts';
import { useApp, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** A day other than today of which everything is shown. */
export interface ShownDay {
  readonly day: string;
  readonly tense: Exclude<Tense, 'present'>;
  /** In both calendars. */
  readonly said: string;
}

/** The day of which everything is shown; null: today. */
export function useShownDay(): ShownDay | null {
  const { dayOf } = useWords();
  const day = useApp((state) => state.day);
  const timeZone = useArea()?.area.timeZone;
  if (day === null || timeZone === undefined) return null;
  return {
    day,
    tense: tenseOf(day, timeZone) === 'future' ? 'future' : 'past',
    said: dayOf(day),
  };
}
