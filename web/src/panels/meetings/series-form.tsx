import { type MeetingSeries, type NewSeries, seriesDates } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { DayEntry } from '../proposals/day-entry.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { NumberEntry, TimeEntry } from './number-and-time.tsx';
import { RuleEntries } from './rule-entries.tsx';
import { FIRST_TERMS, ruleOf, termsOf } from './series-rule.ts';

const SHOWN_DATES = 3;

interface SeriesFormProps {
  /** The one that is changed; left out: a new one. */
  readonly series?: MeetingSeries;
  readonly onSave: (input: NewSeries) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Beginning a regular meeting, or changing it; the next dates are said before anything is planned. */
export function SeriesForm({ series, onSave, onDone }: SeriesFormProps) {
  const { t, day, name } = useWords();
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const now = today(timeZone);
  const [title, setTitle] = useState(series ? name(series.title) : t('meetings.plan.title.series'));
  const [terms, setTerms] = useState(series ? termsOf(series.rule) : FIRST_TERMS);
  const [startsOn, setStartsOn] = useState(series?.startsOn ?? now);
  const [time, setTime] = useState(series?.time ?? '10:00');
  const [durationMinutes, setDuration] = useState(series?.durationMinutes ?? 90);
  const [place, setPlace] = useState(series?.place ?? '');
  const [isBusy, doing] = useBusy();
  const rule = ruleOf(terms);
  const isWhole = startsOn !== '' && time !== '' && [terms.every, terms.day].every(Number.isInteger);
  // Meetings are planned from tomorrow on.
  const from = dayAfter(now);
  const dates = isWhole ? seriesDates({ rule, startsOn, time }, { from, count: SHOWN_DATES, timeZone }) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { title: title.trim(), rule, startsOn, time, durationMinutes, place: place.trim() };
    void doing(() => onSave(input)).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form
      className="people-form"
      aria-label={t(series ? 'meetings.series.change' : 'meetings.plan.series')}
      onSubmit={submit}
    >
      <TextEntry
        label={t('meetings.plan.title')}
        value={title}
        onChange={setTitle}
        autoComplete="off"
        maxLength={200}
      />
      <RuleEntries terms={terms} onChange={setTerms} />
      <DayEntry
        label={t('meetings.plan.from')}
        value={startsOn}
        min={series ? '' : now}
        onChange={setStartsOn}
      />
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
          {t(series ? 'meetings.series.change.save' : 'meetings.plan.series.save')}
        </Button>
      </div>
    </Form>
  );
}
