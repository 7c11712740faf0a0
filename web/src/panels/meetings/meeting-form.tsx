import { instantAt } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { DayEntry } from '../proposals/day-entry.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { NumberEntry, TimeEntry } from './number-and-time.tsx';

const FIRST = { time: '10:00', minutes: 90, inDays: 7 };

/** Planning one meeting that stands alone. */
export function MeetingForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const now = today(timeZone);
  const [title, setTitle] = useState(t('meetings.plan.title.first'));
  const [day, setDay] = useState(dayAfter(now, FIRST.inDays));
  const [time, setTime] = useState(FIRST.time);
  const [durationMinutes, setDuration] = useState(FIRST.minutes);
  const [place, setPlace] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const startsAt = instantAt(day, time, timeZone).toISOString();
    void doing(() =>
      store.getState().planMeeting({ title: title.trim(), startsAt, durationMinutes, place: place.trim() }),
    ).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form className="people-form" aria-label={t('meetings.plan')} onSubmit={submit}>
      <TextEntry
        label={t('meetings.plan.title')}
        value={title}
        onChange={setTitle}
        autoComplete="off"
        maxLength={200}
      />
      <DayEntry label={t('meetings.plan.day')} value={day} min={now} onChange={setDay} />
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
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('meetings.plan.save')}
        </Button>
      </div>
    </Form>
  );
}
