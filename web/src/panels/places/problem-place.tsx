import { useDeferredValue, useMemo } from 'react';
import { type ProblemPlace as Place, problemPlace } from '../../state/next-problem.ts';
import { useApp } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';

/** Which of how many problems of the plan is chosen, and of which kinds they are; nothing where it is none. */
export function ProblemPlace() {
  const words = useWords();
  const place = useProblemPlace();
  if (place === null) return null;
  const { kinds } = place;
  return (
    <p className="problem-place">
      {placeSentence(place, words)}
      {kinds.length > 1 && (
        <span className="quiet block">
          {words.list(kinds.map(({ kind, count }) => words.t(`problem.count.${kind}`, { count })))}
        </span>
      )}
    </p>
  );
}

export function placeSentence({ place, count }: Place, { t, number }: Pick<Words, 't' | 'number'>): string {
  return t('problem.place', { place: number(place), count: number(count) });
}

/** Null while no draft is drawn, or where what is chosen is no problem. */
export function useProblemPlace(): Place | null {
  const isDrawing = useApp((state) => state.editing !== null);
  const selection = useApp((state) => state.selection);
  const area = useApp((state) => state.area);
  const need = useApp((state) => state.need);
  const isAsked = isDrawing && selection.kind !== 'none';
  // The hand goes first.
  const plan = useDeferredValue(useApp((state) => (isAsked ? state.plan : null)));
  return useMemo(
    () => (isAsked && plan ? problemPlace({ area, plan, need }, selection) : null),
    [isAsked, area, plan, need, selection],
  );
}
