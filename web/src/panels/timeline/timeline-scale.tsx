import { dayAt } from '@nitaq/core';
import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { dayAfter, today } from '../../state/day-in-area.ts';
import type { Period } from '../../state/timeline.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

const DAY_MS = 86_400_000;
/** So much of the whole, and at least so many days, stand before the first plan and after the last day that matters. */
const MARGIN = 0.06;
const LEAST_MARGIN_DAYS = 3;

/** All days from before the first plan to after the last, to be gone through by hand, by keys or by their date. */
export function TimelineScale({ periods }: { periods: readonly Period[] }) {
  const { t, dayOf } = useWords();
  const store = useAppStore();
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const day = useApp((state) => state.day);
  const now = today(timeZone);
  const starts = periods.map(({ from }) => dayAt(Date.parse(from), timeZone));
  const scale = scaleOf([...starts, now, day ?? now]);
  const [moved, setMoved] = useState<string | null>(null);
  const slider = useRef<HTMLInputElement>(null);
  const id = useId();
  // The map follows when the hand lets go, not at every day on the way.
  useEffect(() => {
    const element = slider.current;
    const settle = () => {
      void store.getState().showDay(dayAfter(scale.first, Number(element?.value ?? 0)));
      setMoved(null);
    };
    element?.addEventListener('change', settle);
    return () => element?.removeEventListener('change', settle);
  }, [store, scale.first]);
  const shown = moved ?? day ?? now;
  return (
    <div className="timeline-scale">
      <div className="timeline-track" aria-hidden="true">
        {starts.map((start, i) => (
          <span
            key={start}
            className="timeline-span"
            data-even={i % 2 === 0}
            style={between(scale, start, starts[i + 1])}
          />
        ))}
        <span className="timeline-now" style={between(scale, now, now)} />
      </div>
      <input
        ref={slider}
        type="range"
        min={0}
        max={scale.days}
        value={Math.min(Math.max(daysBetween(scale.first, shown), 0), scale.days)}
        aria-label={t('timeline.title')}
        aria-valuetext={dayOf(shown)}
        onChange={(event) => setMoved(dayAfter(scale.first, Number(event.target.value)))}
      />
      <div className="field timeline-day">
        <label htmlFor={id}>{t('timeline.day')}</label>
        <input
          id={id}
          type="date"
          value={shown}
          aria-describedby={`${id}-said`}
          onChange={(event) => event.target.value !== '' && void store.getState().showDay(event.target.value)}
        />
        <span className="quiet" id={`${id}-said`}>
          {dayOf(shown)}
        </span>
      </div>
    </div>
  );
}

interface Scale {
  readonly first: string;
  readonly days: number;
}

function scaleOf(days: readonly string[]): Scale {
  const sorted = [...days].sort();
  const [first = '', last = first] = [sorted[0], sorted.at(-1)];
  const margin = Math.max(LEAST_MARGIN_DAYS, Math.round(daysBetween(first, last) * MARGIN));
  return { first: dayAfter(first, -margin), days: daysBetween(first, last) + 2 * margin };
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
}

/** Where a stretch of time lies on the scale; without an end up to its own. */
function between({ first, days }: Scale, from: string, to: string | undefined): CSSProperties {
  const start = daysBetween(first, from) / days;
  const end = to === undefined ? 1 : daysBetween(first, to) / days;
  return { insetInlineStart: `${start * 100}%`, inlineSize: `${(end - start) * 100}%` };
}
