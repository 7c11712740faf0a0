import { seriesDates } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { today } from '../../state/day-in-area.ts';
import { DayEntry } from '../proposals/day-entry.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { NumberEntry, TimeEntry } from './number-and-time.tsx';
import { RuleEntries } from './rule-entries.tsx';
import { type RuleTerms, ruleOf } from './series-rule.ts';

const FIRST: RuleTerms = {
  kind: 'month-weekday',
  every: 2,
  weekday: 0,
  week: 'first',
  day: 1,
  calendar: 'gregory',
};
const SHOWN_DATES = 3;

/** Beginning a regular meeting; the next dates are said before anything is planned. */
export function SeriesForm({ onDone }: { onDone: () => void }) {
  const { t, day } = useWords();
  const store = useAppStore();
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const now = today(timeZone);
  const [title, setTitle] = useState(t('meetings.plan.title.series'));
  const [terms, setTerms] = useState(FIRST);
  const [startsOn, setStartsOn] = useState(now);
  const [time, setTime] = useState('10:00');
  const [durationMinutes, setDuration] = useState(90);
  const [place, setPlace] = useState('');
  const [isBusy, doing] = useBusy();
  const rule = ruleOf(terms);
  const isWhole = startsOn !== '' && time !== '' && [terms.every, terms.day].every(Number.isInteger);
  const dates = isWhole
    ? seriesDates({ rule, startsOn, time }, { from: startsOn, count: SHOWN_DATES, timeZone })
    : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { title: title.trim(), rule, startsOn, time, durationMinutes, place: place.trim() };
    void doing(() => store.getState().beginSeries(input)).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form className="people-form" aria-label={t('meetings.plan.series')} onSubmit={submit}>
      <TextEntry
        label={t('meetings.plan.title')}
        value={title}
        onChange={setTitle}
        autoComplete="off"
        maxLength={200}
      />
      <RuleEntries terms={terms} onChange={setTerms} />
      <DayEntry label={t('meetings.plan.from')} value={startsOn} min={now} onChange={setStartsOn} />
      <TimeEntry label={t('meetings.plan.time')} value={time} onChange={setTime} />
      <NumberEntry
        label={t('meetings.plan.duration')}
        value={durationMinutes}
        min={5}
        max={1440}
        onChange={setDuration}
      />
      <TextEntry
        label={t('meetings.plan.place')}
        value={place}
        onChange={setPlace}
        autoComplete="off"
        isRequired={false}
        maxLength={500}
      />
      <ul className="series-dates" aria-live="polite">
        {dates.map(({ startsAt }) => (
          <li key={startsAt.toISOString()}>{day(startsAt.toISOString())}</li>
        ))}
      </ul>
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('meetings.plan.series.save')}
        </Button>
      </div>
    </Form>
  );
}
